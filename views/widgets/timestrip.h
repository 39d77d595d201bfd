// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/timeclauses.h"
#include "views/widgets/timestrippainter.h"

#include <QWidget>

namespace views {

/// Events over time as bars, stacked by severity, with the selected range on it and the times in
/// which the receiver was off. Drag: a range of whole bars; an edge can be dragged; Escape cancels;
/// a double click selects everything. Keys: Left, Right, Home and End go from bar to bar, with
/// Shift they choose a range that is asked for when Shift is let go; Enter asks for the bar, Delete
/// for everything. The tool tip has all in words and numbers. GUI thread.
class TimeStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit TimeStrip(QWidget *parent = nullptr);

    /// While a range is chosen the bars stay as they are.
    void showHistogram(const models::Histogram &histogram,
                       const std::optional<models::TimeSelection> &selection);
    /// What is on record of the receiver; nothing: the axis is not that of arrival.
    void showUptime(const std::optional<models::Uptime> &uptime);

    /// As many bars as the width has room for.
    int mostBins() const;
    /// All that the tool tip says of a bin.
    QString binDetails(int bin) const;
    const TimeStripLook &look() const { return m_look; }
    /// The bars' place, for those who point at them.
    QRect barsRect() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// Milliseconds since the epoch; an end that is not there is open.
    void rangeRequested(std::optional<qint64> first, std::optional<qint64> end);
    void allRequested();
    void mostBinsChanged(int bins);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void noteItsKeys();
    std::optional<TimeRangeDrag::Edge> edgeUnder(int x) const;
    void follow(int x);
    void choose();
    void cancel();
    void commit();
    void showSelected();
    void moveCursor(int bin, bool choosing);
    void describe();

    TimeStripLook m_look;
    std::optional<OpenRange> m_selected; ///< of the filter
    std::optional<models::Histogram> m_later; ///< came while a range was chosen
    TimeRangeDrag m_drag;
    bool m_pressed = false;
    bool m_byKeys = false;
    int m_pressedAt = 0;
};

} // namespace views
