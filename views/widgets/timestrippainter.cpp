// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/timestrippainter.h"

#include "views/widgets/colors.h"
#include "views/widgets/timescale.h"
#include "views/widgets/timewords.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace views {

namespace {

constexpr int barsHeight = 40;
constexpr int gapAboveAxis = 4;
constexpr int labelDistance = 88;

qint64 milliseconds(models::Instant instant)
{
    return instant.time_since_epoch().count();
}

/// The selected part of the strip; all of it where an end is open.
std::pair<int, int> selectedSpan(const TimeScale &scale, const OpenRange &range)
{
    return { range.first ? scale.xOf(*range.first) : scale.left(),
             range.end ? scale.xOf(*range.end) : scale.right() };
}

void paintGaps(QPainter &painter, const TimeScale &scale, const QRect &bars,
               const models::TimeBins &bins, const models::Uptime &uptime, const Colors &colors)
{
    QColor faint = colors.line;
    faint.setAlphaF(0.45F);
    QColor hatch = colors.quiet;
    hatch.setAlphaF(0.5F);
    for (const models::UptimeGap &gap : uptime.gaps) {
        if (milliseconds(gap.to) <= bins.edges.front()
            || milliseconds(gap.from) >= bins.edges.back())
            continue;
        const int from = scale.xOf(milliseconds(gap.from));
        const int to = scale.xOf(milliseconds(gap.to));
        if (to - from < 2) // too narrow to be seen: the tool tip tells of it
            continue;
        const QRect area(from, bars.top(), to - from, bars.height());
        painter.fillRect(area, faint);
        painter.fillRect(area, QBrush(hatch, Qt::BDiagPattern));
    }
}

void paintBar(QPainter &painter, const models::Histogram::Levels &levels, const QRect &area,
              quint32 highest, const Colors &colors)
{
    const quint32 sum = models::Histogram::sum(levels);
    if (sum == 0)
        return;
    // One event among thousands is still seen, and so is each of its levels.
    const int height = std::max(2, int(quint64(sum) * quint64(area.height()) / highest));
    int bottom = area.bottom() + 1;
    const int top = bottom - height;
    quint32 rest = sum;
    for (int level = models::severityCount - 1; level >= 0 && rest > 0; --level) {
        const quint32 count = levels[size_t(level)];
        if (count == 0)
            continue;
        const int room = bottom - top;
        const int part = rest == count
                ? room
                : std::clamp(int(quint64(count) * quint64(room) / rest), std::min(1, room), room);
        painter.fillRect(QRect(area.left(), bottom - part, area.width(), part),
                         severityColor(colors, models::Severity(level)));
        bottom -= part;
        rest -= count;
    }
}

void paintBars(QPainter &painter, const TimeScale &scale, const QRect &bars,
               const TimeStripLook &look, const Colors &colors)
{
    const models::Histogram &histogram = look.histogram;
    const quint32 highest = std::max(histogram.highest(), 1U);
    for (int bin = 0; bin < histogram.bins.count(); ++bin) {
        const int left = scale.edgeX(bin);
        const int width = scale.edgeX(bin + 1) - left;
        const QRect area(left, bars.top() + 2, std::max(width - 1, 1), bars.height() - 2);
        bool inside = true;
        if (look.selected) {
            const qint64 begin = histogram.bins.edges[size_t(bin)];
            const qint64 end = histogram.bins.edges[size_t(bin) + 1];
            inside = (!look.selected->first || end > *look.selected->first)
                    && (!look.selected->end || begin < *look.selected->end);
        }
        painter.setOpacity(inside ? 0.85 : 0.3);
        paintBar(painter, histogram.counts[size_t(bin)], area, highest, colors);
    }
    painter.setOpacity(1);
}

void paintEdges(QPainter &painter, const TimeScale &scale, const QRect &bars,
                const OpenRange &range, const Colors &colors)
{
    const auto [from, to] = selectedSpan(scale, range);
    painter.fillRect(QRect(from, bars.bottom() + 1, to - from, 2), colors.accent);
    const int middle = bars.center().y();
    const auto edge = [&](int x) {
        painter.fillRect(QRect(x, bars.top(), 1, bars.height() + 2), colors.accent);
        painter.fillRect(QRect(x - 1, middle - 6, 3, 12), colors.accent);
    };
    if (range.first && from > scale.left())
        edge(from);
    if (range.end && to < scale.right())
        edge(to - 1);
}

void paintAxis(QPainter &painter, const TimeScale &scale, const TimeStripParts &parts,
               const Colors &colors)
{
    const QFontMetrics metrics = painter.fontMetrics();
    for (const TimeScale::Tick &tick : scale.ticks(labelDistance, QLocale())) {
        const int width = metrics.horizontalAdvance(tick.text);
        painter.fillRect(QRect(tick.x, parts.bars.bottom() + 1, 1, gapAboveAxis), colors.line);
        const int left = std::clamp(tick.x - width / 2, parts.axis.left(),
                                    std::max(parts.axis.left(), parts.axis.right() - width));
        painter.setPen(tick.strong ? colors.text : colors.quiet);
        painter.drawText(QRect(left, parts.axis.top(), width + 2, parts.axis.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, tick.text);
    }
}

void paintPlate(QPainter &painter, const QRect &place, const QString &text, const QColor &ink,
                const Colors &colors)
{
    const QRectF body(place.left() + 0.5, place.top() + 0.5, place.width(), place.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.line);
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(body, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(ink);
    painter.drawText(body, Qt::AlignCenter, text);
}

void paintLabel(QPainter &painter, const TimeScale &scale, const TimeStripParts &parts,
                const TimeStripLook &look, const Colors &colors)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = metrics.horizontalAdvance(look.label) + 16;
    int middle = parts.bars.center().x();
    if (look.choosing && look.selected) {
        const auto [from, to] = selectedSpan(scale, *look.selected);
        middle = (from + to) / 2;
    } else if (look.cursor >= 0) {
        middle = (scale.edgeX(look.cursor) + scale.edgeX(look.cursor + 1)) / 2;
    }
    const int left = std::clamp(middle - width / 2, parts.bars.left(),
                                std::max(parts.bars.left(), parts.bars.right() - width));
    paintPlate(painter, QRect(left, parts.bars.top(), width, metrics.height() + 4), look.label,
               colors.text, colors);
}

/// How many events lie beyond the ends of the axis.
void paintBeyond(QPainter &painter, const TimeStripParts &parts, const models::Histogram &shown,
                 const Colors &colors)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const auto plate = [&](const QString &text, bool atRight) {
        const int width = metrics.horizontalAdvance(text) + 16;
        if (text.isEmpty() || 2 * width > parts.bars.width())
            return; // the tool tip says it, too
        QRect place(parts.bars.left(), parts.bars.top(), width, metrics.height() + 4);
        if (atRight)
            place.moveRight(parts.bars.right() - 1);
        paintPlate(painter, place, text, colors.quiet, colors);
    };
    QString before = beforeText(shown.before);
    if (!before.isEmpty())
        before.prepend(QStringLiteral("‹ "));
    plate(before, false);
    QString after = afterText(shown.after);
    if (!after.isEmpty())
        after.append(QStringLiteral(" ›"));
    plate(after, true);
}

} // namespace

TimeStripParts timeStripParts(const QRect &whole, const QFontMetrics &metrics)
{
    const QRect inner = whole.adjusted(2, 2, -2, 0);
    const QRect bars(inner.left(), inner.top(), inner.width(), barsHeight);
    return { bars,
             QRect(inner.left(), bars.bottom() + gapAboveAxis, inner.width(), metrics.height()) };
}

int timeStripHeight(const QFontMetrics &metrics)
{
    return 2 + barsHeight + gapAboveAxis + metrics.height();
}

void paintTimeStrip(QPainter &painter, const TimeStripParts &parts, const TimeStripLook &look,
                    const Colors &colors)
{
    const models::TimeBins &bins = look.histogram.bins;
    const TimeScale scale(bins, parts.bars.left(), parts.bars.width());
    if (look.selected) {
        const auto [from, to] = selectedSpan(scale, *look.selected);
        painter.fillRect(QRect(from, parts.bars.top(), to - from, parts.bars.height()),
                         colors.selectedRow);
    }
    painter.fillRect(QRect(parts.bars.left(), parts.bars.bottom() + 1, parts.bars.width(), 1),
                     colors.line);
    if (bins.count() == 0)
        return;
    if (look.uptime)
        paintGaps(painter, scale, parts.bars, bins, *look.uptime, colors);
    if (look.cursor >= 0 && look.cursor < bins.count()) {
        const int left = scale.edgeX(look.cursor);
        painter.fillRect(QRect(left, parts.bars.top(), scale.edgeX(look.cursor + 1) - left,
                               parts.bars.height()),
                         colors.line);
    }
    paintBars(painter, scale, parts.bars, look, colors);
    if (look.selected)
        paintEdges(painter, scale, parts.bars, *look.selected, colors);
    paintAxis(painter, scale, parts, colors);
    if (!look.selected) // else it is the range that is of interest
        paintBeyond(painter, parts, look.histogram, colors);
    if (!look.label.isEmpty())
        paintLabel(painter, scale, parts, look, colors);
}

} // namespace views
