// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/histogram.h"

#include "models/index/hits.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace models {

namespace {

constexpr qint64 shortestRoom = 3'600'000; // ms beside the times that are usual
constexpr quint32 levels = 8; // a power of two from severityCount on
static_assert(severityCount <= levels);

const MomentColumn &timesOf(const Segment &segment, Field field)
{
    return field == Field::Received ? segment.received : segment.times;
}

} // namespace

quint32 Histogram::sum(const Levels &some)
{
    return std::accumulate(some.begin(), some.end(), quint32 { 0 });
}

Histogram::Levels Histogram::total(int first, int end) const
{
    Levels all {};
    for (int bin = std::max(first, 0); bin < std::min(end, bins.count()); ++bin) {
        for (std::size_t level = 0; level < all.size(); ++level)
            all[level] += counts[static_cast<std::size_t>(bin)][level];
    }
    return all;
}

quint32 Histogram::highest() const
{
    quint32 most = 0;
    for (const Levels &bin : counts)
        most = std::max(most, sum(bin));
    return most;
}

HistogramCounter::HistogramCounter(const Filter &filter, Field field, TimeBins bins, Instant now,
                                   std::shared_ptr<const StoreAnswers> answers)
    : m_field(field), m_bins(std::move(bins)), m_answers(std::move(answers))
{
    if (!filter.isEmpty())
        m_test = makeRowTest(filter.root(), now);
    for (auto &counts : m_counts)
        counts.resize(static_cast<std::size_t>(m_bins.count()) * levels);
    if (m_bins.count() == 0)
        return;
    // A slice is no longer than the shortest bin, so at most one edge lies within it.
    const std::vector<qint64> &edges = m_bins.edges;
    qint64 shortest = edges.back() - edges.front();
    for (std::size_t i = 1; i < edges.size(); ++i)
        shortest = std::min(shortest, edges[i] - edges[i - 1]);
    m_shift = static_cast<int>(std::bit_width(static_cast<quint64>(shortest))) - 1;
    quint16 bin = 0;
    for (qint64 at = edges.front(); at < edges.back(); at += qint64 { 1 } << m_shift) {
        while (at >= edges[bin + std::size_t { 1 }])
            ++bin;
        m_table.push_back(bin);
    }
}

bool HistogramCounter::extend(const IndexSnapshot &snapshot, const std::atomic_bool &cancelled)
{
    constexpr quint32 portion = 8192;
    m_passes.resize(m_test ? portion : 0);
    while (m_rows < snapshot.rows) {
        if (cancelled)
            return false;
        const SegmentView &segment = snapshot.segments[m_rows / Segment::capacity];
        const quint32 first = m_rows % Segment::capacity;
        const quint32 rows = std::min(portion, segment.rows - first);
        if (m_test) {
            const Stretch stretch { .segment = segment,
                                    .terms = snapshot.terms,
                                    .first = first,
                                    .count = rows,
                                    .answers = m_answers.get(),
                                    .read = &snapshot.read,
                                    .number = m_rows / Segment::capacity,
                                    .standings = snapshot.standings.get() };
            m_test->run(stretch, m_passes.data());
        }
        if (m_bins.count() > 0)
            count(*segment.segment, first, rows, m_test ? m_passes.data() : nullptr);
        m_rows += rows;
    }
    return true;
}

void HistogramCounter::count(const Segment &segment, quint32 first, quint32 rows,
                             const quint8 *passes)
{
    const quint8 *const severities = segment.severities.get() + first;
    const qint64 begin = m_bins.edges.front();
    const auto span = static_cast<quint64>(m_bins.edges.back() - begin);
    const qint64 *const ends = m_bins.edges.data() + 1;
    const quint16 *const table = m_table.data();
    quint32 *const counts[] = { m_counts[0].data(), m_counts[1].data() };
    quint32 *const outside = m_outside.data();
    const int shift = m_shift;
    timesOf(segment, m_field).visit([=](auto timeOf) {
        const auto add = [=](quint32 row) {
            const qint64 time = timeOf(first + row);
            // What is before the axis is huge as a number without a sign.
            const quint64 at = static_cast<quint64>(time) - static_cast<quint64>(begin);
            if (at >= span) {
                ++outside[time < begin ? 0 : 1];
                return;
            }
            const quint32 slice = table[at >> shift];
            const quint32 bin = slice + static_cast<quint32>(time >= ends[slice]);
            ++counts[row & 1][bin * levels + severities[row] % levels];
        };
        if (passes) {
            forEachHit(passes, rows, 1, add);
        } else {
            for (quint32 row = 0; row < rows; ++row)
                add(row);
        }
    });
}

Histogram HistogramCounter::result() const
{
    Histogram histogram;
    histogram.field = m_field;
    histogram.bins = m_bins;
    histogram.before = m_outside[0];
    histogram.after = m_outside[1];
    histogram.counts.resize(static_cast<std::size_t>(m_bins.count()));
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        for (std::size_t level = 0; level < severityCount; ++level)
            histogram.counts[bin][level] =
                    m_counts[0][bin * levels + level] + m_counts[1][bin * levels + level];
    }
    return histogram;
}

void TimeExtent::extend(const IndexSnapshot &snapshot)
{
    while (m_rows < snapshot.rows) {
        const SegmentView &segment = snapshot.segments[m_rows / Segment::capacity];
        const quint32 base = m_rows - m_rows % Segment::capacity;
        timesOf(*segment.segment, m_field).visit([&](auto timeOf) {
            for (quint32 row = m_rows % Segment::capacity; row < segment.rows; ++row) {
                const qint64 time = timeOf(row);
                m_first = std::min(m_first, time);
                m_last = std::max(m_last, time);
                if ((base + row) % m_stride == 0)
                    sample(time);
            }
        });
        m_rows += segment.rows - m_rows % Segment::capacity;
    }
}

void TimeExtent::sample(qint64 time)
{
    m_sample.push_back(time);
    if (m_sample.size() < mostSampled)
        return;
    for (std::size_t i = 0; 2 * i < m_sample.size(); ++i)
        m_sample[i] = m_sample[2 * i];
    m_sample.resize((m_sample.size() + 1) / 2);
    m_stride *= 2;
}

TimeSpan TimeExtent::central() const
{
    constexpr std::size_t fewest = 8; // of less nobody can say what is usual
    constexpr qint64 muchLonger = 4;
    const TimeSpan all { m_first, m_last };
    if (m_sample.size() < fewest)
        return all;
    std::vector<qint64> sorted = m_sample;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t odd = std::max<std::size_t>(1, sorted.size() / 50);
    const TimeSpan most { sorted[odd], sorted[sorted.size() - 1 - odd] };
    // What lies near stays.
    const qint64 room = std::max(most.length() / 2, shortestRoom);
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), most.first - room);
    const auto last = std::upper_bound(sorted.begin(), sorted.end(), most.last + room);
    const TimeSpan central { *first, *(last - 1) };
    return all.length() >= muchLonger * central.length() ? central : all;
}

} // namespace models
