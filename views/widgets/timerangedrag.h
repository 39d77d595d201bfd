// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/timebins.h"

#include <optional>

namespace views {

/// A range of time whose ends may be open; milliseconds since the epoch, `end` no longer in it.
struct OpenRange
{
    std::optional<qint64> first;
    std::optional<qint64> end;
    bool operator==(const OpenRange &) const = default;
};

/// A range that is being chosen on a time axis, in whole bins, by pointer or keys: a new one from
/// the bin where it began, or one whose edge is moved. A value; pure.
class TimeRangeDrag final
{
public:
    enum class Edge : quint8 { First, End };

    bool isActive() const { return m_mode != Mode::None; }
    void stop() { m_mode = Mode::None; }
    /// A new range that begins with a bin.
    void begin(int bin);
    /// An edge of a range is taken hold of.
    void take(Edge edge, const OpenRange &range);
    /// To a bin, or for an edge to the edge before that bin; both may be the count of bins.
    void moveTo(int at, const models::TimeBins &bins);
    bool movesEdge() const { return m_mode == Mode::Edge; }
    const OpenRange &range() const { return m_range; }

private:
    enum class Mode : quint8 { None, New, Edge };
    Mode m_mode = Mode::None;
    int m_anchor = 0;
    Edge m_edge = Edge::First;
    OpenRange m_before;
    OpenRange m_range;
};

} // namespace views
