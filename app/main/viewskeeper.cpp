// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/viewskeeper.h"

#include "app/shared/person.h"
#include "app/store/sqlstoresearch.h"

namespace app {

using models::SavedViewList;

ViewsKeeper::ViewsKeeper(const QString &file, const DatabaseUrl &url, Writer &writer,
                         models::EventIndex &index)
    : m_file(file), m_journal(url, writer), m_marks(index, m_journal, personName()), m_views({}),
      m_counts(index, [url] { return std::make_unique<SqlStoreSearch>(url); }),
      m_deliveries(url, writer), m_refused(m_deliveries)
{
    ViewsFile::Loaded loaded = m_file.load();
    m_notice = std::move(loaded.notice);
    m_views.addAll(loaded.views);
    connect(&m_views, &SavedViewList::viewsChanged, this, &ViewsKeeper::save);
    connect(&m_views, &SavedViewList::viewsChanged, this, &ViewsKeeper::recount);
    connect(&m_counts, &models::ViewCounts::countsChanged, this,
            [this] { m_views.setCounts(m_counts.counts(), m_counts.asked()); });
    connect(&m_refused, &models::RefusedCount::changed, this,
            [this] { m_views.setRefused(m_refused.requests()); });
    recount();
}

ViewsKeeper::~ViewsKeeper() = default;

void ViewsKeeper::start()
{
    m_marks.refresh();
}

void ViewsKeeper::noteActs()
{
    m_marks.refresh();
}

void ViewsKeeper::noteLoaded()
{
    m_refused.start();
}

void ViewsKeeper::save()
{
    const auto done = m_file.save(m_views.views());
    emit problem(done ? QString() : done.error());
}

void ViewsKeeper::recount()
{
    std::vector<models::ViewCounts::View> views;
    for (const SavedViewList::Entry &entry : m_views.entries()) {
        const auto parsed = models::Filter::parse(entry.view.filter);
        if (parsed.filter && entry.view.shows == models::SavedView::Shows::Events)
            views.push_back({ entry.key, *parsed.filter });
    }
    m_counts.setViews(views);
}

} // namespace app
