// SPDX-License-Identifier: GPL-3.0-or-later
#include "naiveissues.h"

#include <QTest>

using namespace models;
using tests::World;

class IssueMatchTest final : public QObject
{
    Q_OBJECT
private slots:
    /// Random expressions over random issues.
    void asTheNaiveFilter()
    {
        int some = 0;
        for (quint32 seed = 1; seed <= 4; ++seed) {
            World world(seed, 700);
            QVERIFY(world.board.size() > 50);
            for (int round = 0; round < 100; ++round) {
                const QString written =
                        QLatin1String("is:issue ") + tests::randomIssueExpression(world, 3);
                const Filter::Parsed parsed = Filter::parse(written, FilterScope::Issues);
                QVERIFY2(parsed.filter, qPrintable(written + parsed.problem.text));
                const std::vector<quint32> wanted = world.where([&](quint32 place) {
                    return tests::naiveIssuePasses(world, place, parsed.filter->root());
                });
                QVERIFY2(matchingIssues(*parsed.filter, world.ground) == wanted,
                         qPrintable(written));
                some += !wanted.empty() && wanted.size() < world.board.size() ? 1 : 0;
            }
        }
        QVERIFY2(some > 200, qPrintable(QString::number(some)));
    }

    /// What is asked of each issue is its state now, not that of any of its events.
    void currentState()
    {
        const World world(9);
        const auto of = [&world](bool (Issue::*is)() const) {
            return world.where([&](quint32 place) { return (world.board.issue(place).*is)(); });
        };
        QCOMPARE(world.matching(QStringLiteral("is:issue")).size(), world.board.size());
        QCOMPARE(world.matching(QStringLiteral("is:issue is:open")), of(&Issue::isOpen));
        QCOMPARE(world.matching(QStringLiteral("is:issue is:closed status:fixed")),
                 of(&Issue::isFixed));
        QCOMPARE(world.matching(QStringLiteral("is:issue is:closed status:accepted")),
                 of(&Issue::isAccepted));
        QCOMPARE(world.matching(QStringLiteral("is:issue is:regression")),
                 of(&Issue::isRegression));
        for (const char *standing : { "new", "acknowledged", "snoozed" }) {
            QCOMPARE(world.matching(QLatin1String("is:issue triage:") + QLatin1String(standing)),
                     world.matching(QLatin1String("is:issue is:") + QLatin1String(standing)));
        }
        QCOMPARE(world.matching(QStringLiteral("is:issue -triage:acknowledged,snoozed")),
                 world.matching(QStringLiteral("is:issue is:new")));
        for (const char *trait : { "open", "closed", "overdue", "reopened", "regression", "new",
                                   "acknowledged", "snoozed", "conflict" }) {
            const auto found = world.matching(QLatin1String("is:issue is:") + QLatin1String(trait));
            QVERIFY2(!found.empty() && found.size() < world.board.size(), trait);
        }
    }

    /// More than a segment of the index holds.
    void manyIssues()
    {
        constexpr quint32 many = Segment::capacity + 1000;
        EventIndex index;
        IssueBoard board;
        EventBatch batch;
        for (quint32 i = 1; i <= many; ++i) {
            EventRow row;
            row.id = i;
            row.time = 1'700'000'000'000;
            row.subject = i;
            row.family = Family::PolicyViolation;
            row.status = i % 3 == 0 ? Status::Open : Status::Fixed;
            batch.terms.push_back({ i, QByteArray::number(i) });
            batch.rows.push_back(row);
            board.add(row);
        }
        board.settle();
        index.append(batch);
        const TriageBoard triage;
        const IssueGround ground { board, triage, index, {}, Instant() };
        const auto count = [&ground](const char *written) {
            return matchingIssues(
                           *Filter::parse(QLatin1String(written), FilterScope::Issues).filter,
                           ground)
                    .size();
        };
        QCOMPARE(count("is:issue is:open"), std::size_t(many / 3));
        QCOMPARE(count("is:issue -is:open"), std::size_t(many - many / 3));
        QCOMPARE(count("is:issue subject:66000,66001,3"), std::size_t(3));
    }

    void nothingThere()
    {
        const EventIndex index;
        const IssueBoard board;
        const TriageBoard triage;
        const IssueGround ground { board, triage, index, {}, Instant() };
        QVERIFY(matchingIssues(Filter(), ground).empty());
    }
};

QTEST_GUILESS_MAIN(IssueMatchTest)
#include "issuematchtest.moc"
