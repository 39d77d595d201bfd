// SPDX-License-Identifier: GPL-3.0-or-later
// From a post of the portal to a decision about its issue, in the whole program: decided on the
// page of events, written to the store, seen on the page of issues.
#include "desktoprig.h"
#include "models/items/eventsmodel.h"
#include "models/items/issuesmodel.h"
#include "views/pages/eventspage.h"
#include "views/pages/issuespage.h"
#include "views/pages/triagedialog.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/undotoast.h"

#include <QItemSelectionModel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>

namespace {

class EventActsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void decidesFromAnEvent();
    void saysWhereThereIsNoIssue();

private:
    views::MainWindow &window() { return m_rig.desktop->window(); }
    views::EventsPage &page() { return *window().findChild<views::EventsPage *>(); }
    views::IssuesPage &issues() { return *window().findChild<views::IssuesPage *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    QString ourState();

    DesktopRig m_rig;
};

void EventActsTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QVERIFY(m_rig.start(QSize(1280, 800)));
    QVERIFY(m_rig.listening());
}

void EventActsTest::cleanupTestCase()
{
    QVERIFY(m_rig.stop());
}

void EventActsTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    page().table().setFocus();
    QTest::keyClick(&page().table(), key, modifiers);
}

/// What the page of issues says of its first issue; empty while it has none.
QString EventActsTest::ourState()
{
    const auto *table = issues().findChild<views::EventTable *>();
    return table->model()->index(0, models::IssuesModel::OurState).data().toString();
}

void EventActsTest::decidesFromAnEvent()
{
    QVERIFY(m_rig.deliver("confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED.json"));
    QTRY_COMPARE(page().table().model()->rowCount(), 1);
    page().table().selectRow(0);
    press(Qt::Key_A);
    views::TriageDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = page().findChild<views::TriageDialog *>()) && dialog->isVisible());
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("known"));
    dialog->findChild<QPushButton *>(QStringLiteral("triageDialog.confirm"))->click();
    QTRY_COMPARE(page().findChild<views::UndoToast *>()->text(), QStringLiteral("Acknowledged"));

    window().showPage(&issues());
    issues().query().setFilter({});
    QTRY_COMPARE(ourState(), QStringLiteral("Acknowledged"));
    window().showPage(&page());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(ourState(), QStringLiteral("New"));
}

void EventActsTest::saysWhereThereIsNoIssue()
{
    QVERIFY(m_rig.deliver("confirmed/MOBILE_SECURE__USER_DELETED.json"));
    const QAbstractItemModel &rows = *page().table().model();
    QTRY_COMPARE(rows.rowCount(), 2);
    using models::EventsModel;
    const QModelIndexList users = rows.match(rows.index(0, 0), EventsModel::FamilyRole,
                                             int(models::Family::PortalUser), 1, Qt::MatchExactly);
    QCOMPARE(users.size(), 1);
    // Not selectRow(): that goes by the keys that were held last.
    page().table().selectionModel()->setCurrentIndex(
            users.constFirst(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    press(Qt::Key_N);
    QCOMPARE(window().statusBar()->currentMessage(),
             QStringLiteral("This event belongs to no issue"));
    QVERIFY(!page().findChild<views::TriageDialog *>());
}

} // namespace

QTEST_MAIN(EventActsTest)
#include "eventactstest.moc"
