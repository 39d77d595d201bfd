// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sidebar/pageviews.h"

#include "models/index/eventquery.h"
#include "models/index/readmarks.h"
#include "views/keys/keynotes.h"
#include "views/pages/eventspage.h"
#include "views/pages/readmarking.h"
#include "views/sidebar/viewsession.h"
#include "views/sidebar/viewspanel.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/undotoast.h"

#include <QMenu>
#include <QShortcut>

#include <utility>

namespace views {

PageViews::PageViews(const Parts &parts, std::chrono::milliseconds rest)
    : QObject(&parts.page), m_parts(parts), m_undo(new UndoToast(&parts.page)),
      m_session(new ViewSession(parts.views, parts.query, parts.page.columns(), this)),
      m_panel(new ViewsPanel(*m_session, *m_undo)), m_watcher(new ReadWatcher(parts.page, rest)),
      m_marking(new ReadMarking(
              { parts.index, parts.query, parts.marks, parts.page.table(), *m_undo }, this))
{
    EventsPage &page = parts.page;
    page.addAboveFacets(m_panel);
    addKeys();
    connect(&page, &EventsPage::eventSelected, m_watcher, &ReadWatcher::select);
    connect(m_watcher, &ReadWatcher::eventRead, m_marking, &ReadMarking::markRead);
    connect(&page, &EventsPage::tableMenuMade, m_marking,
            [this](QMenu *menu) { m_marking->addActions(*menu); });
    connect(m_session, &ViewSession::refusedRequested, this, &PageViews::refusedRequested);
    connect(m_panel, &ViewsPanel::exportRequested, this, &PageViews::exportRequested);
    connect(m_panel, &ViewsPanel::importRequested, this, &PageViews::importRequested);
    connect(m_panel, &ViewsPanel::markReadRequested, this, &PageViews::markViewRead);
    // Only now is it known what the filter says of read and unread.
    connect(&parts.marks, &models::ReadMarks::loaded, &parts.query, &models::EventQuery::askAgain);
    connect(&parts.query, &models::EventQuery::rowsReplaced, this, [this] {
        if (std::exchange(m_markWhenShown, false))
            m_marking->markAll(true);
    });
}

void PageViews::addKeys()
{
    for (int row = 0; row < 9; ++row) {
        auto *key = new QShortcut(QKeySequence(Qt::Key(Qt::Key_1 + row)), &m_parts.page);
        noteKey(*key, KeyGroup::Views, tr("Choose the view at that place"));
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, m_session, [this, row] { m_session->choose(row); });
    }
}

void PageViews::markViewRead(int row)
{
    m_session->choose(row);
    if (m_session->activeRow() != row)
        return;
    m_markWhenShown = m_parts.query.busy();
    if (!m_markWhenShown)
        m_marking->markAll(true);
}

void PageViews::importText(const QByteArray &text)
{
    m_panel->importText(text);
}

} // namespace views
