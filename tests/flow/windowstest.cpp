// SPDX-License-Identifier: GPL-3.0-or-later
// Several windows on the same data: each filters for itself, all are told the same, closing one
// leaves the others, and all come back at the next start.
#include "app/main/windowmemory.h"
#include "desktoprig.h"
#include "models/index/filterwords.h"
#include "views/mainwindow.h"
#include "views/pages/assetspage.h"
#include "views/pages/eventspage.h"
#include "views/pages/issuespage.h"
#include "views/pages/timebar.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/noticestack.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

class WindowsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void eachWindowFiltersForItself();
    void closingOneLeavesTheOther();
    void whatIsSaidIsSaidInAll();
    void settingsOpenOnce();
    void overdueDaysReachAll();
    void windowsComeBack();
    void pagesLeadToEachOther();
    void eventsAreCompared();
    void payloadIsAColumn();

private:
    void start();
    void stop();
    void deliver(const char *name);
    app::EventsWindow &openSecond();
    app::EventsWindow &window(std::size_t number)
    {
        return *m_rig->desktop->windows().all().at(number);
    }
    int rows(std::size_t number)
    {
        return find<QTableView>(number, "eventsPage.table")->model()->rowCount();
    }
    template<typename T> T *find(std::size_t number, const char *name)
    {
        return window(number).window().findChild<T *>(QLatin1String(name));
    }
    QList<QDialog *> settingsDialogs();

    std::unique_ptr<DesktopRig> m_rig;
};

void WindowsTest::init()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    m_rig = std::make_unique<DesktopRig>();
    start();
}

void WindowsTest::cleanup()
{
    stop();
    m_rig.reset();
}

void WindowsTest::start()
{
    QVERIFY(m_rig->start(QSize(1100, 700)));
    QVERIFY(m_rig->listening());
}

void WindowsTest::stop()
{
    QVERIFY(!m_rig || m_rig->stop());
}

void WindowsTest::deliver(const char *name)
{
    QVERIFY(m_rig->deliver(name));
}

app::EventsWindow &WindowsTest::openSecond()
{
    m_rig->desktop->window().activateWindow();
    (void)QTest::qWaitForWindowActive(&m_rig->desktop->window());
    QTest::keyClick(&m_rig->desktop->window(), Qt::Key_N, Qt::ControlModifier);
    Q_ASSERT(m_rig->desktop->windows().all().size() == 2);
    (void)QTest::qWaitForWindowExposed(&window(1).window());
    return window(1);
}

QList<QDialog *> WindowsTest::settingsDialogs()
{
    QList<QDialog *> dialogs;
    for (const auto &one : m_rig->desktop->windows().all())
        dialogs += one->window().findChildren<QDialog *>(QStringLiteral("settingsDialog"));
    return dialogs;
}

void WindowsTest::eachWindowFiltersForItself()
{
    deliver("confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED.json");
    QTRY_COMPARE(rows(0), 1);
    openSecond();
    QTRY_COMPARE(rows(1), 1); // a window that is opened later shows what is there
    auto *const search = find<QLineEdit>(1, "eventsPage.search");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("product:mobile_secure"));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(rows(1), 0);
    QCOMPARE(rows(0), 1);
    QVERIFY(window(0).query().filter().isEmpty());
    QVERIFY(window(1).window().windowTitle().startsWith(QStringLiteral("product:")));
    QCOMPARE(window(0).window().windowTitle(), QStringLiteral("Watchfloor"));

    deliver("confirmed/MOBILE_SECURE__USER_DELETED.json"); // in both
    QTRY_COMPARE(rows(1), 1);
    QTRY_COMPARE(rows(0), 2);
    deliver("inferred/API_SECURE__POLICY_VIOLATION_OPENED.json"); // in the first alone
    QTRY_COMPARE(rows(0), 3);
    QCOMPARE(rows(1), 1);

    // Selecting in one leaves the selection of the other.
    find<QTableView>(0, "eventsPage.table")->selectRow(1);
    QVERIFY(!find<QTableView>(1, "eventsPage.table")->selectionModel()->hasSelection());
}

void WindowsTest::closingOneLeavesTheOther()
{
    openSecond();
    const QPointer<QWidget> second = &window(1).window();
    const QPointer<app::EventsWindow> owner = &window(1);
    QVERIFY(second->close());
    QTRY_VERIFY(second.isNull());
    QVERIFY(owner.isNull());
    QCOMPARE(m_rig->desktop->windows().all().size(), std::size_t { 1 });
    QVERIFY(m_rig->desktop->window().isVisible());
    deliver("confirmed/MOBILE_SECURE__USER_DELETED.json");
    QTRY_COMPARE(rows(0), 1);

    // The first one can go just as well: what was the second then is the first.
    openSecond();
    m_rig->desktop->window().close();
    QTRY_COMPARE(m_rig->desktop->windows().all().size(), std::size_t { 1 });
    QVERIFY(m_rig->desktop->window().isVisible());
    QTRY_COMPARE(rows(0), 1);
    m_rig->desktop->window().close();
    QVERIFY(!m_rig->desktop->window().isVisible()); // the program ends with the last one
    QCOMPARE(m_rig->desktop->windows().all().size(), std::size_t { 1 });
}

void WindowsTest::whatIsSaidIsSaidInAll()
{
    m_rig->desktop->windows().setNotice(QStringLiteral("test"), views::NoticeLevel::Problem,
                                        QStringLiteral("The disk is full."));
    openSecond();
    const QString status = find<QLabel>(0, "statusBar.receiver")->text();
    QVERIFY(status.contains(QStringLiteral("Listening")));
    QCOMPARE(find<QLabel>(1, "statusBar.receiver")->text(), status);
    const auto says = [this](std::size_t number, const QString &text) {
        const auto labels = window(number).window().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    };
    QVERIFY(says(0, QStringLiteral("The disk is full.")));
    QVERIFY(says(1, QStringLiteral("The disk is full.")));
    m_rig->desktop->windows().clearNotice(QStringLiteral("test"));
    QVERIFY(!says(0, QStringLiteral("The disk is full.")));
    QVERIFY(!says(1, QStringLiteral("The disk is full.")));
}

void WindowsTest::settingsOpenOnce()
{
    openSecond();
    window(0).window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window(0).window()));
    QTest::keyClick(&window(0).window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_COMPARE(settingsDialogs().size(), 1);
    emit window(1).settingsRequested();
    QCOMPARE(settingsDialogs().size(), 1);
    settingsDialogs().constFirst()->reject();
    QTRY_COMPARE(settingsDialogs().size(), 0);
}

// Those that are open, one that is opened later, and those of the next start.
void WindowsTest::overdueDaysReachAll()
{
    const auto high = [this](std::size_t number) {
        return find<views::IssuesPage>(number, "issuesPage")
                ->policy()
                .days.at(std::size_t(models::Severity::High));
    };
    QCOMPARE(high(0), 30);
    emit window(0).settingsRequested();
    QTRY_COMPARE(settingsDialogs().size(), 1);
    QDialog *const dialog = settingsDialogs().first();
    dialog->findChild<QSpinBox *>(QStringLiteral("settingsDialog.overdue.high"))->setValue(12);
    dialog->findChild<QPushButton *>(QStringLiteral("settingsDialog.ok"))->click();
    QTRY_COMPARE(high(0), 12);
    QTRY_COMPARE(settingsDialogs().size(), 0);
    openSecond();
    QCOMPARE(high(1), 12);
    stop();
    start();
    QCOMPARE(high(0), 12);
}

void WindowsTest::windowsComeBack()
{
    const QString file = m_rig->path("window.ini");
    const auto filter = [](const char *text) {
        return *models::Filter::parse(QString::fromUtf8(text)).filter;
    };
    {
        openSecond().window().resize(900, 600);
        window(0).query().setFilter(filter("severity:urgent"));
        window(1).query().setFilter(filter("product:mobile_secure"));
        window(1).page().setTableLayout(
                *models::TableLayout::parse(QStringLiteral("columns=title:333 .data.id; "
                                                           "sort=-severity +title")));
        window(1).page().timeBar().setField(models::Field::Time);
        QSettings settings(file, QSettings::IniFormat);
        app::WindowMemory(settings).save(m_rig->desktop->windows());
    }
    stop();
    start();
    QSettings settings(file, QSettings::IniFormat);
    app::WindowMemory(settings).restore(m_rig->desktop->windows());
    QCOMPARE(m_rig->desktop->windows().all().size(), std::size_t { 2 });
    QCOMPARE(window(0).query().filter(), filter("severity:urgent"));
    QCOMPARE(window(1).query().filter(), filter("product:mobile_secure"));
    QCOMPARE(window(1).window().size(), QSize(900, 600));
    QCOMPARE(window(1).page().tableLayout().text(),
             QStringLiteral("columns=title:333 .data.id; sort=-severity +title"));
    QCOMPARE(window(1).page().timeBar().chosenField(), models::Field::Time);
    QCOMPARE(window(0).page().timeBar().chosenField(), models::Field::Received);
    QCOMPARE(window(0).query().order(), models::Order {});
    QCOMPARE(window(0).window().size(), QSize(1100, 700));

    // With one window left nothing stays of the other.
    window(1).window().close();
    app::WindowMemory(settings).save(m_rig->desktop->windows());
    QVERIFY(!settings.childGroups().contains(QStringLiteral("view2")));
}

void WindowsTest::pagesLeadToEachOther()
{
    deliver("confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED.json");
    deliver("inferred/API_SECURE__POLICY_VIOLATION_OPENED.json");
    QTRY_COMPARE(rows(0), 2);
    views::MainWindow &main = window(0).window();
    auto *assets = main.findChild<views::AssetsPage *>();
    main.showPage(assets);
    auto *table = find<views::EventTable>(0, "assetsPage.table");
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const QString asset = table->model()->index(0, 0).data().toString();
    table->selectRow(0);
    find<QPushButton>(0, "assetsPage.details.issues")->click();
    QCOMPARE(main.currentPage()->objectName(), QStringLiteral("issuesPage"));
    QCOMPARE(main.findChild<views::IssuesPage *>()->query().filter().assets.size(), 1);
    main.showPage(assets);
    emit assets->eventsRequested(QString(u"asset:" % models::writtenValue(asset)));
    QCOMPARE(main.currentPage()->objectName(), QStringLiteral("eventsPage"));
    QTRY_VERIFY(rows(0) > 0);
    QCOMPARE(window(0).query().filter().values(models::Field::Asset), QStringList { asset });
    window(0).query().setFilter({});
    QTRY_COMPARE(rows(0), 2);
}

void WindowsTest::eventsAreCompared()
{
    deliver("confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED.json");
    QTRY_COMPARE(rows(0), 1);
    deliver("inferred/API_SECURE__POLICY_VIOLATION_OPENED.json");
    QTRY_COMPARE(rows(0), 2);
    auto *const table = find<QTableView>(0, "eventsPage.table");
    table->setFocus();
    table->selectAll();
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(find<QDialog>(0, "compareDialog"));
    QTRY_VERIFY(find<QDialog>(0, "compareDialog")->isVisible());
    auto *const differences = find<QTableView>(0, "compareDialog.table");
    const int different = differences->model()->rowCount();
    QVERIFY(different > 0);
    QTest::mouseClick(find<QPushButton>(0, "compareDialog.fold"), Qt::LeftButton);
    QVERIFY(differences->model()->rowCount() > different);
    QTest::mouseClick(find<QPushButton>(0, "compareDialog.copy"), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\n  - ")));

    // One alone is compared with the one before it; this subject has none.
    find<QDialog>(0, "compareDialog")->close();
    QTRY_VERIFY(!find<QDialog>(0, "compareDialog"));
    window(0).window().activateWindow(); // as a window manager does
    QVERIFY(QTest::qWaitForWindowActive(&window(0).window()));
    table->setFocus();
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(window(0).window().statusBar()->currentMessage().contains(
            QStringLiteral("no earlier event")));
}

void WindowsTest::payloadIsAColumn()
{
    deliver("confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED.json");
    QTRY_COMPARE(rows(0), 1);
    window(0).page().showAsColumn(QStringLiteral("data.affected_asset.name"));
    const QModelIndex cell = find<QTableView>(0, "eventsPage.table")
                                     ->model()
                                     ->index(0, models::EventsModel::ColumnCount);
    QTRY_COMPARE(cell.data().toString(),
                 cell.siblingAtColumn(models::EventsModel::Asset).data().toString());
}

QTEST_MAIN(WindowsTest)
#include "windowstest.moc"
