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
constexpr int shapeSize = 10;

bool isMarked(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).toInt() != Qt::Unchecked;
}

} // namespace

QString shortCount(qint64 count)
{
    const QLocale locale;
    if (count < 10'000)
        return locale.toString(count);
    if (count < 1'000'000)
        return FacetDelegate::tr("%1k").arg(locale.toString(count / 1000));
    return FacetDelegate::tr("%1M").arg(
            locale.toString(double(count / 100'000) / 10, 'f', count < 100'000'000 ? 1 : 0));
}

FacetDelegate::FacetDelegate(models::FacetList::Shapes shapes, QObject *parent)
    : QStyledItemDelegate(parent), m_shapes(shapes)
{
}

QRect FacetDelegate::onlyArea(const QStyleOptionViewItem &option) const
{
    const int width = option.fontMetrics.horizontalAdvance(tr("only")) + 2 * padding;
    return { option.rect.right() - width, option.rect.top(), width + 1, option.rect.height() };
}

void FacetDelegate::drawBox(QPainter &painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const QRect row = option.rect;
    QStyleOptionViewItem box(option);
    box.rect =
            QRect(row.left() + padding, row.top() + (row.height() - boxSize) / 2, boxSize, boxSize);
    const int state = index.data(Qt::CheckStateRole).toInt();
    box.state = QStyle::State_Enabled
            | (state == Qt::Checked                    ? QStyle::State_On
                       : state == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                       : QStyle::State_Off);
    if (option.state & QStyle::State_HasFocus)
        box.state |= QStyle::State_HasFocus;
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter,
                                          option.widget);
}

int FacetDelegate::drawCounts(QPainter &painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    if (option.state & QStyle::State_MouseOver) {
        const QRect area = onlyArea(option);
        painter.setPen(colors.accent);
        drawLine(painter, area, tr("only"), Qt::ElideNone, Qt::AlignCenter);
        return area.width();
    }
    const QRect row = option.rect.adjusted(0, 0, -padding, 0);
    const QString all = shortCount(index.data(FacetList::MatchingRole).toLongLong());
    const int width = figuresWidth(painter.fontMetrics(), all);
    painter.setPen(colors.quiet);
    drawFigures(painter, row, all);
    const QVariant open = index.data(FacetList::OpenRole);
    if (!open.isValid() || index.data(FacetList::MatchingRole).toLongLong() == 0)
        return width + padding;
    const QString before = shortCount(open.toLongLong());
    const int slash = painter.fontMetrics().horizontalAdvance(u'/');
    drawLine(painter, row.adjusted(0, 0, -width, 0), QStringLiteral("/"), Qt::ElideNone,
             Qt::AlignRight | Qt::AlignVCenter);
    if (open.toLongLong() > 0)
        painter.setPen(colors.text);
    drawFigures(painter, row.adjusted(0, 0, -width - slash, 0), before);
    return width + slash + figuresWidth(painter.fontMetrics(), before) + padding;
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    const QRect row = option.rect;
    painter->setFont(option.font);
    if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, colors.hover);
    drawBox(*painter, option, index);
    const int countWidth = drawCounts(*painter, option, index);

    QRect label(row.left() + padding + boxSize + gap - 1, row.top(), 0, row.height());
    const QString value = index.data(FacetList::ValueRole).toString();
    const QRectF shape(label.left(), row.center().y() - 4.5, shapeSize, shapeSize);
    if (m_shapes == FacetList::Shapes::Severities) {
        const models::Severity severity = severityOfValue(value);
        drawSeverityShape(*painter, shape, severity, severityColor(colors, severity));
    } else if (m_shapes == FacetList::Shapes::Results) {
        const auto result = models::DeliveryResult(value.toInt());
        drawResultShape(*painter, shape, result, resultColor(colors, result));
    }
    if (m_shapes != FacetList::Shapes::None)
        label.setLeft(label.left() + shapeSize + gap - 2);
    label.setRight(row.right() - countWidth - padding);
    const bool excluded = index.data(FacetList::ExcludedRole).toBool();
    const bool matches = index.data(FacetList::MatchingRole).toLongLong() > 0;
    painter->setPen(!excluded && (matches || isMarked(index)) ? colors.text : colors.quiet);
    if (excluded) {
        QFont struck = option.font;
        struck.setStrikeOut(true);
        painter->setFont(struck);
    }
    drawLine(*painter, label, index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle);
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 80, option.fontMetrics.height() + 8 };
}

bool FacetDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto toggle = [&](bool exclude) {
        if (!exclude)
            return model->setData(index, isMarked(index) ? Qt::Unchecked : Qt::Checked,
                                  Qt::CheckStateRole);
        emit excludeRequested(index);
        return true;
    };
    if (event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (press->key() == Qt::Key_Space)
            return toggle(press->modifiers() & Qt::AltModifier);
        return press->key() == Qt::Key_Minus && toggle(true);
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
    const bool exclude = click->modifiers() & Qt::AltModifier;
    if (event->type() == QEvent::MouseButtonDblClick) {
        m_doubleClicked = true; // the release that follows must not toggle again
        if (exclude)
            return toggle(true); // two clicks, not a double one
        if (!onOnly)
            emit onlyRequested(index);
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress)
        return m_doubleClicked = false, true;
    if (m_doubleClicked)
        return m_doubleClicked = false, true;
    if (exclude || !onOnly)
        return toggle(exclude);
    emit onlyRequested(index);
    return true;
}

bool FacetDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                              const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(event->globalPos(), plainToolTip(text), view->viewport(), option.rect);
    return true;
}

} // namespace views
