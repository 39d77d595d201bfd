// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/rowtests.h"
#include "models/index/timebins.h"

#include <atomic>

namespace models {

/// How many events of each severity lie in each bin of a time axis. A value.
struct Histogram
{
    using Levels = std::array<quint32, severityCount>; ///< by Severity

    Field field = Field::Received; ///< Received or Time
    TimeBins bins;
    std::vector<Levels> counts; ///< one a bin

    static quint32 sum(const Levels &levels);
    /// Of the bins [first, end).
    Levels total(int first, int end) const;
    quint32 highest() const; ///< events in the fullest bin
};

/// Counts the rows of a growing index into bins, each row once. On one thread at a time; snapshots
/// of one index only.
class HistogramCounter final
{
public:
    /// Counts what passes `filter`; ages are counted back from `now`.
    HistogramCounter(const Filter &filter, Field field, TimeBins bins, Instant now,
                     const OtherTests &others = {});

    /// Counts the rows that came since the last call. False: given up because `cancelled` became
    /// true; the next call goes on from there.
    bool extend(const IndexSnapshot &snapshot, const std::atomic_bool &cancelled);
    Histogram result() const;

private:
    void count(const Segment &segment, quint32 first, quint32 rows, const quint8 *passes);

    Field m_field;
    TimeBins m_bins;
    std::unique_ptr<RowTest> m_test; ///< none: every row passes
    std::vector<quint16> m_table; ///< the bin at the begin of each slice of the axis
    int m_shift = 0; ///< a slice lasts 2^m_shift milliseconds
    /// Two sets that are added up at the end: counting into one would wait for the memory where
    /// neighbours are of the same bin and level.
    std::array<std::vector<quint32>, 2> m_counts;
    std::vector<quint8> m_passes;
    quint32 m_rows = 0;
};

/// The smallest and largest time of a column, kept up while the index grows; see HistogramCounter.
class TimeExtent final
{
public:
    explicit TimeExtent(Field field) : m_field(field) { }
    void extend(const IndexSnapshot &snapshot);
    bool isEmpty() const { return m_rows == 0; }
    qint64 first() const { return m_first; } ///< only where it is not empty
    qint64 last() const { return m_last; }

private:
    Field m_field;
    quint32 m_rows = 0;
    qint64 m_first = std::numeric_limits<qint64>::max();
    qint64 m_last = std::numeric_limits<qint64>::min();
};

} // namespace models
