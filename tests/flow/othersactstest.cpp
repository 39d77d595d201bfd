// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs on one store: what was read and decided in one is seen in the other while both run.
#include "desktoprig.h"
#include "models/items/eventsmodel.h"
#include "models/items/issuesmodel.h"
#include "views/pages/eventspage.h"
#include "views/pages/issuespage.h"
#include "views/pages/triagedialog.h"
#include "views/widgets/eventtable.h"

#include <QPushButton>
#include <QTest>

namespace {

constexpr int patience = 20'000; // milliseconds; it looks once a second

class OthersActsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void readMarksAreFollowed();
    void decisionsAreFollowed();

private:
    static views::EventTable &table(app::Desktop &program)
    {
        return program.window().findChild<views::EventsPage *>()->table();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// Which of the other's events are unread, newest first.
    QList<bool> unread();

    DesktopRig m_rig;
    std::unique_ptr<app::Desktop> m_other;
};

void OthersActsTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QVERIFY(m_rig.start(QSize(1280, 800)));
    QVERIFY(m_rig.listening());
    QVERIFY(m_rig.deliver("confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED.json"));
    QVERIFY(m_rig.deliver("confirmed/MOBILE_SECURE__USER_DELETED.json"));
    QTRY_COMPARE(table(*m_rig.desktop).model()->rowCount(), 2);
    m_other = m_rig.startViewer();
    QTRY_COMPARE(table(*m_other).model()->rowCount(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), (QList<bool> { true, true }), patience);
}

void OthersActsTest::cleanupTestCase()
{
    m_other.reset();
    QVERIFY(m_rig.stop());
}

void OthersActsTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    views::MainWindow &window = m_rig.desktop->window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    table(*m_rig.desktop).setFocus();
    QTest::keyClick(&table(*m_rig.desktop), key, modifiers);
}

QList<bool> OthersActsTest::unread()
{
    QList<bool> unread;
    const QAbstractItemModel &rows = *table(*m_other).model();
    for (int row = 0; row < rows.rowCount(); ++row)
        unread += rows.index(row, 0).data(models::EventsModel::UnreadRole).toBool();
    return unread;
}

void OthersActsTest::readMarksAreFollowed()
{
    table(*m_rig.desktop).selectAll();
    press(Qt::Key_U);
    // Else the row that is looked at becomes read again by itself.
    table(*m_rig.desktop).clearSelection();
    table(*m_rig.desktop).setCurrentIndex({});
    QTRY_COMPARE_WITH_TIMEOUT(unread(), (QList<bool> { false, false }), patience);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), (QList<bool> { true, true }), patience);
    QVERIFY(m_rig.deliver("confirmed/MOBILE_SECURE__USER_DELETED.json")); // once more: no act
}

void OthersActsTest::decisionsAreFollowed()
{
    auto &issues = *m_other->window().findChild<views::IssuesPage *>();
    issues.query().setFilter({});
    m_other->window().showPage(&issues);
    m_other->window().show(); // the boards are read when they are looked at
    const QAbstractItemModel &rows = *issues.findChild<views::EventTable *>()->model();
    QTRY_COMPARE(rows.rowCount(), 1);
    const auto state = [&rows] {
        return rows.index(0, models::IssuesModel::OurState).data().toString();
    };
    QCOMPARE(state(), QStringLiteral("New"));
    table(*m_rig.desktop).selectAll();
    press(Qt::Key_A);
    views::TriageDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_rig.desktop->window().findChild<views::TriageDialog *>())
                && dialog->isVisible());
    dialog->findChild<QPushButton *>(QStringLiteral("triageDialog.confirm"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("Acknowledged"),
                              patience); // nobody asked it to look again
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("New"), patience);
}

} // namespace

QTEST_MAIN(OthersActsTest)
#include "othersactstest.moc"
