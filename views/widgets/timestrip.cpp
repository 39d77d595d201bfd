// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/timestrip.h"

#include "views/widgets/colors.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/timescale.h"
#include "views/widgets/timewords.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace views {

namespace {

constexpr int barWidth = 7;
constexpr int fewestBins = 24;
constexpr int mostBinsEver = 200;
constexpr int grip = 5; // pixels beside an edge that take hold of it
constexpr int smallestDrag = 4;

OpenRange openRange(const models::TimeRange &range)
{
    OpenRange open;
    if (range.first != models::TimeRange().first)
        open.first = range.first;
    if (range.last != models::TimeRange().last)
        open.end = range.last + 1;
    return open;
}

} // namespace

TimeStrip::TimeStrip(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Events over time"));
    noteItsKeys();
}

QSize TimeStrip::sizeHint() const
{
    return { 480, timeStripHeight(fontMetrics()) };
}

QSize TimeStrip::minimumSizeHint() const
{
    return { 120, timeStripHeight(fontMetrics()) };
}

QRect TimeStrip::barsRect() const
{
    return timeStripParts(rect(), fontMetrics()).bars;
}

int TimeStrip::mostBins() const
{
    return std::clamp(barsRect().width() / barWidth, fewestBins, mostBinsEver);
}

void TimeStrip::showHistogram(const models::Histogram &histogram,
                              const std::optional<models::TimeSelection> &selection)
{
    m_selected = selection ? openRange(selection->range) : std::optional<OpenRange>();
    if (m_drag.isActive()) {
        m_later = histogram;
        return;
    }
    if (m_look.histogram.bins != histogram.bins)
        m_look.cursor = hasFocus() ? histogram.bins.count() - 1 : -1;
    m_look.histogram = histogram;
    showSelected();
}

void TimeStrip::showUptime(const std::optional<models::Uptime> &uptime)
{
    m_look.uptime = uptime;
    update();
}

void TimeStrip::showSelected()
{
    m_look.choosing = false;
    m_look.selected = m_selected;
    m_look.label.clear();
    if (m_later)
        m_look.histogram = *std::exchange(m_later, {});
    m_look.cursor = std::min(m_look.cursor, m_look.histogram.bins.count() - 1);
    describe();
    update();
}

QString TimeStrip::binDetails(int bin) const
{
    return detailText(m_look.histogram, bin, bin + 1, m_look.uptime, QDate::currentDate());
}

void TimeStrip::describe()
{
    const models::Histogram &shown = m_look.histogram;
    setAccessibleDescription(m_look.cursor >= 0 ? binDetails(m_look.cursor)
                                                : detailText(shown, 0, shown.bins.count(), {},
                                                             QDate::currentDate()));
}

std::optional<TimeRangeDrag::Edge> TimeStrip::edgeUnder(int x) const
{
    if (!m_selected)
        return {};
    const QRect bars = barsRect();
    const TimeScale scale(m_look.histogram.bins, bars.left(), bars.width());
    const auto isNear = [&](const std::optional<qint64> &edge) {
        return edge && std::abs(scale.xOf(*edge) - x) <= grip;
    };
    if (isNear(m_selected->end))
        return TimeRangeDrag::Edge::End;
    if (isNear(m_selected->first))
        return TimeRangeDrag::Edge::First;
    return {};
}

void TimeStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_look.histogram.bins.count() == 0)
        return;
    cancel();
    m_pressed = true;
    m_pressedAt = event->position().toPoint().x();
}

void TimeStrip::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    if (!m_pressed) {
        setCursor(edgeUnder(x) ? Qt::SplitHCursor : Qt::ArrowCursor);
        return;
    }
    if (!m_drag.isActive()) {
        if (std::abs(x - m_pressedAt) < smallestDrag)
            return;
        QToolTip::hideText();
        const QRect bars = barsRect();
        if (const auto edge = edgeUnder(m_pressedAt))
            m_drag.take(*edge, *m_selected);
        else
            m_drag.begin(
                    TimeScale(m_look.histogram.bins, bars.left(), bars.width()).binAt(m_pressedAt));
        m_byKeys = false;
        m_look.cursor = -1;
    }
    follow(x);
}

void TimeStrip::follow(int x)
{
    const QRect bars = barsRect();
    const TimeScale scale(m_look.histogram.bins, bars.left(), bars.width());
    m_drag.moveTo(m_drag.movesEdge() ? scale.edgeAt(x) : scale.binAt(x), m_look.histogram.bins);
    choose();
}

/// Shows what is chosen so far.
void TimeStrip::choose()
{
    const models::TimeBins &bins = m_look.histogram.bins;
    const OpenRange &range = m_drag.range();
    const qint64 first = range.first.value_or(bins.edges.front());
    const qint64 end = range.end.value_or(bins.edges.back());
    const quint32 count = models::Histogram::sum(
            m_look.histogram.total(bins.binAt(first), bins.binAt(end - 1) + 1));
    m_look.choosing = true;
    m_look.selected = range;
    m_look.label = tr("%1 · %2").arg(spanText(first, end, QDate::currentDate()), eventsText(count));
    setAccessibleDescription(m_look.label);
    update();
}

void TimeStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = false;
    if (m_drag.isActive() && !m_byKeys)
        commit();
}

void TimeStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    cancel();
    m_pressed = false;
    if (m_selected)
        emit allRequested();
}

void TimeStrip::cancel()
{
    m_pressed = false;
    if (!m_drag.isActive())
        return;
    m_drag.stop();
    showSelected();
}

void TimeStrip::commit()
{
    const OpenRange range = m_drag.range();
    m_drag.stop();
    if (range != m_selected.value_or(OpenRange()))
        emit rangeRequested(range.first, range.end);
    showSelected();
}

void TimeStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    emit mostBinsChanged(mostBins());
}

bool TimeStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_drag.isActive()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QRect bars = barsRect();
        const int bin =
                TimeScale(m_look.histogram.bins, bars.left(), bars.width()).binAt(help->pos().x());
        QToolTip::showText(help->globalPos(), plainToolTip(binDetails(bin)), this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && m_drag.isActive()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TimeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    paintTimeStrip(painter, timeStripParts(rect(), fontMetrics()), m_look, colors);
    if (hasFocus()) {
        painter.setPen(colors.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace views
