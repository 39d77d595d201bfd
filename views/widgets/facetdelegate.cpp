// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/facetdelegate.h"

#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/resultpainting.h"
#include "views/widgets/severityvalue.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace views {

namespace {

using models::FacetList;

constexpr int boxSize = 14;
constexpr int padding = 4;
constexpr int gap = 8;

bool isChecked(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

} // namespace

FacetDelegate::FacetDelegate(models::FacetList::Shapes shapes, QObject *parent)
    : QStyledItemDelegate(parent), m_shapes(shapes)
{
}

QRect FacetDelegate::onlyArea(const QStyleOptionViewItem &option) const
{
    const int width = option.fontMetrics.horizontalAdvance(tr("only")) + 2 * padding;
    return { option.rect.right() - width, option.rect.top(), width + 1, option.rect.height() };
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    const QRect row = option.rect;
    const bool hover = option.state & QStyle::State_MouseOver;
    const bool checked = isChecked(index);
    const bool matches = index.data(FacetList::MatchingRole).toLongLong() > 0;
    painter->setFont(option.font);
    if (hover)
        painter->fillRect(row, colors.hover);

    QStyleOptionViewItem box(option);
    box.rect =
            QRect(row.left() + padding, row.top() + (row.height() - boxSize) / 2, boxSize, boxSize);
    box.state = QStyle::State_Enabled | (checked ? QStyle::State_On : QStyle::State_Off);
    if ((option.state & QStyle::State_HasFocus))
        box.state |= QStyle::State_HasFocus;
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter,
                                          option.widget);

    const QRect area = onlyArea(option);
    const QString count = QLocale().toString(index.data(FacetList::MatchingRole).toLongLong());
    const int countWidth =
            hover ? area.width() : figuresWidth(painter->fontMetrics(), count) + 2 * padding;
    painter->setPen(hover ? colors.accent : colors.quiet);
    if (hover)
        drawLine(*painter, area, tr("only"), Qt::ElideNone, Qt::AlignCenter);
    else
        drawFigures(*painter, row.adjusted(0, 0, -padding, 0), count);

    QRect label(box.rect.right() + gap, row.top(), 0, row.height());
    const QString value = index.data(FacetList::ValueRole).toString();
    const QRectF shape(label.left(), row.center().y() - 4.5, 10, 10);
    if (m_shapes == FacetList::Shapes::Severities) {
        const models::Severity severity = severityOfValue(value);
        drawSeverityShape(*painter, shape, severity, severityColor(colors, severity));
    } else if (m_shapes == FacetList::Shapes::Results) {
        const auto result = models::DeliveryResult(value.toInt());
        drawResultShape(*painter, shape, result, resultColor(colors, result));
    }
    if (m_shapes != FacetList::Shapes::None)
        label.setLeft(label.left() + 10 + gap - 2);
    label.setRight(row.right() - countWidth - padding);
    painter->setPen(matches || checked ? colors.text : colors.quiet);
    drawLine(*painter, label, index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle);
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 80, option.fontMetrics.height() + 8 };
}

bool FacetDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto toggle = [&] {
        return model->setData(index, isChecked(index) ? Qt::Unchecked : Qt::Checked,
                              Qt::CheckStateRole);
    };
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space)
            return toggle();
        return false;
    }
    const bool mouse = event->type() == QEvent::MouseButtonRelease
            || event->type() == QEvent::MouseButtonDblClick
            || event->type() == QEvent::MouseButtonPress;
    if (!mouse)
        return false;
    const auto *click = static_cast<QMouseEvent *>(event);
    if (click->button() != Qt::LeftButton || !option.rect.contains(click->position().toPoint()))
        return false;
    const bool onOnly = onlyArea(option).contains(click->position().toPoint());
    if (event->type() == QEvent::MouseButtonDblClick) {
        m_doubleClicked = true; // the release that follows must not toggle again
        if (!onOnly)
            emit onlyRequested(index);
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress)
        return m_doubleClicked = false, true;
    if (m_doubleClicked)
        return m_doubleClicked = false, true;
    if (!onOnly)
        return toggle();
    emit onlyRequested(index);
    return true;
}

bool FacetDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                              const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    const QLocale locale;
    if (index.data(FacetList::TotalRole).isValid())
        text = tr("%1\n%2 match the other filters, %3 in all")
                       .arg(index.data(Qt::DisplayRole).toString(),
                            locale.toString(index.data(FacetList::MatchingRole).toLongLong()),
                            locale.toString(index.data(FacetList::TotalRole).toLongLong()));
    QToolTip::showText(event->globalPos(), plainToolTip(text), view->viewport(), option.rect);
    return true;
}

} // namespace views
