// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/viewcounts.h"

#include "models/index/eventindex.h"
#include "models/index/viewtally.h"

#include <algorithm>
#include <utility>

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
    std::shared_ptr<ViewTally> tally = std::exchange(m_tally, nullptr);
    if (!tally) {
        std::vector<Filter> filters;
        for (const View &view : m_views)
            filters.push_back(view.filter);
        tally = std::make_shared<ViewTally>(filters, now());
    }
    m_job.start([this, tally, snapshot = m_index.snapshot()](
                        const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        tally->add(snapshot, cancelled);
        return [this, tally] { take(tally); };
    });
}

void ViewCounts::take(const std::shared_ptr<ViewTally> &tally)
{
    m_tally = tally;
    QHash<qint64, ViewCount> counts;
    for (std::size_t view = 0; view < m_views.size(); ++view)
        counts.insert(m_views[view].key, tally->counts()[view]);
    if (counts == m_counts)
        return;
    m_counts = counts;
    emit countsChanged();
}

} // namespace models
