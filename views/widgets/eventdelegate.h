// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/rowdelegate.h"

#include <QFont>

namespace views {

/// Paints the cells of the events table with plain drawText; the stock delegate costs three
/// times as much. Words come from the model, looks from here. GUI thread.
class EventDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const QFont &strongFont(const QFont &font) const;

    mutable QFont m_font; ///< of the last cell
    mutable QFont m_strong; ///< the same, semibold: for rows that were not read
};

} // namespace views
