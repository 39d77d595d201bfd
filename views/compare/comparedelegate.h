// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/rowdelegate.h"

namespace views {

/// Paints the rows of models::CompareModel: before the path a sign for what happened to it, the
/// two values, what is not there quietly. GUI thread.
class CompareDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace views
