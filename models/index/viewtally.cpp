// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/viewtally.h"

#include "models/index/filterwords.h"
#include "models/index/storeanswers.h"

#include <algorithm>
#include <array>

namespace models {

namespace {
/// Small enough that what is known of the rows stays in the cache from filter to filter.
constexpr quint32 portion = 8192;
} // namespace

ViewTally::ViewTally(const std::vector<Filter> &filters, Instant now)
{
    for (const Filter &filter : filters) {
        View view;
        view.matcher = std::make_unique<RowMatcher>(filter, now);
        const auto nothingSaid = std::make_shared<const StoreAnswers>(filter);
        view.asksStore = nothingSaid->isNeeded();
        view.matcher->setAnswers(nothingSaid);
        m_views.push_back(std::move(view));
    }
}

std::vector<std::optional<ViewCount>> ViewTally::counts() const
{
    std::vector<std::optional<ViewCount>> counts;
    for (const View &view : m_views)
        counts.push_back(view.unsure ? std::nullopt : std::optional(view.count));
    return counts;
}

void ViewTally::add(const IndexSnapshot &snapshot, const std::atomic_bool &cancelled)
{
    std::array<quint8, portion> masks;
    std::array<quint8, portion> possible; // with what the store might say
    std::array<quint8, portion> unread;
    std::array<quint8, portion> open;
    while (m_rows < snapshot.rows && !cancelled) {
        const SegmentView &segment = snapshot.segments[m_rows / Segment::capacity];
        const quint32 first = m_rows % Segment::capacity;
        const quint32 count = std::min(portion, segment.rows - first);
        for (quint32 i = 0; i < count; ++i) {
            unread[i] = snapshot.read.contains(segment.segment->ids[first + i]) ? 0 : 1;
            open[i] = isOpen(static_cast<Status>(segment.segment->statuses[first + i])) ? 1 : 0;
        }
        for (View &view : m_views) {
            if (view.unsure)
                continue;
            view.matcher->judge(snapshot, m_rows, count, masks.data());
            quint32 unreadHits = 0;
            quint32 openHits = 0;
            for (quint32 i = 0; i < count; ++i) {
                const quint8 hit = masks[i] == 0 ? 1 : 0;
                unreadHits += hit & unread[i];
                openHits += hit & open[i];
            }
            view.count.unread += unreadHits;
            view.count.open += openHits;
            if (!view.asksStore)
                continue;
            view.matcher->judge(snapshot, m_rows, count, possible.data(),
                                RowMatcher::Undecided::Show);
            view.unsure = !std::equal(masks.begin(), masks.begin() + count, possible.begin(),
                                      [](quint8 a, quint8 b) { return (a == 0) == (b == 0); });
        }
        m_rows += count;
    }
}

} // namespace models
