// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/rowdivider.h"

#include "views/widgets/colors.h"
#include "views/widgets/plaintext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

#include <utility>

namespace views {

namespace {

constexpr int aside = 8; ///< of the label, to the right edge
constexpr int padding = 6; ///< of the label's text
constexpr int reach = 4; ///< how near to the line the pointer is at it

} // namespace

void RowDivider::setFinder(Finder finder)
{
    m_finder = std::move(finder);
    m_table.viewport()->update();
}

QFont RowDivider::labelFont() const
{
    QFont font = m_table.font();
    font.setPixelSize(qMax(9, QFontInfo(font).pixelSize() * 3 / 4));
    return font;
}

std::optional<RowDivider::Shown> RowDivider::shown() const
{
    std::optional<Place> place = m_finder ? m_finder() : std::nullopt;
    if (!place)
        return {};
    const int edge = m_table.rowViewportPosition(place->row);
    const QRect area = m_table.viewport()->rect();
    const QFontMetrics metrics(labelFont());
    const int height = metrics.height();
    if (edge < -height || edge > area.height() + height)
        return {};
    const int width = metrics.horizontalAdvance(place->label) + 2 * padding;
    const QRect label(area.right() - aside - width, edge - 1 - height / 2, width, height);
    return Shown { std::move(*place), edge - 1, label };
}

void RowDivider::paint(QPainter &painter) const
{
    const std::optional<Shown> line = shown();
    if (!line)
        return;
    const Colors &colors = colorsOf(m_table.palette());
    painter.save();
    painter.fillRect(0, line->top, m_table.viewport()->width(), 1, colors.accent);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    const QRectF body(line->label);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    painter.setPen(colors.onAccent);
    painter.setFont(labelFont());
    painter.drawText(line->label, Qt::AlignCenter, line->place.label);
    painter.restore();
}

QRect RowDivider::band() const
{
    const std::optional<Shown> line = shown();
    if (!line)
        return {};
    return { 0, line->label.top() - 1, m_table.viewport()->width(), line->label.height() + 2 };
}

bool RowDivider::showToolTip(const QHelpEvent &event) const
{
    const std::optional<Shown> line = shown();
    if (!line)
        return false;
    const bool atLine = qAbs(event.pos().y() - line->top) <= reach;
    if (!atLine && !line->label.contains(event.pos()))
        return false;
    QWidget *const viewport = m_table.viewport();
    const QRect where(0, line->top - reach, viewport->width(), 2 * reach);
    QToolTip::showText(event.globalPos(), plainToolTip(line->place.toolTip), viewport,
                       where.united(line->label));
    return true;
}

} // namespace views
