// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/viewcounts.h"

#include "models/index/eventindex.h"
#include "models/index/filterwords.h"
#include "models/index/rowmatcher.h"

#include <algorithm>
#include <array>

namespace models {

namespace {

bool anyField(const FilterNode &node, Field field)
{
    if (node.kind == FilterNode::Kind::Match && node.field == field)
        return true;
    return std::any_of(node.children.begin(), node.children.end(),
                       [field](const auto &child) { return anyField(*child, field); });
}

/// Whether the columns in memory say all that the filter asks.
bool isCountable(const Filter &filter)
{
    return !anyField(filter.root(), Field::Path);
}

/// Portions small enough that the traits of their rows stay in the cache from view to view.
constexpr quint32 portion = 8192;

} // namespace

ViewCounts::ViewCounts(EventIndex &index, QObject *parent) : QObject(parent), m_index(index)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(rest);
    m_ageing.setInterval(ageing);
    connect(&m_soon, &QTimer::timeout, this, &ViewCounts::begin);
    connect(&m_ageing, &QTimer::timeout, this, [this] { want(true); });
    connect(&index, &EventIndex::appended, this, [this] { want(false); });
    connect(&index, &EventIndex::readChanged, this, [this] { want(true); });
}

ViewCounts::~ViewCounts() = default;

void ViewCounts::setViews(const std::vector<View> &views)
{
    if (views == m_wanted)
        return;
    m_wanted = views;
    m_views.clear();
    bool ages = false;
    for (const View &view : views) {
        if (!isCountable(view.filter))
            continue;
        m_views.push_back(view);
        ages = ages || anyField(view.filter.root(), Field::Age);
    }
    if (!ages)
        m_ageing.stop();
    else if (!m_ageing.isActive())
        m_ageing.start();
    want(true);
}

void ViewCounts::want(bool all)
{
    if (all) {
        m_tally.reset();
        m_job.cancel();
    }
    if (!m_soon.isActive())
        m_soon.start();
}

void ViewCounts::begin()
{
    if (m_job.busy()) { // only rows were added meanwhile
        m_soon.start();
        return;
    }
    std::shared_ptr<Tally> tally = std::exchange(m_tally, nullptr);
    if (!tally) {
        tally = std::make_shared<Tally>();
        for (const View &view : m_views)
            tally->matchers.push_back(std::make_unique<RowMatcher>(view.filter, now()));
        tally->counts.resize(m_views.size());
    }
    const IndexSnapshot snapshot = m_index.snapshot();
    m_job.start([this, tally, snapshot](const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        std::array<quint8, portion> masks;
        std::array<quint8, portion> unread;
        std::array<quint8, portion> open;
        while (tally->rows < snapshot.rows && !cancelled) {
            const quint32 row = tally->rows % Segment::capacity;
            const SegmentView &view = snapshot.segments[tally->rows / Segment::capacity];
            const quint32 count = std::min({ portion, view.rows - row, Segment::capacity - row });
            for (quint32 i = 0; i < count; ++i) {
                unread[i] = snapshot.read.contains(view.segment->ids[row + i]) ? 0 : 1;
                open[i] = isOpen(Status(view.segment->statuses[row + i])) ? 1 : 0;
            }
            for (std::size_t v = 0; v < tally->matchers.size(); ++v) {
                tally->matchers[v]->judge(snapshot, tally->rows, count, masks.data());
                quint32 unreadHits = 0;
                quint32 openHits = 0;
                for (quint32 i = 0; i < count; ++i) {
                    const quint8 hit = masks[i] == 0 ? 1 : 0;
                    unreadHits += hit & unread[i];
                    openHits += hit & open[i];
                }
                tally->counts[v].unread += unreadHits;
                tally->counts[v].open += openHits;
            }
            tally->rows += count;
        }
        return [this, tally] { take(tally); };
    });
}

void ViewCounts::take(const std::shared_ptr<Tally> &tally)
{
    m_tally = tally;
    QHash<qint64, ViewCount> counts;
    for (std::size_t v = 0; v < m_views.size(); ++v)
        counts.insert(m_views[v].key, tally->counts[v]);
    if (counts == m_counts)
        return;
    m_counts = counts;
    emit countsChanged();
}

} // namespace models
