// SPDX-License-Identifier: GPL-3.0-or-later
// The counts beside the issues, when something is done about some.
#include "models/items/issuesmodel.h"
#include "shownissues.h"

#include <QSignalSpy>

using models::IssuesModel;

namespace {

class TestIssueCounts final : public QObject
{
    Q_OBJECT

private slots:
    void followAnActAtOnce();
};

void TestIssueCounts::followAnActAtOnce()
{
    ShownIssues shown;
    const models::IssueQuery &query = shown.page->query();
    using Standing = models::TriageJudgement::Standing;
    const auto count = [&query](Standing standing) {
        return query.tally().standings.at(std::size_t(standing));
    };
    QTRY_COMPARE(count(Standing::New), shown.open());
    const int open = shown.open();
    QVERIFY(open > 3);
    const auto event = [&shown](int row) {
        return shown.table()->model()->index(row, 0).data(IssuesModel::EventRole).toLongLong();
    };
    QSignalSpy done(&shown.desk, &models::TriageDesk::done);
    const models::TriageAct acknowledge { models::ActKind::Acknowledge, {}, {}, {}, {} };
    // One right after the other: no count waits for a pause.
    for (int acted = 1; acted <= 3; ++acted) {
        QVERIFY(shown.desk.act(acknowledge, { event(acted) }) != 0);
        while (done.size() < acted)
            QVERIFY(done.wait());
        QCOMPARE(count(Standing::Acknowledged), acted);
        QCOMPARE(count(Standing::New), open - acted);
    }
}

} // namespace

QTEST_MAIN(TestIssueCounts)
#include "issuecountstest.moc"
