// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding about issues from the table of events by keys: one, many, none, and the way back.
#include "shownacts.h"
#include "views/widgets/messagebar.h"

#include <QPushButton>
#include <QSignalSpy>

using models::Standing;

namespace {

class TestEventTriage final : public QObject
{
    Q_OBJECT

private slots:
    void acknowledgesByKeyAndTakesItBack();
    void assignsAndNotes();
    void manyEventsOfOneIssueCountOnce();
    void aSelectionOfManyIssues();
    void withoutAnIssueItSaysSo();
    void saysWhyNothingWasDone();
    void longOnesCanBeCancelled();
    void opensInThePortal();
};

void TestEventTriage::acknowledgesByKeyAndTakesItBack()
{
    ShownActs shown;
    const std::vector<qint64> its = shown.busiest();
    QVERIFY(its.size() > 2);
    shown.select({ its.front() });
    press(shown, Qt::Key_A);
    QVERIFY(dialogOf(shown));
    QCOMPARE(dialogOf(shown)->windowTitle(), QStringLiteral("Acknowledge this issue"));
    QVERIFY(confirm(shown, QStringLiteral("known, next release")));
    QTRY_VERIFY(shown.state(its.front()).acknowledged);
    QCOMPARE(shown.state(its.front()).acknowledged->why, QStringLiteral("known, next release"));
    QCOMPARE(shown.state(its.front()).acknowledged->who, QStringLiteral("ada"));
    QCOMPARE(shown.journal.held.size(), 1);
    QCOMPARE(shown.parts->undo().text(), QStringLiteral("Acknowledged"));
    // All events of the issue, not only the one that was selected.
    QTRY_COMPARE(counted(shown, Standing::Acknowledged), qsizetype(its.size()));

    press(shown, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!shown.state(its.front()).acknowledged);
    QTRY_COMPARE(counted(shown, Standing::Acknowledged), 0);
    QCOMPARE(shown.journal.held.size(), 2); // nothing is deleted
}

void TestEventTriage::assignsAndNotes()
{
    ShownActs shown;
    const qint64 event = shown.busiest().back();
    shown.select({ event });
    press(shown, Qt::Key_I);
    QVERIFY(confirm(shown, QStringLiteral("grace")));
    QTRY_VERIFY(shown.state(event).assigned);
    QCOMPARE(shown.state(event).assigned->to, QStringLiteral("grace"));
    press(shown, Qt::Key_N);
    QVERIFY(confirm(shown, QStringLiteral("<b>looked at it</b>")));
    QTRY_COMPARE(shown.state(event).notes.size(), std::size_t(1));
    QCOMPARE(shown.state(event).notes.front().text, QStringLiteral("<b>looked at it</b>"));
    press(shown, Qt::Key_S);
    QVERIFY(confirm(shown));
    QTRY_VERIFY(shown.state(event).snoozed);
    QCOMPARE(shown.state(event).snoozed->end, models::SnoozeEnd::Time);
}

void TestEventTriage::manyEventsOfOneIssueCountOnce()
{
    ShownActs shown;
    const std::vector<qint64> its = shown.busiest();
    shown.select(its);
    QCOMPARE(shown.table().selectionModel()->selectedRows().size(), qsizetype(its.size()));
    press(shown, Qt::Key_N);
    QVERIFY(dialogOf(shown));
    QCOMPARE(dialogOf(shown)->windowTitle(), QStringLiteral("Note on this issue"));
    QVERIFY(confirm(shown, QStringLiteral("once")));
    QTRY_COMPARE(shown.parts->undo().text(), QStringLiteral("Note added"));
    QCOMPARE(shown.state(its.front()).notes.size(), std::size_t(1));
    QCOMPARE(shown.journal.held.constFirst().events,
             (std::vector<models::IdRange> { { its.back(), its.back() } }));
}

void TestEventTriage::aSelectionOfManyIssues()
{
    ShownActs shown;
    const auto issues = qint64(issuesIn(shown));
    QVERIFY(issues > 20 && issues < qint64(shown.query.rows().size()));
    shown.table().selectAll(); // users of the portal among them
    press(shown, Qt::Key_A);
    QVERIFY(dialogOf(shown));
    QCOMPARE(dialogOf(shown)->windowTitle(), QStringLiteral("Acknowledge %1 issues").arg(issues));
    shown.select({ 1 }); // what is selected meanwhile does not matter
    QVERIFY(confirm(shown));
    QTRY_COMPARE(shown.desk.board().subjects().size(), qsizetype(issues));
    QCOMPARE(shown.desk.board().waiting(), 0);
    QTRY_COMPARE(shown.parts->undo().text(), QStringLiteral("%1 issues acknowledged").arg(issues));
    for (const tests::StreamEvent &event : shown.events)
        QCOMPARE(shown.state(event.id).acknowledged.has_value(), shown.subject(event.id) != 0);
    shown.parts->undo().undo();
    QTRY_VERIFY(!shown.state(shown.busiest().front()).acknowledged);
}

void TestEventTriage::withoutAnIssueItSaysSo()
{
    ShownActs shown;
    QSignalSpy hinted(&shown.page, &views::EventsPage::hinted);
    const qint64 user = shown.withoutIssue();
    QVERIFY(user != 0);
    shown.select({ user });
    for (const Qt::Key key : { Qt::Key_A, Qt::Key_S, Qt::Key_I, Qt::Key_N }) {
        press(shown, key);
        QCOMPARE(hinted.size(), 1);
        QCOMPARE(hinted.takeFirst()[0].toString(),
                 QStringLiteral("This event belongs to no issue"));
        QVERIFY(!shown.page.findChild<views::TriageDialog *>());
    }
    QMenu *menu = menuOf(shown, user);
    QVERIFY(menu);
    QAction *words = entry(*menu, QStringLiteral("This event belongs to no issue"));
    QVERIFY(words && !words->isEnabled());
    QVERIFY(!entry(*menu, QStringLiteral("Acknowledge…")));
    menu->close();

    std::vector<qint64> users;
    for (const tests::StreamEvent &event : shown.events) {
        if (event.event.family == models::Family::PortalUser)
            users.push_back(event.id);
    }
    QVERIFY(users.size() > 1);
    shown.select(users);
    press(shown, Qt::Key_A);
    QCOMPARE(hinted.takeLast()[0].toString(),
             QStringLiteral("None of these events belongs to an issue"));
    shown.table().clearSelection();
    press(shown, Qt::Key_A);
    QCOMPARE(hinted.takeLast()[0].toString(),
             QStringLiteral("Select events to decide about their issues"));
    QVERIFY(shown.journal.held.isEmpty());

    const qint64 event = shown.busiest().front(); // with one that has an issue it is about that
    users.push_back(event);
    shown.select(users);
    press(shown, Qt::Key_A);
    QVERIFY(confirm(shown));
    QTRY_COMPARE(shown.desk.board().subjects(), QList<models::TermId> { shown.subject(event) });
    QVERIFY(hinted.isEmpty());
}

void TestEventTriage::saysWhyNothingWasDone()
{
    ShownActs shown;
    shown.journal.failure = QStringLiteral("The disk is full");
    const qint64 event = shown.busiest().front();
    shown.select({ event });
    press(shown, Qt::Key_A);
    QVERIFY(confirm(shown));
    QTRY_VERIFY(shown.parts->undo().text().contains(QStringLiteral("The disk is full")));
    QVERIFY(!shown.state(event).acknowledged);
}

void TestEventTriage::longOnesCanBeCancelled()
{
    ShownActs shown;
    shown.journal.writesAtOnce = false;
    shown.select({ shown.busiest().front() });
    press(shown, Qt::Key_A);
    QVERIFY(confirm(shown));
    auto *bar = shown.page.findChild<views::MessageBar *>(QStringLiteral("eventsPage.progress"));
    QVERIFY(bar && bar->isHidden());
    emit shown.journal.writing(1, 1, 5);
    QVERIFY(bar->isVisible());
    QVERIFY(bar->mapTo(&shown.page, QPoint()).y() < shown.table().mapTo(&shown.page, QPoint()).y());
    bar->findChild<QPushButton *>()->click();
    QTRY_VERIFY(bar->isHidden());
    QVERIFY(shown.parts->undo().text().contains(QStringLiteral("Cancelled")));
    QVERIFY(shown.journal.held.isEmpty());
}

void TestEventTriage::opensInThePortal()
{
    ShownActs shown;
    QSignalSpy wanted(&shown.page, &views::EventsPage::openRequested);
    shown.select({ 5 });
    press(shown, Qt::Key_O);
    press(shown, Qt::Key_Return);
    QCOMPARE(wanted.size(), 2);
    for (const QList<QVariant> &call : wanted)
        QCOMPARE(call[0].toLongLong(), 5);
    shown.table().clearSelection();
    press(shown, Qt::Key_O);
    QCOMPARE(wanted.size(), 2);
}

} // namespace

QTEST_MAIN(TestEventTriage)
#include "eventtriagetest.moc"
