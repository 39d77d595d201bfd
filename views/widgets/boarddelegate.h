// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/rowdelegate.h"

namespace views {

/// Paints the cells of models::FilteredBoard: figures at the right, a shape and a colour where a
/// cell has a level, the first column stronger than the others. GUI thread.
class BoardDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace views
