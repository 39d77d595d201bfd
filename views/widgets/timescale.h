// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/timebins.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace views {

/// Where times lie on a strip that gives each bin the same width, within a pixel. Only as long as
/// `bins` lasts. Pure.
class TimeScale final
{
public:
    TimeScale(const models::TimeBins &bins, int left, int width)
        : m_bins(bins), m_left(left), m_width(width)
    {
    }

    int left() const { return m_left; }
    int right() const { return m_left + m_width; }
    /// The begin of bin `edge`, or the end of the last one.
    int edgeX(int edge) const;
    /// The bin under a point, the nearest one beside the strip; -1 where there are none.
    int binAt(int x) const;
    /// The edge that is nearest to a point.
    int edgeAt(int x) const;
    /// The place of a moment; what is beside the axis lies at its end.
    int xOf(qint64 moment) const;

    struct Tick
    {
        int x = 0;
        QString text;
        bool strong = false; ///< a new day among hours, a new year among months
    };
    /// Labels of the axis at round times, at least `distance` apart.
    std::vector<Tick> ticks(int distance, const QLocale &locale) const;

private:
    const models::TimeBins &m_bins;
    int m_left;
    int m_width;
};

} // namespace views
