// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/viewcounts.h"

#include "models/index/eventindex.h"
#include "models/index/filterwords.h"
#include "models/index/searchturns.h"
#include "models/index/viewstorecount.h"
#include "models/index/viewtally.h"

#include <algorithm>
#include <utility>

namespace models {

ViewCounts::ViewCounts(EventIndex &index, MakeSearch search, QObject *parent)
    : QObject(parent), m_index(index), m_search(std::move(search))
{
    m_loading.setSingleShot(true);
    m_loading.setInterval(afterLoading);
    connect(&m_loading, &QTimer::timeout, this, &ViewCounts::askStore);
    m_soon.setSingleShot(true);
    m_soon.setInterval(rest);
    m_ageing.setInterval(ageing);
    connect(&m_soon, &QTimer::timeout, this, &ViewCounts::begin);
    connect(&m_ageing, &QTimer::timeout, this, [this] { want(true); });
    connect(&index, &EventIndex::appended, this, [this](quint32, quint32 count) {
        if (count >= loadedAtOnce)
            m_loading.start();
        want(false);
    });
    connect(&index, &EventIndex::readChanged, this, [this] { want(true); });
    connect(&index, &EventIndex::standingsChanged, this, [this] {
        const bool asks = std::any_of(m_views.begin(), m_views.end(), [](const View &view) {
            return asksAbout(view.filter.root(), Field::Triage);
        });
        if (asks)
            want(true);
    });
}

ViewCounts::~ViewCounts() = default;

void ViewCounts::setViews(const std::vector<View> &views)
{
    if (views == m_views)
        return;
    m_views = views;
    std::erase_if(m_stored, [&views](const auto &stored) {
        return std::none_of(views.begin(), views.end(), [&stored](const View &view) {
            return view.key == stored.first && view.filter == stored.second->filter();
        });
    });
    const bool ages = std::any_of(views.begin(), views.end(), [](const View &view) {
        return asksAbout(view.filter.root(), Field::Age);
    });
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
        for (const auto &[key, stored] : m_stored)
            stored->again();
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
    m_known.clear();
    const std::vector<std::optional<ViewCount>> found = tally->counts();
    for (std::size_t view = 0; view < m_views.size(); ++view) {
        if (found[view])
            m_known.insert(m_views[view].key, *found[view]);
    }
    if (!m_loading.isActive())
        askStore();
    tell();
}

// What is loaded in large portions would be asked about portion by portion.
void ViewCounts::askStore()
{
    if (!m_search || !m_tally)
        return;
    std::erase_if(m_stored, [this](const auto &stored) { return m_known.contains(stored.first); });
    for (const View &view : m_views) {
        if (m_known.contains(view.key) || m_stored.contains(view.key))
            continue;
        if (!m_turns)
            m_turns = std::make_unique<SearchTurns>(m_search());
        auto count = std::make_unique<ViewStoreCount>(m_index, m_turns->newSearch(), view.filter);
        connect(count.get(), &ViewStoreCount::changed, this, &ViewCounts::tell);
        m_stored.emplace(view.key, std::move(count));
    }
    if (m_stored.empty())
        m_turns.reset();
    tell();
}

void ViewCounts::tell()
{
    QHash<qint64, ViewCount> counts = m_known;
    QSet<qint64> asked;
    for (const auto &[key, stored] : m_stored) {
        if (const std::optional<ViewCount> count = stored->count())
            counts.insert(key, *count);
        else if (!stored->isStopped())
            asked.insert(key);
    }
    if (counts == m_counts && asked == m_asked)
        return;
    m_counts = counts;
    m_asked = asked;
    emit countsChanged();
}

bool ViewCounts::busy() const
{
    return m_job.busy() || m_soon.isActive() || (m_search && m_loading.isActive())
            || std::any_of(m_stored.begin(), m_stored.end(),
                           [](const auto &stored) { return stored.second->busy(); });
}

} // namespace models
