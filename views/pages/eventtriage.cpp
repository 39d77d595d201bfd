// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/eventtriage.h"

#include "models/boards/issuesubject.h"
#include "models/index/eventquery.h"
#include "views/pages/eventspage.h"
#include "views/pages/selectedrows.h"
#include "views/pages/triageactions.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/messagebar.h"

#include <QMenu>

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

QString EventTriage::noIssueWords() const
{
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
