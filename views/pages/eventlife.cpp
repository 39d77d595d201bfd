// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/eventlife.h"

#include "models/boards/boardkeeper.h"
#include "models/boards/issuesubject.h"
#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "models/items/issuelife.h"
#include "models/ports/boardsource.h"
#include "views/detail/lifepane.h"
#include "views/pages/boardwords.h"
#include "views/pages/issueswords.h"

namespace views {

EventLife::EventLife(const IssuesPage::Parts &parts, LifePane &pane, QObject *parent)
    : QObject(parent), m_parts(parts), m_pane(pane)
{
    connect(&pane, &LifePane::wanted, this, [this] {
        m_wanted = true;
        m_parts.source.start();
        m_parts.desk.refresh();
        tell();
    });
    connect(&pane, &LifePane::left, this, [this] { m_wanted = false; });
    connect(&parts.keeper, &models::BoardKeeper::changed, this, &EventLife::tell);
    connect(&parts.keeper, &models::BoardKeeper::stateChanged, this, &EventLife::tell);
    connect(&parts.desk, &models::TriageDesk::changed, this, &EventLife::tell);
    connect(&parts.index, &models::EventIndex::repeated, this, &EventLife::tell);
    const auto lead = [this](void (LifePane::*asked)(), void (EventLife::*leads)(quint32)) {
        connect(&m_pane, asked, this, [this, leads] {
            if (const auto at = place())
                emit(this->*leads)(*at);
        });
    };
    lead(&LifePane::issueRequested, &EventLife::issueRequested);
    lead(&LifePane::sameRuleRequested, &EventLife::sameRuleRequested);
    lead(&LifePane::sameAssetRequested, &EventLife::sameAssetRequested);
}

std::optional<quint32> EventLife::place() const
{
    return m_parts.keeper.boards().issues().placeOf(
            models::issueSubject(m_parts.index, m_pane.shownEvent()));
}

void EventLife::tell()
{
    if (!m_wanted || m_pane.shownEvent() == 0)
        return;
    if (!m_parts.keeper.known()) {
        const auto words = boardNotKnown(m_parts.keeper, tr("Working out the issues"));
        return m_pane.showNothing(QString(words.title % u'\n' % words.text));
    }
    const auto at = place();
    if (!at)
        return m_pane.showNothing(tr("This event belongs to no issue."));
    const models::IssueBoard &board = m_parts.keeper.boards().issues();
    const models::IssueRelations relations = models::relationsOf(board, *at);
    ShownLife life;
    life.timeline = models::issueLife(board, *at, m_parts.desk.board(), m_parts.index);
    life.sameRule = sameRuleWords(relations);
    life.sameAsset = sameAssetWords(relations, board.digest(*at).isOpen());
    m_pane.showLife(life);
}

} // namespace views
