// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sidebar/viewdelegate.h"

#include "views/sidebar/viewsession.h"
#include "views/sidebar/viewwords.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"
#include "views/widgets/plaintext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace views {

using models::SavedViewList;

namespace {
constexpr int padding = 8;
} // namespace

ViewDelegate::ViewDelegate(const ViewSession &session, QObject *parent)
    : QStyledItemDelegate(parent), m_session(session)
{
}

void ViewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    const bool active = index.row() == m_session.activeRow();
    const QRect row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (active || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(active ? colors.selectedRow : colors.hover);
        painter->drawRoundedRect(row, 4, 4);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colors.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }

    const qlonglong unread = index.data(SavedViewList::UnreadRole).toLongLong();
    const qlonglong refused = index.data(SavedViewList::RefusedRole).toLongLong();
    QFont font = option.font;
    font.setWeight(unread > 0 ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    QRect label = row.adjusted(padding, 0, -padding, 0);
    const QString count = index.data(SavedViewList::AskedRole).toBool() ? QStringLiteral("…")
            : unread + refused > 0 ? QLocale().toString(unread + refused)
                                   : QString();
    if (!count.isEmpty()) {
        const int width = figuresWidth(painter->fontMetrics(), count);
        painter->setPen(unread > 0 ? colors.text : colors.quiet);
        drawFigures(*painter, label, count);
        label.setRight(label.right() - width - padding);
    }
    painter->setPen(colors.text);
    QString name = index.data(Qt::DisplayRole).toString();
    if (active && m_session.isModified()) {
        font.setItalic(true);
        painter->setFont(font);
        const QString sign = QStringLiteral(" *");
        const int width = painter->fontMetrics().horizontalAdvance(sign);
        const int room = label.width() - width;
        name = painter->fontMetrics().elidedText(name, Qt::ElideMiddle, room) % sign;
    }
    drawLine(*painter, label, name, Qt::ElideMiddle);
    painter->restore();
}

QSize ViewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 80, option.fontMetrics.height() + 8 };
}

QWidget *ViewDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setMaxLength(int(models::SavedView::longestName));
    editor->setAccessibleName(tr("Name of the view “%1”").arg(index.data().toString()));
    return editor;
}

void ViewDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

bool ViewDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(viewToolTip(m_session, index)),
                       view->viewport(), option.rect);
    return true;
}

} // namespace views
