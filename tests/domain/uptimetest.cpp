// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/uptime.h"

#include <QTest>

using namespace models;
using End = UptimeRun::End;

namespace {

/// Minutes after some moment.
Instant at(double minutes)
{
    return Instant(std::chrono::milliseconds(1'700'000'000'000 + qint64(minutes * 60'000)));
}

UptimeRun run(qint64 id, double began, double alive, End end)
{
    return { id, at(began), at(alive), end };
}

} // namespace

class TestUptime final : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsKnownWithoutARecord()
    {
        const Uptime uptime = uptimeOf({}, at(0));
        QVERIFY(!uptime.known);
        QVERIFY(uptime.gaps.isEmpty());
    }

    void aRunningReceiverHasNoGap()
    {
        const Uptime uptime = uptimeOf({ run(1, 0, 10, End::Unknown) }, at(12));
        QCOMPARE(uptime.known, std::optional(at(0)));
        QVERIFY(uptime.gaps.isEmpty());
        // Three signs are missing: it was on until the last one.
        const QList<UptimeGap> gaps = uptimeOf({ run(1, 0, 10, End::Unknown) }, at(14)).gaps;
        QCOMPARE(gaps, (QList<UptimeGap> { { at(10), at(14), End::Unknown, true } }));
    }

    void gapsLieBetweenRuns()
    {
        const QList<UptimeRun> runs { run(3, 60, 90, End::Jumped), run(1, 0, 10, End::Stopped),
                                      run(2, 20, 40, End::Unknown),
                                      run(4, 100, 119, End::Unknown) };
        const QList<UptimeGap> wanted { { at(10), at(20), End::Stopped, false },
                                        { at(40), at(60), End::Unknown, false },
                                        { at(90), at(100), End::Jumped, false } };
        QCOMPARE(uptimeOf(runs, at(120)).gaps, wanted);
    }

    void aStoppedOneIsOffUntilNow()
    {
        const QList<UptimeGap> gaps = uptimeOf({ run(1, 0, 10, End::Stopped) }, at(11)).gaps;
        QCOMPARE(gaps, (QList<UptimeGap> { { at(10), at(11), End::Stopped, true } }));
    }

    void aDeadOneIsNotTakenForRunning()
    {
        // It died at 10, another began at 11: nobody was on between.
        const QList<UptimeRun> runs { run(1, 0, 10, End::Unknown), run(2, 11, 11, End::Unknown) };
        QCOMPARE(uptimeOf(runs, at(11.5)).gaps,
                 (QList<UptimeGap> { { at(10), at(11), End::Unknown, false } }));
    }

    void overlappingReceiversAreOneTime()
    {
        const QList<UptimeRun> runs { run(1, 0, 50, End::Stopped), run(2, 10, 20, End::Stopped),
                                      run(3, 40, 70, End::Stopped), run(4, 80, 99, End::Unknown) };
        QCOMPARE(uptimeOf(runs, at(100)).gaps,
                 (QList<UptimeGap> { { at(70), at(80), End::Stopped, false } }));
    }

    void aClockSetBackLeavesNoGap()
    {
        const QList<UptimeRun> runs { run(1, 0, 60, End::Jumped), run(2, 5, 70, End::Unknown),
                                      run(3, 65, 61, End::Stopped) };
        QVERIFY(uptimeOf(runs, at(70)).gaps.isEmpty());
    }

    void aShortOneIsNoGap()
    {
        const QList<UptimeRun> runs { run(1, 0, 10, End::Stopped),
                                      run(2, 10.05, 20, End::Unknown) };
        QVERIFY(uptimeOf(runs, at(21)).gaps.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUptime)
#include "uptimetest.moc"
