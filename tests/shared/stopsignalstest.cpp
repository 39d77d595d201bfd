// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/stopsignals.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

class StopSignalsTest : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatTheSystemAsks_data();
    void saysWhatTheSystemAsks();
};

void StopSignalsTest::saysWhatTheSystemAsks_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void StopSignalsTest::saysWhatTheSystemAsks()
{
    QFETCH(int, number);
    const app::StopSignals signalsOfTheSystem;
    QSignalSpy asked(&signalsOfTheSystem, &app::StopSignals::stopRequested);
    QCOMPARE(std::raise(number), 0);
    QVERIFY(asked.wait());
    QCOMPARE(asked.size(), 1);
}

QTEST_GUILESS_MAIN(StopSignalsTest)
#include "stopsignalstest.moc"
