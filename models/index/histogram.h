// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/rowtests.h"
#include "models/index/timebins.h"
#include "models/index/timeview.h"

#include <atomic>

namespace models {

/// How many events of each severity lie in each bin of a time axis. A value.
struct Histogram
{
    using Levels = std::array<quint32, severityCount>; ///< by Severity

    Field field = Field::Received; ///< Received or Time
    TimeBins bins;
    std::vector<Levels> counts; ///< one a bin
    quint32 before = 0; ///< events that lie before the first bin
    quint32 after = 0; ///< and after the last

    static quint32 sum(const Levels &some);
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
    /// `answers`: what the store has said of clauses of this very filter that the index cannot
    /// answer; rows of which it has not spoken do not pass.
    HistogramCounter(const Filter &filter, Field field, TimeBins bins, Instant now,
                     std::shared_ptr<const StoreAnswers> answers = {});

    /// Counts the rows that came since the last call. False: given up because `cancelled` became
    /// true; the next call goes on from there.
    bool extend(const IndexSnapshot &snapshot, const std::atomic_bool &cancelled);
    Histogram result() const;

private:
    void count(const Segment &segment, quint32 first, quint32 rows, const quint8 *passes);

    Field m_field;
    TimeBins m_bins;
    std::shared_ptr<const StoreAnswers> m_answers;
    std::unique_ptr<RowTest> m_test; ///< none: every row passes
    std::vector<quint16> m_table; ///< the bin at the begin of each slice of the axis
    int m_shift = 0; ///< a slice lasts 2^m_shift milliseconds
    /// Two sets that are added up at the end: counting into one would wait for the memory where
    /// neighbours are of the same bin and level.
    std::array<std::vector<quint32>, 2> m_counts;
    std::array<quint32, 2> m_outside {}; ///< before and after the bins
    std::vector<quint8> m_passes;
    quint32 m_rows = 0;
};

/// The smallest and largest time of a column, and where nearly all of its times lie, kept up while
/// the index grows; see HistogramCounter.
class TimeExtent final
{
public:
    explicit TimeExtent(Field field) : m_field(field) { }
    void extend(const IndexSnapshot &snapshot);
    bool isEmpty() const { return m_rows == 0; }
    qint64 first() const { return m_first; } ///< only where it is not empty
    qint64 last() const { return m_last; }
    /// The part in which nearly all times lie: without the few at either end that are so far away
    /// that an axis over all would be several times as long. Judged by a sample; only where it is
    /// not empty.
    TimeSpan central() const;

private:
    static constexpr std::size_t mostSampled = 8192;
    void sample(qint64 time);

    Field m_field;
    std::vector<qint64> m_sample; ///< every m_stride-th time
    quint32 m_stride = 1;
    quint32 m_rows = 0;
    qint64 m_first = std::numeric_limits<qint64>::max();
    qint64 m_last = std::numeric_limits<qint64>::min();
};

} // namespace models
