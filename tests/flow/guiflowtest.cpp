// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program as its user meets it: from curl to the pixel, from the click to the browser.
#include "desktoprig.h"
#include "testpaths.h"
#include "views/detail/detailpane.h"
#include "views/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using models::ReceiverState;

namespace {

bool writeFile(const QString &path, const QByteArray &bytes, bool executable = false)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return false;
    QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner;
    if (executable)
        permissions |= QFile::ExeOwner;
    return file.setPermissions(permissions);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sample(const char *name)
{
    return QStringLiteral(TEST_DATA_DIR "/samples/") + QLatin1String(name);
}

} // namespace

class GuiFlowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void eventGoesFromCurlToTheBrowser();
    void trustedPortalOpensAtOnce();
    void facetNarrowsTheTable();
    void repeatedCheckCallIsSeenAgain();
    void portChangesWhileEventsFlow();
    void takenPortIsRefusedAndTheOldReceiverGoesOn();
    void takenPortAtStartIsSaid();
    void eventsAreThereAfterARestart();

private:
    void start(quint16 port = 0);
    void stop();
    bool listening() { return m_rig->listening(); }
    QByteArray post(const QString &file);
    QByteArray curl(const QStringList &arguments);
    QTableView *table() { return find<QTableView>("eventsPage.table"); }
    template<typename T> T *find(const char *name)
    {
        return m_rig->desktop->window().findChild<T *>(QLatin1String(name));
    }
    void clickFacet(const QString &section, const QString &label);
    void clickRow(int row);
    QDialog *openSettings();
    QString statusText() { return find<QLabel>("statusBar.receiver")->text(); }

    const QTemporaryDir m_browserDir;
    std::unique_ptr<DesktopRig> m_rig;
    QString m_browsed; ///< file to which the stand-in browser appends the addresses
};

// Qt looks for the browser once in a process: the stand-in must be there before the first link.
void GuiFlowTest::initTestCase()
{
    m_browsed = m_browserDir.filePath(QStringLiteral("browsed"));
    QVERIFY(writeFile(m_browserDir.filePath(QStringLiteral("xdg-open")),
                      "#!/bin/sh\nprintf '%s\\n' \"$1\" >> '" + m_browsed.toUtf8() + "'\n", true));
    qputenv("PATH", m_browserDir.path().toUtf8() + ":" + qgetenv("PATH"));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

void GuiFlowTest::init()
{
    QFile::remove(m_browsed);
    m_rig = std::make_unique<DesktopRig>();
}

void GuiFlowTest::cleanup()
{
    stop();
    m_rig.reset();
}

void GuiFlowTest::start(quint16 port)
{
    QVERIFY(m_rig->start(QSize(1280, 800), port));
}

void GuiFlowTest::stop()
{
    QVERIFY(!m_rig || m_rig->stop());
}

QByteArray GuiFlowTest::curl(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("curl"),
                  QStringList { QStringLiteral("-s"), QStringLiteral("--max-time"),
                                QStringLiteral("10"), QStringLiteral("-H"),
                                QStringLiteral("Authorization: Bearer ") + DesktopRig::token,
                                QStringLiteral("-H"),
                                QStringLiteral("Content-Type: application/json") }
                          + arguments);
    // The window must live on while curl waits.
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 12000))
        return "curl hangs";
    return process.readAllStandardOutput();
}

QByteArray GuiFlowTest::post(const QString &file)
{
    return curl({ QStringLiteral("--data-binary"), QLatin1Char('@') + file, m_rig->state.url });
}

void GuiFlowTest::clickRow(int row)
{
    const QModelIndex index = table()->model()->index(row, models::EventsModel::Title);
    table()->scrollTo(index);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(index).center());
}

void GuiFlowTest::clickFacet(const QString &section, const QString &label)
{
    for (QListView *const list : find<QWidget>("eventsPage.facets")->findChildren<QListView *>()) {
        if (list->accessibleName() != section)
            continue;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data().toString() != label)
                continue;
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualRect(index).center() - QPoint(20, 0));
            return;
        }
    }
    QFAIL("no such facet value");
}

QDialog *GuiFlowTest::openSettings()
{
    find<QAction>("actions.settings")->trigger();
    return find<QDialog>("settingsDialog");
}

void GuiFlowTest::eventGoesFromCurlToTheBrowser()
{
    start();
    QVERIFY(listening());
    QVERIFY(statusText().contains(m_rig->state.url));
    const QByteArray answer = post(sample("confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED.json"));
    QCOMPARE(answer, QByteArray(R"({"text":"Success","code":0,"events":1,"repeated":0})"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    clickRow(0);
    auto *const detail = find<views::DetailPane>("detailPane");
    QTRY_VERIFY(detail->eventId() != 0);

    QTest::mouseClick(find<QPushButton>("detailPane.open"), Qt::LeftButton);
    // The sample's host is not the portal's: the person is asked and shown the parsed host.
    QTRY_VERIFY(find<QDialog>("linkDialog") && find<QDialog>("linkDialog")->isVisible());
    QVERIFY(find<QLabel>("linkDialog.host")
                    ->text()
                    .contains(QStringLiteral("dev-acheron.appspot.com")));
    QVERIFY(!QFile::exists(m_browsed));
    QTest::mouseClick(find<QPushButton>("linkDialog.open"), Qt::LeftButton);
    const QByteArray address = "https://dev-acheron.appspot.com/api/inspect/policy-violations/"
                               "924f1fb0-ebaa-4dfd-9297-390c0df18b44\n";
    QTRY_COMPARE(readFile(m_browsed), address);
}

void GuiFlowTest::trustedPortalOpensAtOnce()
{
    start();
    QVERIFY(listening());
    post(sample("inferred/MOBILE_SECURE__FINDING_TARGET_CREATED.json"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    clickRow(0);
    QTRY_VERIFY(find<views::DetailPane>("detailPane")->eventId() != 0);
    QTest::keyClick(table(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(readFile(m_browsed),
                 QByteArray("https://www.securetheorem.com/mobile-secure/v2/security/"
                            "5629499534213120/findings/5668600916475904\n"));
}

void GuiFlowTest::facetNarrowsTheTable()
{
    start();
    QVERIFY(listening());
    for (const char *name : { "confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED.json",
                              "inferred/API_SECURE__POLICY_VIOLATION_OPENED.json",
                              "inferred/MOBILE_SECURE__FINDING_TARGET_CREATED.json",
                              "confirmed/MOBILE_SECURE__USER_DELETED.json" })
        post(sample(name));
    QTRY_COMPARE(table()->model()->rowCount(), 4);
    clickFacet(QStringLiteral("Asset group"), QStringLiteral("CA Business Unit"));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QVERIFY(find<QLabel>("eventsPage.count")->text().startsWith(QStringLiteral("2 of 4")));
    clickFacet(QStringLiteral("Asset group"), QStringLiteral("Sample App"));
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    clickFacet(QStringLiteral("Status"), QStringLiteral("Open"));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
}

void GuiFlowTest::repeatedCheckCallIsSeenAgain()
{
    start();
    QVERIFY(listening());
    const QStringList check { QStringLiteral("-d"),
                              QStringLiteral("{\"event\": \"Hello, world!\"}"), m_rig->state.url };
    QCOMPARE(curl(check), QByteArray(R"({"text":"Success","code":0,"events":1,"repeated":0})"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    const QModelIndex cell = table()->model()->index(0, models::EventsModel::Title);
    QCOMPARE(cell.data(models::EventsModel::DeliveriesRole).toInt(), 1);
    QCOMPARE(curl(check), QByteArray(R"({"text":"Success","code":0,"events":0,"repeated":1})"));
    QTRY_COMPARE(table()->model()->index(0, 0).data(models::EventsModel::DeliveriesRole).toInt(),
                 2);
    QTRY_VERIFY(statusText().contains(QStringLiteral("1 repeated")));
}

void GuiFlowTest::portChangesWhileEventsFlow()
{
    start();
    QVERIFY(listening());
    const QString lines = m_rig->path("events.jsonl");
    const QString acknowledged = m_rig->path("acknowledged");
    QProcess generate;
    generate.setStandardOutputFile(lines);
    generate.start(QStringLiteral(CLI),
                   { QStringLiteral("generate"), QStringLiteral("--count"), QStringLiteral("1500"),
                     QStringLiteral("--seed"), QStringLiteral("7") });
    QVERIFY(generate.waitForFinished());
    QProcess send;
    const QString before = m_rig->state.url;
    send.start(QStringLiteral(CLI),
               { QStringLiteral("send"), lines, QStringLiteral("--url"), before,
                 QStringLiteral("--token-file"), m_rig->path("token"),
                 QStringLiteral("--connections"), QStringLiteral("4"), QStringLiteral("--rate"),
                 QStringLiteral("600"), QStringLiteral("--acknowledged"), acknowledged });
    QTRY_VERIFY(table()->model()->rowCount() > 100);

    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const quint16 free = probe.serverPort();
    probe.close();
    QDialog *const dialog = openSettings();
    QVERIFY(dialog);
    auto *const port = find<QSpinBox>("settingsDialog.port");
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, QString::number(free));
    QTest::mouseClick(find<QPushButton>("settingsDialog.ok"), Qt::LeftButton);
    QTRY_VERIFY(m_rig->state.url.contains(QLatin1Char(':') + QString::number(free)));
    QTRY_VERIFY(!find<QDialog>("settingsDialog"));
    const QByteArray answer = post(sample("odd/numeric_ids.json"));
    QVERIFY2(answer.contains("\"code\":0"), answer.constData());

    // Whoever was answered on the old port is in the table; the rest knows that it is not.
    QVERIFY(QTest::qWaitFor([&send] { return send.state() == QProcess::NotRunning; }, 30000));
    const QList<QByteArray> sent = readFile(acknowledged).trimmed().split('\n');
    QVERIFY(sent.size() > 100);
    const auto arrivals = [this] {
        qsizetype count = 0;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            count += table()->model()
                             ->index(row, 0)
                             .data(models::EventsModel::DeliveriesRole)
                             .toInt();
        return count;
    };
    QTRY_VERIFY(arrivals() >= sent.size() + 1);
}

void GuiFlowTest::takenPortIsRefusedAndTheOldReceiverGoesOn()
{
    start();
    QVERIFY(listening());
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    openSettings();
    auto *const port = find<QSpinBox>("settingsDialog.port");
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, QString::number(other.serverPort()));
    QTest::mouseClick(find<QPushButton>("settingsDialog.ok"), Qt::LeftButton);
    QTRY_VERIFY(find<QLabel>("settingsDialog.message")->isVisible());
    QVERIFY(find<QDialog>("settingsDialog")->isVisible());
    QVERIFY(post(sample("confirmed/test_hello_world.json")).contains("\"code\":0"));
    QVERIFY(statusText().contains(m_rig->state.url));
    QTest::keyClick(find<QDialog>("settingsDialog"), Qt::Key_Escape);
}

void GuiFlowTest::takenPortAtStartIsSaid()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    start(other.serverPort());
    QTRY_COMPARE(m_rig->state.phase, ReceiverState::Phase::Failed);
    QVERIFY2(!statusText().contains(QStringLiteral("Listening")), qPrintable(statusText()));
    QVERIFY(!m_rig->state.reason.isEmpty());
    other.close();
    QVERIFY(listening()); // by itself, as soon as the port is free
    QVERIFY(statusText().contains(m_rig->state.url));
}

void GuiFlowTest::eventsAreThereAfterARestart()
{
    start();
    QVERIFY(listening());
    post(sample("odd/top_level_array.json"));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    stop();
    start();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
}

QTEST_MAIN(GuiFlowTest)
#include "guiflowtest.moc"
