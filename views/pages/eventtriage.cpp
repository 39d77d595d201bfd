// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/eventtriage.h"

#include "models/boards/issuesubject.h"
#include "models/index/eventquery.h"
#include "views/detail/detailpane.h"
#include "views/pages/eventspage.h"
#include "views/pages/selectedrows.h"
#include "views/pages/triageactions.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/messagebar.h"

#include <QItemSelectionModel>
#include <QMenu>

#include <algorithm>

namespace views {

EventTriage::EventTriage(const Parts &parts) : QObject(&parts.page), m_parts(parts)
{
    EventsPage &page = parts.page;
    auto *progress = new MessageBar(&page);
    progress->setObjectName(QStringLiteral("eventsPage.progress"));
    page.addBar(progress);
    m_actions = new TriageActions({ .page = page,
                                    .table = page.table(),
                                    .desk = parts.desk,
                                    .undo = parts.undo,
                                    .progress = *progress,
                                    .me = parts.me,
                                    .selected = [this] { return selectedIssues(); },
                                    .shown = [this] { return shownIssues(); },
                                    .noneWords = [this] { return noIssueWords(); } },
                                  this);
    parts.detail.addActs(m_actions->actions());
    connect(m_actions, &TriageActions::obstacleChanged, this, &EventTriage::showObstacle);
    connect(page.table().selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EventTriage::showObstacle);
    showObstacle();
    connect(m_actions, &TriageActions::hinted, &page, &EventsPage::hinted);
    connect(&page, &EventsPage::tableMenuMade, m_actions, [this](QMenu *menu) {
        menu->addSeparator();
        m_actions->addTo(*menu);
    });
}

std::vector<qint64> EventTriage::selectedIssues() const
{
    return models::oneOfEachIssue(m_parts.index,
                                  selectedPositions(m_parts.page.table(), m_parts.query));
}

std::vector<qint64> EventTriage::shownIssues() const
{
    return models::oneOfEachIssue(m_parts.index, m_parts.query.rows());
}

void EventTriage::showObstacle()
{
    m_parts.detail.setActsObstacle(m_actions->obstacle());
}

bool EventTriage::isIssueSelected() const
{
    const std::vector<quint32> rows = selectedPositions(m_parts.page.table(), m_parts.query);
    return std::any_of(rows.begin(), rows.end(), [this](quint32 position) {
        return models::isOfIssue(m_parts.index, position);
    });
}

QString EventTriage::noIssueWords() const
{
    if (isIssueSelected())
        return {};
    switch (m_parts.page.table().selectedIds(2).size()) {
    case 0:
        return tr("Select events to decide about their issues");
    case 1:
        return tr("This event belongs to no issue");
    default:
        return tr("None of these events belongs to an issue");
    }
}

} // namespace views
