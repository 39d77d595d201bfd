// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqluptime.h"
#include "app/store/uptimelog.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace std::chrono_literals;
using models::UptimeRun;
using End = models::UptimeRun::End;

namespace {

/// Seconds after some moment, by both clocks.
app::UptimeLog::Moment at(int seconds, int wallAhead = 0)
{
    return { models::Instant(1'700'000'000'000ms) + std::chrono::seconds(seconds + wallAhead),
             std::chrono::steady_clock::time_point() + std::chrono::seconds(1000 + seconds) };
}

UptimeRun run(qint64 id, int began, int alive, End end)
{
    return { id, at(began).wall, at(alive).wall, end };
}

using Runs = std::vector<UptimeRun>;

/// Oldest first.
QList<UptimeRun> runsOf(const app::DatabaseUrl &url)
{
    app::SqlUptime record(url);
    QList<UptimeRun> runs;
    bool answered = false;
    QObject::connect(&record, &app::SqlUptime::runsRead, &record,
                     [&](const QList<UptimeRun> &read) {
                         runs = read;
                         answered = true;
                     });
    record.read();
    if (!QTest::qWaitFor([&] { return answered; }))
        qWarning("the record was not read");
    std::reverse(runs.begin(), runs.end());
    return runs;
}

class TestUptimeRecord final : public QObject
{
    Q_OBJECT

private slots:
    void signsOncePerInterval();
    void aJumpOfTheClockEndsARun();
    void whatCameBeforeTheStoreIsWrittenLater();
    void aRequestIsASignOfLife();
    void theWriterKeepsTheRecord();
    void withoutAReceiverNothingIsWritten();
    void aKilledOneEndsAtItsLastSign();
};

void TestUptimeRecord::signsOncePerInterval()
{
    app::UptimeLog log(60s);
    log.load({}, {});
    QVERIFY(log.unwritten().empty());
    log.setOn(true, at(0));
    QCOMPARE(log.unwritten(), Runs { run(1, 0, 0, End::Unknown) });
    log.confirm();
    log.setOn(true, at(5));
    log.sign(at(59));
    QVERIFY(log.unwritten().empty());
    log.sign(at(60));
    QCOMPARE(log.unwritten(), Runs { run(1, 0, 60, End::Unknown) });
    log.sign(at(125)); // not confirmed: one row for both
    QCOMPARE(log.unwritten(), Runs { run(1, 0, 125, End::Unknown) });
    log.setOn(false, at(130));
    QCOMPARE(log.unwritten(), Runs { run(1, 0, 130, End::Stopped) });
    log.confirm();
    log.sign(at(500));
    log.setOn(false, at(501));
    QVERIFY(log.unwritten().empty());
    log.setOn(true, at(600));
    QCOMPARE(log.unwritten(), Runs { run(2, 600, 600, End::Unknown) });
}

void TestUptimeRecord::aJumpOfTheClockEndsARun()
{
    app::UptimeLog log(60s);
    log.load({}, {});
    log.setOn(true, at(0));
    log.sign(at(60));
    log.confirm();
    log.sign(at(120, 3600)); // slept for an hour
    QCOMPARE(log.unwritten(),
             (Runs { run(1, 0, 60, End::Jumped), run(2, 3720, 3720, End::Unknown) }));
    log.confirm();
    log.sign(at(180, 0)); // set back
    QCOMPARE(log.unwritten(),
             (Runs { run(2, 3720, 3720, End::Jumped), run(3, 180, 180, End::Unknown) }));
    log.confirm();
    log.sign(at(240, 2)); // slewed
    QCOMPARE(log.unwritten(), Runs { run(3, 180, 242, End::Unknown) });
    log.setOn(false, at(250, 900));
    QCOMPARE(log.unwritten(),
             (Runs { run(3, 180, 242, End::Jumped), run(4, 1150, 1150, End::Stopped) }));
}

void TestUptimeRecord::whatCameBeforeTheStoreIsWrittenLater()
{
    app::UptimeLog log(60s);
    log.setOn(true, at(0));
    log.sign(at(70));
    QVERIFY(log.unwritten().empty());
    log.load(run(17, -900, -800, End::Stopped), {});
    QCOMPARE(log.unwritten(), Runs { run(18, 0, 70, End::Unknown) });
    log.confirm();
    log.sign(at(140));
    QCOMPARE(log.unwritten(), Runs { run(18, 0, 140, End::Unknown) });
}

void TestUptimeRecord::aRequestIsASignOfLife()
{
    const UptimeRun died = run(4, -900, -800, End::Unknown);
    app::UptimeLog log(60s);
    log.load(died, at(-770).wall);
    QCOMPARE(log.unwritten(), Runs { run(4, -900, -770, End::Unknown) });
    app::UptimeLog late(60s); // nobody was there to take it: of another clock
    late.load(died, at(-10).wall);
    QVERIFY(late.unwritten().empty());
    app::UptimeLog stopped(60s);
    stopped.load(run(4, -900, -800, End::Stopped), at(-770).wall);
    QVERIFY(stopped.unwritten().empty());
}

void TestUptimeRecord::theWriterKeepsTheRecord()
{
    const StoreFolder folder;
    app::WriterOptions options;
    options.signTime = 20ms;
    {
        WriterRig rig(folder.url(), options);
        QMetaObject::invokeMethod(&rig.writer(), [&rig] { rig.writer().setReceiving(true); });
        QCOMPARE(rig.open(), QString());
        QTRY_COMPARE(runsOf(folder.url()).size(), 1);
        const UptimeRun first = runsOf(folder.url()).constFirst();
        QCOMPARE(first.end, End::Unknown);
        QTRY_VERIFY(runsOf(folder.url()).constFirst().alive > first.alive);
        QVERIFY(rig.close());
    }
    const UptimeRun stopped = runsOf(folder.url()).constFirst();
    QCOMPARE(stopped.end, End::Stopped);
    WriterRig rig(folder.url(), options);
    QCOMPARE(rig.open(), QString());
    QMetaObject::invokeMethod(&rig.writer(), [&rig] {
        rig.writer().setReceiving(true);
        rig.writer().setReceiving(false);
        rig.writer().setReceiving(true);
    });
    QTRY_COMPARE(runsOf(folder.url()).size(), 3);
    const QList<UptimeRun> runs = runsOf(folder.url());
    QCOMPARE(runs[0], stopped);
    QCOMPARE(runs[1].end, End::Stopped);
    QCOMPARE(runs[2].end, End::Unknown);
    QVERIFY(runs[2].began >= stopped.alive);
}

void TestUptimeRecord::withoutAReceiverNothingIsWritten()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    QVERIFY(rig.writer().submit(storeDelivery("{\"event\": 1}", 1)));
    (void)rig.receipts(1);
    QVERIFY(rig.close());
    QVERIFY(runsOf(folder.url()).isEmpty());
}

void TestUptimeRecord::aKilledOneEndsAtItsLastSign()
{
    const StoreFolder folder;
    const QString path = folder.path(QStringLiteral("store.sqlite"));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(STORECRASHER),
                  { path, QStringLiteral("1"), QStringLiteral("900000") });
    QVERIFY(process.waitForStarted());
    QVERIFY2(process.waitForReadyRead(60000), "nothing was acknowledged");
    QCOMPARE(::kill(pid_t(process.processId()), SIGKILL), 0);
    QVERIFY(process.waitForFinished(60000));
    const models::Instant killed = models::now();
    const QList<UptimeRun> left = runsOf({ path });
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0].end, End::Unknown);
    QVERIFY(left[0].alive >= left[0].began && left[0].alive <= killed);

    WriterRig rig({ path });
    QMetaObject::invokeMethod(&rig.writer(), [&rig] { rig.writer().setReceiving(true); });
    QCOMPARE(rig.open(), QString());
    QTRY_COMPARE(runsOf({ path }).size(), 2);
    const QList<UptimeRun> runs = runsOf({ path });
    QCOMPARE(runs[0].end, End::Unknown);
    QVERIFY(runs[0].alive >= left[0].alive && runs[0].alive <= killed);
    // Seen from a minute later: off between the two, on since.
    const models::Uptime uptime = models::uptimeOf(runs, runs[1].began + 1min);
    QCOMPARE(uptime.known, std::optional(runs[0].began));
    QVERIFY(uptime.gaps.size() <= 1); // shorter than a gap has to be, if the machine is quick
    const models::Uptime later = models::uptimeOf(
            { runs[0], { 2, runs[1].began + 1h, runs[1].began + 1h, End::Unknown } },
            runs[1].began + 1h);
    QCOMPARE(later.gaps.size(), 1);
    QCOMPARE(later.gaps[0].from, runs[0].alive);
}

} // namespace

QTEST_GUILESS_MAIN(TestUptimeRecord)
#include "uptimerecordtest.moc"
