// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/rowdelegate.h"

namespace views {

/// Paints the entries of models::TimelineModel: a line of dots at the left, two lines of text. What
/// no event tells of is a ring on a dotted line; what was taken back is struck out. GUI thread.
class TimelineDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace views
