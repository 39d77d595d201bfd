// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"
#include "app/store/migrations.h"
#include "app/store/readsession.h"
#include "app/store/sqljournal.h"
#include "app/store/storecheck.h"
#include "testpaths.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using models::Act;
using models::ActKind;

namespace {

/// What people did about events, in the store: added, never changed, there after a restart.
class TestJournal final : public QObject
{
    Q_OBJECT

private slots:
    void isThereAfterARestart();
    void nothingIsChangedOrDeleted();
    void aFreshStoreHasNone();
    void whatWasThereBeforeCountsAsRead();
    void anEmptyOldStoreHasNone();
    void waitsForTheStoreToOpen();
    void tellsWhetherItCanBeWritten();
    void aFailureToReadIsTriedAgain();
    void aFailureLosesNothing();
    void manyComeInParts();
    void whatIsNoneOfOursIsPassedOver();
};

Act act(ActKind kind, std::vector<models::IdRange> events)
{
    Act made;
    made.at = models::Instant(std::chrono::milliseconds(1'700'000'000'123));
    made.who = QStringLiteral("Ada; DROP TABLE acts");
    made.kind = kind;
    made.events = std::move(events);
    return made;
}

QList<Act> heldActs(const app::DatabaseUrl &url)
{
    QList<Act> acts;
    const auto connection = app::ReadSession::connect(url);
    if (!connection || !connection.value())
        return {};
    const auto done =
            app::ActReader::forEach(*connection.value(), 0, [&](Act one) { acts.append(one); });
    return done ? acts : QList<Act>();
}

std::unique_ptr<app::Connection> connection(const app::DatabaseUrl &url)
{
    QDir().mkpath(QFileInfo(url.sqlitePath).absolutePath());
    auto opened = app::Connection::open(url, app::Connection::Mode::Write);
    return opened ? std::move(opened.value()) : nullptr;
}

bool runAll(const app::Connection &on, const QStringList &statements)
{
    return std::all_of(statements.begin(), statements.end(),
                       [&on](const QString &sql) { return on.run(sql).ok(); });
}

void TestJournal::isThereAfterARestart()
{
    const StoreFolder folder;
    const QList<Act> done { act(ActKind::Read, { { 1, 40 }, { 42, 42 } }),
                            act(ActKind::Unread, { { 7, 7 } }) };
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        app::SqlJournal journal(folder.url(), rig.writer());
        for (const Act &one : done)
            journal.append(one);
        QVERIFY(rig.close());
    }
    app::Worker<app::Writer> writer(QStringLiteral("writer"), folder.url());
    app::SqlJournal journal(folder.url(), writer.object());
    QSignalSpy read(&journal, &models::Journal::actsRead);
    journal.readActs(0);
    QVERIFY(read.wait());
    QVERIFY(read[0][1].toBool());
    QList<Act> acts = read[0][0].value<QList<Act>>();
    QCOMPARE(acts.size(), 2);
    QVERIFY(acts[0].id > 0 && acts[1].id > acts[0].id);
    const qint64 first = acts[0].id;
    for (Act &one : acts)
        one.id = 0;
    QVERIFY(acts == done);
    journal.readActs(first);
    QVERIFY(read.wait());
    QCOMPARE(read[1][0].value<QList<Act>>().size(), 1);
    QCOMPARE(app::StoreCheck(folder.url()).run().value().problems, QStringList());
}

void TestJournal::nothingIsChangedOrDeleted()
{
    const StoreFolder folder;
    const auto file = connection(folder.url());
    QVERIFY(file && app::migrate(*file).ok());
    QVERIFY(file->run(QStringLiteral("INSERT INTO acts (at, who, kind, events) "
                                     "VALUES (1, 'ada', 1, '1')"))
                    .ok());
    QVERIFY(!file->run(QStringLiteral("UPDATE acts SET who = 'eve'")).ok());
    QVERIFY(!file->run(QStringLiteral("DELETE FROM acts")).ok());
    QCOMPARE(file->number(QStringLiteral("SELECT count(*) FROM acts WHERE who = 'ada'")).value(),
             1);
}

void TestJournal::aFreshStoreHasNone()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    QVERIFY(rig.writer().submit(storeDelivery("{\"event\": \"one\"}", 1)));
    QCOMPARE(rig.receipts(1).value(0).stored, 1);
    QVERIFY(rig.close());
    QVERIFY(heldActs(folder.url()).isEmpty());
}

void TestJournal::whatWasThereBeforeCountsAsRead()
{
    const StoreFolder folder;
    {
        const auto old = connection(folder.url());
        QVERIFY(old && app::migrate(*old, 1).ok());
        QFile sql(QStringLiteral(TEST_DATA_DIR "/store/schema1.sql"));
        QVERIFY(sql.open(QIODevice::ReadOnly));
        QStringList statements = QString::fromUtf8(sql.readAll()).split(QLatin1String(";\n"));
        statements.removeIf([](const QString &one) { return one.trimmed().isEmpty(); });
        QVERIFY(runAll(*old, statements));
    }
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    QVERIFY(rig.writer().submit(storeDelivery("{\"event\": \"after\"}", 1)));
    QCOMPARE(rig.receipts(1).value(0).stored, 1);
    QVERIFY(rig.close());
    const QList<Act> acts = heldActs(folder.url());
    QCOMPARE(acts.size(), 1);
    QCOMPARE(acts[0].kind, ActKind::Read);
    QVERIFY(acts[0].who.isEmpty());
    QVERIFY(acts[0].at > models::Instant(std::chrono::milliseconds(1'600'000'000'000)));
    const qint64 newest = heldEvents(folder.url()).constLast().id;
    QCOMPARE(acts[0].events, (std::vector<models::IdRange> { { 1, newest - 1 } }));
}

void TestJournal::anEmptyOldStoreHasNone()
{
    const StoreFolder folder;
    {
        const auto old = connection(folder.url());
        QVERIFY(old && app::migrate(*old, 2).ok());
    }
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    QVERIFY(rig.close());
    QVERIFY(heldActs(folder.url()).isEmpty());
}

void TestJournal::waitsForTheStoreToOpen()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    app::SqlJournal journal(folder.url(), rig.writer());
    QSignalSpy readable(&journal, &models::Journal::readable);
    journal.append(act(ActKind::Read, { { 1, 1 } }));
    QCOMPARE(rig.open(), QString());
    QTRY_COMPARE(readable.size(), 1);
    QVERIFY(rig.close());
    QCOMPARE(heldActs(folder.url()).size(), 1);
}

void TestJournal::tellsWhetherItCanBeWritten()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    app::SqlJournal journal(folder.url(), rig.writer());
    QSignalSpy changed(&journal, &models::Journal::writableChanged);
    QVERIFY(!journal.isWritable());
    QCOMPARE(rig.open(), QString());
    QTRY_VERIFY(journal.isWritable());
    {
        WriterRig second(folder.url()); // the lock is another's
        const app::SqlJournal of(folder.url(), second.writer());
        QVERIFY(!second.open().isEmpty());
        QTest::qWait(0);
        QVERIFY(!of.isWritable());
    }
    QVERIFY(rig.close());
    QTRY_VERIFY(!journal.isWritable());
    QCOMPARE(changed.size(), 2);
}

/// As while another program still brings the store up to date.
void TestJournal::aFailureToReadIsTriedAgain()
{
    const StoreFolder folder;
    const auto old = connection(folder.url());
    QVERIFY(old && app::migrate(*old, 4).ok());
    app::Worker<app::Writer> writer(QStringLiteral("writer"), folder.url()); // never opened
    app::SqlJournal journal(folder.url(), writer.object());
    QSignalSpy failed(&journal, &models::Journal::readFailed);
    QSignalSpy readable(&journal, &models::Journal::readable);
    QSignalSpy read(&journal, &models::Journal::actsRead);
    journal.readActs(0);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(app::migrate(*old).ok());
    QVERIFY(readable.wait(10000));
    journal.readActs(0);
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!readable.wait(2500)); // nothing more to be tried
}

void TestJournal::aFailureLosesNothing()
{
    const StoreFolder folder;
    app::WriterOptions options;
    options.patience = std::chrono::milliseconds(50);
    options.retryTime = std::chrono::milliseconds(20);
    WriterRig rig(folder.url(), options);
    QCOMPARE(rig.open(), QString());
    const auto other = connection(folder.url());
    QVERIFY(other && other->run(QStringLiteral("BEGIN IMMEDIATE")).ok()); // nobody else writes
    app::SqlJournal journal(folder.url(), rig.writer());
    journal.append(act(ActKind::Read, { { 1, 1 } }));
    QTRY_COMPARE(rig.failures().size(), 1);
    journal.append(act(ActKind::Read, { { 2, 2 } }));
    QVERIFY(other->run(QStringLiteral("ROLLBACK")).ok());
    QTRY_COMPARE(rig.recoveries(), 1);
    QVERIFY(rig.close());
    const QList<Act> acts = heldActs(folder.url());
    QCOMPARE(acts.size(), 2);
    QCOMPARE(acts[1].events, (std::vector<models::IdRange> { { 2, 2 } }));
}

void TestJournal::manyComeInParts()
{
    const StoreFolder folder;
    {
        const auto file = connection(folder.url());
        QVERIFY(file && app::migrate(*file).ok());
        QVERIFY(file->run(QStringLiteral(
                                  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                  "WHERE i < 10000) INSERT INTO acts (at, who, kind, events) "
                                  "SELECT 1, '', 1, i FROM n"))
                        .ok());
    }
    app::ActReader reader(folder.url());
    QSignalSpy read(&reader, &app::ActReader::actsRead);
    reader.read(0);
    QCOMPARE(read.size(), 3);
    qsizetype count = 0;
    for (const QList<QVariant> &part : read)
        count += part[0].value<QList<Act>>().size();
    QCOMPARE(count, 10000);
    QVERIFY(!read[1][1].toBool() && read[2][1].toBool());
}

void TestJournal::whatIsNoneOfOursIsPassedOver()
{
    const StoreFolder folder;
    {
        const auto file = connection(folder.url());
        QVERIFY(file && app::migrate(*file).ok());
        QVERIFY(runAll(*file,
                       { QStringLiteral("INSERT INTO acts (at, who, kind, events) "
                                        "VALUES (1, '', 1, 'everything')"),
                         QStringLiteral("INSERT INTO acts (at, who, kind, events) "
                                        "VALUES (1, '', 4711, '1')"),
                         QStringLiteral("INSERT INTO acts (at, who, kind, value, events) "
                                        "VALUES (1, 'eve', 9, 'a note', '3')") }));
    }
    const QList<Act> acts = heldActs(folder.url());
    QCOMPARE(acts.size(), 1);
    QCOMPARE(int(acts[0].kind), 9); // who folds decides what it means
}

} // namespace

QTEST_GUILESS_MAIN(TestJournal)
#include "journaltest.moc"
