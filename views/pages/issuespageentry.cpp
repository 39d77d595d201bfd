// SPDX-License-Identifier: GPL-3.0-or-later
// What an IssuesPage says of one issue, and where it leads from there.
#include "views/pages/issuespage.h"

#include "models/boards/boardkeeper.h"
#include "models/boards/timeline.h"
#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "models/items/eventtext.h"
#include "models/items/issuelife.h"
#include "models/items/issuetext.h"
#include "views/detail/issuepane.h"
#include "views/detail/issuewords.h"
#include "views/pages/issueswords.h"
#include "views/pages/triageactions.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/valuemenu.h"

#include <QMenu>

namespace views {

void IssuesPage::showIssue(quint32 place)
{
    if (m_model.rowOf(place) < 0)
        m_query.setFilter({});
    if (const int row = m_model.rowOf(place); row >= 0)
        m_table->selectRow(row);
}

void IssuesPage::select(qint64 id)
{
    m_selected = id;
    if (id == 0)
        return m_detail->clear();
    offerDetails();
    showSelected(false);
}

std::optional<quint32> IssuesPage::selectedPlace() const
{
    return m_selected > 0 ? std::optional(quint32(m_selected - 1)) : std::nullopt;
}

void IssuesPage::showSelected(bool same)
{
    const auto place = selectedPlace();
    if (!place)
        return;
    const models::IssueBoard &board = m_parts.keeper.boards().issues();
    const models::Issue issue = board.issue(*place);
    const models::TriageBoard &triage = m_parts.desk.board();
    const models::TriageJudgement judgement = m_model.judgementOf(*place);
    const models::IssueRelations relations = models::relationsOf(board, *place);
    const models::EventIndex &index = m_parts.index;
    const QString severityWord = index.text(issue.facts.severityWord);
    const QString statusWord = index.text(issue.statusWord);
    ShownIssue shown;
    shown.title = models::singleLine(index.text(issue.facts.title), 600);
    shown.asset = models::singleLine(index.text(issue.facts.asset));
    shown.severity = issue.facts.severity;
    shown.severityWord = severityWord.isEmpty() ? models::severityText(issue.facts.severity)
                                                : models::wordText(severityWord);
    shown.status = issue.status;
    shown.statusWord =
            statusWord.isEmpty() ? models::statusText(issue.status) : models::wordText(statusWord);
    shown.standing = models::standingText(judgement.standing);
    shown.conflict = models::conflictText(judgement);
    shown.facts = issueFacts(issue, triage.state(issue.subject), board.earlierFixes(*place),
                             m_model.policy(), index, models::now());
    shown.timeline = models::issueLife(board, *place, triage, index);
    shown.sameRule = sameRuleWords(relations);
    shown.sameAsset = sameAssetWords(relations, issue.isOpen());
    using models::IssuesModel;
    const auto ref = [&](int column, const QString &copied) {
        const auto value = issueValueIn(column, issue, judgement, m_model.policy(), index);
        return models::ValueRef { {}, value ? written(*value) : QString(), copied };
    };
    // These copy as the vendor's words.
    shown.severityRef =
            ref(IssuesModel::Level, severityWord.isEmpty() ? shown.severityWord : severityWord);
    shown.statusRef =
            ref(IssuesModel::PortalStatus, statusWord.isEmpty() ? shown.statusWord : statusWord);
    shown.standingRef = ref(IssuesModel::OurState, shown.standing);
    shown.titleRef = ref(IssuesModel::Title, shown.title);
    shown.assetRef = ref(IssuesModel::AssetName, shown.asset);
    const models::IssueValue conflict { models::IssueField::Class,
                                        int(models::IssueClass::Conflict) };
    shown.conflictRef = { {}, written(conflict), shown.conflict };
    m_detail->showIssue(shown, same);
}

QMenu *IssuesPage::makeValueMenu(const models::ValueRef &value, QWidget *parent)
{
    const auto known = models::readIssueValue(value.value);
    const QString label = known
            ? issueValueText(*known, m_parts.keeper.boards().issues(), m_parts.index)
            : QString();
    return new ValueMenu(value, label, m_query, parent);
}

void IssuesPage::showValueMenu(const models::ValueRef &value, const QPoint &globalPosition)
{
    makeValueMenu(value, m_detail)->popup(globalPosition);
}

void IssuesPage::showTableMenu(const QPoint &position)
{
    const QModelIndex cell = m_table->indexAt(position);
    if (!cell.isValid())
        return;
    const quint32 place = m_model.placeAt(cell.row());
    const auto value = issueValueIn(cell.column(), m_model.issueAt(cell.row()),
                                    m_model.judgementOf(place), m_model.policy(), m_parts.index);
    QMenu *menu = makeValueMenu({ {}, value ? written(*value) : QString(), cell.data().toString() },
                                m_table);
    menu->addSeparator();
    m_triage->addTo(*menu);
    menu->addSeparator();
    connect(menu->addAction(tr("Show its events")), &QAction::triggered, m_detail,
            &IssuePane::eventsRequested);
    connect(menu->addAction(tr("Copy rows")), &QAction::triggered, m_table,
            &EventTable::copySelection);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void IssuesPage::showSameRule(quint32 place)
{
    const models::IssueFacts &facts = m_parts.keeper.boards().issues().facts(place);
    models::IssueFilter filter;
    filter.classes.set(models::IssueClass::Open);
    filter.rules.insert(facts.ruleType);
    filter.excluded.assets.insert(facts.assetKey());
    m_query.setFilter(filter);
}

void IssuesPage::showSameAsset(quint32 place)
{
    models::IssueFilter filter;
    filter.classes.set(models::IssueClass::Open);
    filter.assets.insert(m_parts.keeper.boards().issues().facts(place).assetKey());
    m_query.setFilter(filter);
}

} // namespace views
