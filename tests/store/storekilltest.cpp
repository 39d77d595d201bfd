// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/actreader.h"
#include "app/store/readsession.h"
#include "tests/support/storerig.h"

#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <csignal>

namespace {

/// Killed at any moment, every acknowledged event is there exactly once.
class TestStoreKill final : public QObject
{
    Q_OBJECT

private slots:
    void acknowledgedIsThereOnce();

private:
    static void verifyActs(const QString &path, int rounds);
};

/// Of what was done before each kill the first part is there, whole and in order.
void TestStoreKill::verifyActs(const QString &path, int rounds)
{
    constexpr qint64 apart = 100;
    constexpr qint64 round = 1'000'000;
    const auto connection = app::ReadSession::connect({ path });
    QVERIFY(connection.ok() && connection.value());
    qint64 begun = 0;
    qint64 last = 0;
    const auto take = [&](const models::Act &act) {
        QCOMPARE(act.events.size(), 1);
        const qint64 number = act.events[0].first;
        QCOMPARE(act.events[0].last, number);
        if (number % round == 1)
            QCOMPARE(number / round, begun++);
        else
            QCOMPARE(number, last / apart * apart + apart);
        last = number;
    };
    QVERIFY(app::ActReader::forEach(*connection.value(), 0, take).ok());
    QCOMPARE(begun, rounds);
}

void TestStoreKill::acknowledgedIsThereOnce()
{
    const StoreFolder folder;
    const QString path = folder.path(QStringLiteral("store.sqlite"));
    const int rounds = qEnvironmentVariableIsSet("WATCHFLOOR_KILL_ROUNDS")
            ? qEnvironmentVariableIntValue("WATCHFLOOR_KILL_ROUNDS")
            : 10;
    QSet<QByteArray> acknowledged;
    for (int round = 0; round < rounds; ++round) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(STORECRASHER),
                      { path, QString::number(round * 1000000 + 1), QStringLiteral("900000") });
        QVERIFY(process.waitForStarted());
        QVERIFY2(process.waitForReadyRead(60000), "nothing was acknowledged");
        const int moment = QRandomGenerator::global()->bounded(1, 120);
        (void)process.waitForFinished(moment);
        QCOMPARE(process.state(), QProcess::Running);
        QCOMPARE(::kill(pid_t(process.processId()), SIGKILL), 0);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);

        QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
        lines.removeLast(); // empty, or cut by the kill
        QVERIFY(!lines.isEmpty());
        for (const QByteArray &line : std::as_const(lines))
            acknowledged.insert("{\"event\": \"number " + line + "\"}");

        QHash<QByteArray, int> held;
        for (const HeldEvent &event : heldEvents({ path })) {
            ++held[event.body];
            QCOMPARE(event.deliveries, 1);
        }
        for (auto at = held.cbegin(); at != held.cend(); ++at)
            QCOMPARE(at.value(), 1);
        for (const QByteArray &body : std::as_const(acknowledged))
            QVERIFY2(held.contains(body), body.constData());
    }
    verifyActs(path, rounds);
    qInfo("%lld acknowledged in %d rounds", qlonglong(acknowledged.size()), rounds);

    WriterRig rig({ path }); // and it goes on
    QCOMPARE(rig.open(), QString());
}

} // namespace

QTEST_GUILESS_MAIN(TestStoreKill)
#include "storekilltest.moc"
