// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/issuecolumns.h"

#include "models/items/issuesmodel.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/columnheader.h"

#include <QFontMetrics>

namespace views {

void planIssueColumns(ColumnHeader &header, const QFontMetrics &metrics)
{
    using models::IssuesModel;
    const auto words = [&metrics](const QString &widest, int extra = 0) {
        return metrics.horizontalAdvance(widest) + 16 + extra;
    };
    const auto latin = [&words](const char *widest, int extra = 0) {
        return words(QString::fromLatin1(widest), extra);
    };
    const int time = timeColumnWidth(metrics);
    std::vector<ColumnPlan> plan(IssuesModel::ColumnCount);
    plan[IssuesModel::Title] = { .minimum = latin("Certificate expires soon"), .weight = 6 };
    plan[IssuesModel::Level] = { .minimum = latin("Important", severityShapeWidth) };
    plan[IssuesModel::PortalStatus] = { .minimum = latin("Portal status", 14) }; // with its mark
    plan[IssuesModel::OurState] = { .minimum = latin("Acknowledged") };
    plan[IssuesModel::AssetName] = { .minimum = latin("service-name"), .weight = 3 };
    plan[IssuesModel::Group] = { .minimum = latin("Asset group"), .weight = 2, .drop = 3 };
    plan[IssuesModel::Policy] = { .minimum = latin("A rule's name"), .weight = 2, .hidden = true };
    plan[IssuesModel::FirstSeen] = { .minimum = time, .hidden = true };
    plan[IssuesModel::Opened] = { .minimum = time, .drop = 2 };
    plan[IssuesModel::Closed] = { .minimum = time, .hidden = true };
    plan[IssuesModel::Age] = { .minimum = latin("99 minutes"), .drop = 6 };
    plan[IssuesModel::TimeToFix] = { .minimum = latin("Time to fix"), .hidden = true };
    plan[IssuesModel::Reopened] = { .minimum = latin("Reopened"), .hidden = true };
    plan[IssuesModel::Regression] = { .minimum = latin("Back again", 16), .drop = 4 };
    plan[IssuesModel::Due] = { .minimum = latin("Overdue by 1,000 days"), .drop = 1 };
    plan[IssuesModel::Assignee] = { .minimum = latin("Assigned to"), .weight = 1, .drop = 5 };
    plan[IssuesModel::Events] = { .minimum = latin("Events"), .hidden = true };
    header.setPlan(std::move(plan),
                   { IssuesModel::Level, IssuesModel::FirstSeen, IssuesModel::Opened,
                     IssuesModel::Closed, IssuesModel::Reopened, IssuesModel::Regression,
                     IssuesModel::Events });
}

} // namespace views
