// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding about an issue by the buttons in the pane of an event, and when they are off.
#include "shownacts.h"
#include "views/pages/issuespage.h"

#include <QAbstractButton>
#include <QSignalSpy>

using models::Standing;

namespace {

class TestEventButtons final : public QObject
{
    Q_OBJECT

private slots:
    void areThoseOfThePageOfIssues();
    void decideAboutTheIssueOfTheEvent();
    void snoozeByItsMenu();
    void decideAboutAllThatIsSelected();
    void areOffWithoutAnIssue();
    void areOffWhereNothingCanBeWritten();
    void neverMove();
};

constexpr std::array names { "acknowledge", "snoozeMenu", "assign", "note" };

QAbstractButton *button(const ShownActs &shown, const char *name)
{
    return shown.detail->findChild<QAbstractButton *>(QLatin1String("detailPane.")
                                                      + QLatin1String(name));
}

/// Once it is there to be clicked.
void click(const ShownActs &shown, const char *name)
{
    QAbstractButton *one = button(shown, name);
    QTRY_VERIFY(!one->visibleRegion().isEmpty());
    QTest::mouseClick(one, Qt::LeftButton);
}

/// How many of the buttons are on; each that is not says why.
int usable(const ShownActs &shown, const QString &why)
{
    int on = 0;
    for (const char *name : names) {
        const QAbstractButton *one = button(shown, name);
        on += one->isEnabled() ? 1 : 0;
        if (!one->isEnabled() && one->toolTip() != why)
            return -1;
        if (one->isEnabled() && one->toolTip() == why)
            return -2;
    }
    return on;
}

void TestEventButtons::areThoseOfThePageOfIssues()
{
    ShownActs shown;
    const views::IssuesPage issues(shown.issueParts());
    shown.select({ shown.busiest().front() });
    for (const char *name : names) {
        const auto *there = issues.findChild<QAbstractButton *>(QLatin1String("issuePane.")
                                                                + QLatin1String(name));
        const QAbstractButton *here = button(shown, name);
        QVERIFY2(there && here, name);
        QVERIFY2(here->isVisible() && here->isEnabled(), name);
        QCOMPARE(here->text(), there->text());
        QCOMPARE(here->accessibleName(), there->accessibleName());
    }
}

void TestEventButtons::decideAboutTheIssueOfTheEvent()
{
    ShownActs shown;
    const std::vector<qint64> its = shown.busiest();
    shown.select({ its.front() });
    click(shown, "acknowledge");
    QVERIFY(confirm(shown, QStringLiteral("known")));
    QTRY_VERIFY(shown.state(its.front()).acknowledged);
    QCOMPARE(shown.parts->undo().text(), QStringLiteral("Acknowledged"));
    QTRY_COMPARE(counted(shown, Standing::Acknowledged), qsizetype(its.size()));
    click(shown, "note");
    QVERIFY(confirm(shown, QStringLiteral("seen")));
    QTRY_COMPARE(shown.state(its.front()).notes.size(), std::size_t(1));
    QTRY_COMPARE(shown.parts->undo().text(), QStringLiteral("Note added"));
    shown.parts->undo().undo();
    QTRY_VERIFY(shown.state(its.front()).notes.front().takenBack);
}

void TestEventButtons::snoozeByItsMenu()
{
    ShownActs shown;
    const qint64 event = shown.busiest().front();
    shown.select({ event });
    auto *snooze = qobject_cast<QPushButton *>(button(shown, "snoozeMenu"));
    QVERIFY(snooze && snooze->menu());
    entry(*snooze->menu(), QStringLiteral("For a &week"))->trigger();
    QTRY_VERIFY(shown.state(event).snoozed);
}

void TestEventButtons::decideAboutAllThatIsSelected()
{
    ShownActs shown;
    const auto issues = int(issuesIn(shown));
    shown.table().selectAll();
    QCOMPARE(usable(shown, QString()), 4);
    click(shown, "assign");
    QVERIFY(dialogOf(shown));
    QVERIFY2(dialogOf(shown)->windowTitle().contains(QString::number(issues)),
             qPrintable(dialogOf(shown)->windowTitle()));
    dialogOf(shown)->reject();
}

void TestEventButtons::areOffWithoutAnIssue()
{
    ShownActs shown;
    shown.select({ shown.withoutIssue() });
    QVERIFY(button(shown, "acknowledge")->isVisible());
    const QString none = QStringLiteral("This event belongs to no issue");
    QCOMPARE(usable(shown, none), 0);
    shown.select({ shown.busiest().front() });
    QCOMPARE(usable(shown, none), 4);
    shown.select({ shown.withoutIssue(), shown.busiest().front() });
    QCOMPARE(usable(shown, none), 4); // it is about the one that is
}

void TestEventButtons::areOffWhereNothingCanBeWritten()
{
    ShownActs shown;
    views::IssuesPage issues(shown.issueParts());
    const auto *there =
            issues.findChild<QAbstractButton *>(QStringLiteral("issuePane.acknowledge"));
    const qint64 event = shown.busiest().front();
    shown.select({ event });
    const QString closed = QStringLiteral("The database is not open for writing here");
    shown.journal.setWritable(false);
    QCOMPARE(usable(shown, closed), 0);
    QVERIFY(!there->isEnabled());
    QCOMPARE(there->toolTip(), closed);

    QSignalSpy hinted(&shown.page, &views::EventsPage::hinted); // nor by key or menu
    press(shown, Qt::Key_A);
    QCOMPARE(hinted.size(), 1);
    QCOMPARE(hinted.takeFirst()[0].toString(), closed);
    QVERIFY(!shown.page.findChild<views::TriageDialog *>());
    QMenu *menu = menuOf(shown, event);
    QVERIFY(menu && entry(*menu, closed));
    QVERIFY(!entry(*menu, closed)->isEnabled());
    QVERIFY(!entry(*menu, QStringLiteral("Acknowledge…")));
    menu->close();

    shown.journal.setWritable(true);
    QCOMPARE(usable(shown, closed), 4);
}

/// Whatever the event has, and whether anything can be decided.
void TestEventButtons::neverMove()
{
    ShownActs shown;
    QSet<QString> places;
    for (const qint64 event : { shown.busiest().front(), shown.withoutIssue(), qint64(7) }) {
        shown.select({ event });
        QTest::qWait(0);
        for (const char *name : names) {
            const QPoint at = button(shown, name)->mapTo(&shown.page, QPoint());
            places.insert(QString(QLatin1String(name) % u' ' % QString::number(at.x()) % u' '
                                  % QString::number(at.y())));
        }
    }
    QCOMPARE(places.size(), qsizetype(names.size()));
}

} // namespace

QTEST_MAIN(TestEventButtons)
#include "eventbuttonstest.moc"
