// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/boardsdesk.h"

#include "app/shared/person.h"
#include "models/index/eventindex.h"

#include <utility>

namespace app {

BoardsDesk::BoardsDesk(const DatabaseUrl &url, Writer &writer, models::Archive &archive,
                       models::EventIndex &index)
    : m_source(url), m_journal(url, writer), m_desk(m_journal, index, personName()),
      m_standings(m_desk, index), m_index(index)
{
    // Before the keeper, who tells of what has these texts.
    QObject::connect(&m_source, &SqlBoards::updated, &index,
                     [&index](const models::BoardsUpdate &update) { index.learn(update.terms); });
    m_keeper.follow(m_source);
    QObject::connect(&archive, &models::Archive::grew, &m_source, &SqlBoards::noticeGrowth);
    QObject::connect(&m_keeper, &models::BoardKeeper::changed, &m_desk,
                     &models::TriageDesk::eventsLoaded);
}

void BoardsDesk::noteActs()
{
    if (m_loaded)
        m_desk.refresh();
}

void BoardsDesk::noteLoaded()
{
    // Others' acts may come before the events that they are about.
    if (!std::exchange(m_loaded, true))
        QObject::connect(&m_index, &models::EventIndex::appended, &m_desk,
                         &models::TriageDesk::eventsLoaded);
    m_desk.eventsLoaded();
    m_desk.refresh();
    m_standings.foldAgain();
}

views::IssuesPage::Parts BoardsDesk::pageParts(models::EventIndex &index)
{
    return { m_source, m_keeper, m_desk, index, personName() };
}

views::BoardParts BoardsDesk::boardParts(models::EventIndex &index)
{
    return { m_source, m_keeper, index };
}

views::SinceDialog::Parts BoardsDesk::since(const models::EventIndex &index,
                                            const models::OverduePolicy &policy,
                                            const std::optional<models::Instant> &lastVisit)
{
    return { m_source, m_keeper, index, policy, lastVisit };
}

} // namespace app
