// SPDX-License-Identifier: GPL-3.0-or-later
// What the whole program writes and reads for its user while it receives.
#include "desktoprig.h"
#include "tests/support/cliprocess.h"
#include "views/mainwindow.h"
#include "views/pages/deliveriespage.h"
#include "views/sidebar/pageviews.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QProcess>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <memory>

namespace {

const QString cli = QStringLiteral(CLI);

QByteArrayList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
}

class ExportFlowTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingIsMissingBesideThem();

private:
    template<typename T> T *find(const char *name)
    {
        return m_rig->desktop->window().findChild<T *>(QLatin1String(name));
    }
    bool exportRequests(const QString &path);

    std::unique_ptr<DesktopRig> m_rig;
};

void ExportFlowTest::init()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    m_rig = std::make_unique<DesktopRig>();
}

void ExportFlowTest::cleanup()
{
    QVERIFY(m_rig->stop());
}

/// By the action and its dialog; true once the page says that it is done.
bool ExportFlowTest::exportRequests(const QString &path)
{
    find<QAction>("deliveriesPage.exportAction")->trigger();
    auto *const dialog = find<QFileDialog>("deliveriesPage.exportDialog");
    if (dialog == nullptr)
        return false;
    emit dialog->fileSelected(path); // as its button does; what it looks like is the system's
    dialog->close();
    const auto isSaid = [this, &path] {
        const auto labels = find<QWidget>("deliveriesPage.export")->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&path](const QLabel *label) {
            return label->text().endsWith(QStringLiteral("exported to %1").arg(path));
        });
    };
    return QTest::qWaitFor(isSaid, 60000)
            && QTest::qWaitFor([&] { return !find<QFileDialog>("deliveriesPage.exportDialog"); });
}

void ExportFlowTest::nothingIsMissingBesideThem()
{
    QVERIFY(m_rig->start(QSize(1280, 800)));
    QVERIFY(m_rig->listening());
    QFile lines(m_rig->path("events.jsonl"));
    QVERIFY(lines.open(QIODevice::WriteOnly));
    lines.write(runCli(cli,
                       { QStringLiteral("generate"), QStringLiteral("--count"),
                         QStringLiteral("4000"), QStringLiteral("--seed"), QStringLiteral("7") })
                        .out);
    lines.close();
    const QString acknowledged = m_rig->path("acknowledged");
    QProcess send;
    send.start(cli,
               { QStringLiteral("send"), lines.fileName(), QStringLiteral("--url"),
                 m_rig->state.url, QStringLiteral("--token-file"), m_rig->path("token"),
                 QStringLiteral("--connections"), QStringLiteral("8"), QStringLiteral("--rate"),
                 QStringLiteral("1000"), QStringLiteral("--acknowledged"), acknowledged });
    m_rig->desktop->window().showPage(&m_rig->desktop->windows().all().front()->deliveries());
    auto *const table = find<QTableView>("eventsPage.table");
    QTRY_VERIFY(table->model()->rowCount() > 50);
    QTRY_VERIFY(find<QAction>("deliveriesPage.exportAction")->isEnabled());

    auto *const views = m_rig->desktop->window().findChild<views::PageViews *>();
    QVERIFY(views != nullptr);
    const QString viewsFile = m_rig->path("views.json");
    const QByteArray text(R"({"views": []})");
    int rounds = 0;
    qsizetype before = 0;
    while (send.state() != QProcess::NotRunning || rounds == 0) {
        const QString path = m_rig->path("requests.jsonl");
        QVERIFY(exportRequests(path));
        const QByteArrayList exported = linesOf(path);
        QVERIFY(exported.size() > before); // what came meanwhile as well
        for (const QByteArray &line : exported)
            QVERIFY2(QJsonDocument::fromJson(line).isObject(), line);
        before = exported.size();
        emit views->exportRequested(viewsFile, text);
        QCOMPARE(linesOf(viewsFile), QByteArrayList { text });
        emit views->importRequested(viewsFile);
        ++rounds;
    }
    QVERIFY(rounds > 1);
    QCOMPARE(send.exitCode(), 0);

    const QByteArrayList sent = linesOf(acknowledged);
    QVERIFY(sent.size() >= 4000);
    const auto arrivals = [table] {
        qsizetype count = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            count +=
                    table->model()->index(row, 0).data(models::EventsModel::DeliveriesRole).toInt();
        return count;
    };
    QTRY_VERIFY(arrivals() >= sent.size());
    QVERIFY(m_rig->stop());
    const ExportedEvents kept = exportAll(cli, m_rig->path("data"));
    QVERIFY(kept.ok);
    qsizetype stored = 0;
    for (const int deliveries : kept.deliveries)
        stored += deliveries;
    QVERIFY2(stored >= sent.size(), QByteArray::number(stored));
    QCOMPARE(runCli(cli,
                    { QStringLiteral("verify"), QStringLiteral("--data-dir"), m_rig->path("data") })
                     .status,
             0);
}

} // namespace

QTEST_MAIN(ExportFlowTest)
#include "exportflowtest.moc"
