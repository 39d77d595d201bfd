// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding about issues from the table of events by its menu, and who notices.
#include "models/items/facetlist.h"
#include "shownacts.h"
#include "views/pages/issuespage.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/facetsection.h"

#include <QListView>
#include <QTabWidget>

using models::Standing;

namespace {

class TestEventActsMenu final : public QObject
{
    Q_OBJECT

private slots:
    void theMenuOffersTheSame();
    void anOldEventStandsForTheIssueAsItIs();
    void allThatIsShown();
    void whoShowsItFollows();
};

void TestEventActsMenu::theMenuOffersTheSame()
{
    ShownActs shown;
    views::IssuesPage issues(shown.issueParts());
    const qint64 event = shown.busiest().front();
    shown.select({ event });
    QMenu *menu = menuOf(shown, event);
    QVERIFY(menu);
    int compared = 0;
    for (const char *name : { "acknowledge", "assign", "note", "snoozeMenu" }) {
        const auto named = [name](const QWidget &page) {
            return page.findChild<QAction *>(page.objectName() % u'.' % QLatin1String(name));
        };
        const QAction *there = named(issues);
        QVERIFY2(there && named(shown.page), name);
        QCOMPARE(named(shown.page)->text(), there->text());
        QCOMPARE(named(shown.page)->shortcut(), there->shortcut());
        QVERIFY2(menu->actions().contains(named(shown.page)), name);
        ++compared;
    }
    QCOMPARE(compared, 4);
    entry(*menu, QStringLiteral("Acknowledge…"))->trigger();
    menu->close();
    QVERIFY(confirm(shown));
    QTRY_VERIFY(shown.state(event).acknowledged);
}

// Whoever decides on an old event knows the newer ones: only what comes later ends the snooze.
void TestEventActsMenu::anOldEventStandsForTheIssueAsItIs()
{
    ShownActs shown;
    const std::vector<qint64> its = shown.busiest();
    shown.select({ its.front() });
    QMenu *menu = menuOf(shown, its.front());
    QVERIFY(menu);
    QAction *snooze = entry(*menu, QStringLiteral("Snooze"));
    QVERIFY(snooze && snooze->menu());
    entry(*snooze->menu(), QStringLiteral("Until its &next event"))->trigger();
    menu->close();
    QTRY_COMPARE(counted(shown, Standing::Snoozed), qsizetype(its.size()));

    tests::StreamEvent next = shown.event(its.back());
    next.id = qint64(shown.events.size()) + 1;
    next.time += std::chrono::hours(1);
    shown.events.push_back(next);
    shown.feed({ next });
    QTRY_COMPARE(counted(shown, Standing::Snoozed), 0);
    QVERIFY(shown.state(its.front()).snoozed); // it has ended; nobody took it back
}

void TestEventActsMenu::allThatIsShown()
{
    ShownActs shown;
    shown.query.setFilter(*models::Filter::parse(QStringLiteral("is:open")).filter);
    shown.settle();
    const auto issues = qint64(issuesIn(shown));
    QVERIFY(issues > 5 && issues < qint64(shown.query.rows().size()));
    const qint64 event = shown.model.idAt(0);
    shown.select({ event });
    QMenu *menu = menuOf(shown, event);
    QVERIFY(menu);
    QAction *all = entry(*menu, QStringLiteral("All %1 issues shown").arg(issues));
    QVERIFY(all && all->menu());
    entry(*all->menu(), QStringLiteral("Assign…"))->trigger();
    menu->close();
    QVERIFY(dialogOf(shown));
    QCOMPARE(dialogOf(shown)->windowTitle(), QStringLiteral("Assign %1 issues").arg(issues));
    QVERIFY(confirm(shown, QStringLiteral("grace")));
    QTRY_COMPARE(shown.desk.board().subjects().size(), qsizetype(issues));
    QSet<models::TermId> expected;
    for (int row = 0; row < shown.model.rowCount(); ++row)
        expected.insert(shown.subject(shown.model.idAt(row)));
    expected.remove(0);
    const QList<models::TermId> decided = shown.desk.board().subjects();
    QCOMPARE(QSet<models::TermId>(decided.begin(), decided.end()), expected);
}

void TestEventActsMenu::whoShowsItFollows()
{
    ShownActs shown;
    views::IssuesPage issues(shown.issueParts());
    issues.query().setFilter({});
    const std::vector<qint64> its = shown.busiest();
    const auto onIssuesPage = [&] {
        const auto *table = issues.findChild<views::EventTable *>();
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QModelIndex cell = table->model()->index(row, models::IssuesModel::OurState);
            if (cell.data(models::IssuesModel::EventRole).toLongLong() == its.back())
                return cell.data().toString();
        }
        return QString();
    };
    QCOMPARE(onIssuesPage(), QStringLiteral("New"));
    shown.select({ its.front() });
    auto *tabs = shown.page.findChild<QTabWidget *>(QStringLiteral("detailPane.tabs"));
    tabs->setCurrentWidget(shown.page.findChild<views::LifePane *>());
    const auto *life = shown.page.findChild<QListView *>(QStringLiteral("lifePane.timeline"));
    QTRY_VERIFY(life->isVisible());
    const int before = life->model()->rowCount();

    press(shown, Qt::Key_A);
    QVERIFY(confirm(shown));
    QTRY_COMPARE(life->model()->rowCount(), before + 1);
    QTRY_COMPARE(onIssuesPage(), QStringLiteral("Acknowledged"));
    const auto facet = [&shown] {
        const auto sections = shown.page.findChild<views::FacetPanel *>()->sections();
        const QAbstractItemModel *states = sections.at(int(models::Field::Triage))->list().model();
        const QModelIndexList found =
                states->match(states->index(0, 0), Qt::DisplayRole, QStringLiteral("Acknowledged"));
        return found.value(0).data(models::FacetList::MatchingRole).toLongLong();
    };
    QTRY_COMPARE(facet(), qlonglong(its.size()));
    QVERIFY(shown.model.rowOf(its.front()) >= 0); // nothing leaves
    QCOMPARE(shown.table().selectedId(), its.front());
}

} // namespace

QTEST_MAIN(TestEventActsMenu)
#include "eventactsmenutest.moc"
