// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/uptime.h"
#include "models/index/histogram.h"
#include "views/widgets/timerangedrag.h"

#include <QRect>

class QFontMetrics;
class QPainter;

namespace views {

struct Colors;

/// What a strip of time shows at one moment. Plain values.
struct TimeStripLook
{
    models::Histogram histogram;
    std::optional<OpenRange> selected;
    bool choosing = false; ///< `selected` is still being chosen
    std::optional<models::Uptime> uptime; ///< nothing: gaps are not shown
    int cursor = -1; ///< the bin that the keys are at; -1: none
    QString label; ///< beside what is chosen; empty: none
};

/// Where the parts of a strip lie.
struct TimeStripParts
{
    QRect bars;
    QRect axis; ///< labels below the bars
};

/// The parts within a widget.
TimeStripParts timeStripParts(const QRect &whole, const QFontMetrics &metrics);
/// How high the whole is.
int timeStripHeight(const QFontMetrics &metrics);
/// Paints bars, gaps, what is selected, axis and label. GUI thread.
void paintTimeStrip(QPainter &painter, const TimeStripParts &parts, const TimeStripLook &look,
                    const Colors &colors);

} // namespace views
