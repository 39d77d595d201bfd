// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqluptime.h"
#include "tests/support/cliprocess.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using End = models::UptimeRun::End;

namespace {

/// Of the only database in a data folder, oldest first.
QList<models::UptimeRun> runsIn(const QTemporaryDir &dir)
{
    const QStringList files = QDir(dir.path()).entryList({ QStringLiteral("*.sqlite") });
    if (files.size() != 1)
        return {};
    app::SqlUptime record({ dir.filePath(files.first()) });
    QList<models::UptimeRun> runs;
    bool answered = false;
    QObject::connect(&record, &app::SqlUptime::runsRead, &record,
                     [&](const QList<models::UptimeRun> &read) {
                         runs = read;
                         answered = true;
                     });
    record.read();
    (void)QTest::qWaitFor([&] { return answered; }, 2000);
    std::reverse(runs.begin(), runs.end());
    return runs;
}

} // namespace

/// The record of when a real collector was on.
class UptimeFlowTest final : public QObject
{
    Q_OBJECT
private slots:
    void stoppedAndKilled()
    {
        const QTemporaryDir dir;
        ServeProcess serve(QStringLiteral(CLI), dir.path());
        const models::Instant before = models::now();
        QVERIFY(serve.start());
        QTRY_COMPARE(runsIn(dir).size(), 1);
        QCOMPARE(serve.terminate(), 0);
        QCOMPARE(runsIn(dir).size(), 1);
        QCOMPARE(runsIn(dir)[0].end, End::Stopped);
        QVERIFY(runsIn(dir)[0].began >= before && runsIn(dir)[0].alive <= models::now());
        QVERIFY(serve.start());
        QTRY_COMPARE(runsIn(dir).size(), 2);
        serve.kill();
        QVERIFY(serve.start());
        QTRY_COMPARE(runsIn(dir).size(), 3);
        const QList<models::UptimeRun> runs = runsIn(dir);
        QCOMPARE(runs[1].end, End::Unknown);
        QCOMPARE(runs[2].end, End::Unknown);
        QVERIFY(runs[1].alive <= runs[2].began);
    }
};

QTEST_GUILESS_MAIN(UptimeFlowTest)
#include "uptimeflowtest.moc"
