// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/rowdelegate.h"

#include "views/widgets/colors.h"
#include "views/widgets/plaintext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace views {

void RowDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, colors.selectedRow);
    else if (index.row() == m_hoveredRow)
        painter.fillRect(option.rect, colors.hover);
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty())
        text = index.data(Qt::DisplayRole).toString();
    QToolTip::showText(event->globalPos(), plainToolTip(text), view->viewport(), option.rect);
    return true;
}

} // namespace views
