// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/batchreader.h"
#include "app/store/eventreader.h"
#include "app/store/rowcoder.h"
#include "app/store/sqlarchive.h"
#include "app/store/sqljournal.h"
#include "app/store/storereader.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <limits>
#include <thread>

namespace {

constexpr qint64 newest = std::numeric_limits<qint64>::max();

class TestArchive final : public QObject
{
    Q_OBJECT

private slots:
    void anAbsentStoreIsEmpty();
    void readsOlderAndNewerWhileWritesGoOn();
    void shortTextsComeAheadOfTheirRows();
    void textsReadAheadGoWithWhatComesFirst();
    void loadsAnEvent();
    void tellsGrowthOnceUntilItIsRead();
    void noticesAnotherConnection();
    void noticesActsOfAnotherConnection();
    void aDamagedFileFailsWithWords();
};

/// Gathers batches and checks that texts come before, and once; those for search when a second
/// row has them.
struct Listener
{
    QHash<models::TermId, QByteArray> terms;
    QSet<models::TermId> seen; ///< texts for search
    QList<qint64> ids;
    QList<models::Repeat> repeats;
    QString wrong;

    void take(const models::EventBatch &batch)
    {
        if (batch.rows.size() > 4096)
            wrong = QStringLiteral("too many rows");
        for (const models::Term &term : batch.terms) {
            if (terms.contains(term.id))
                wrong = QStringLiteral("a text came twice");
            terms.insert(term.id, term.text);
        }
        for (const models::EventRow &row : batch.rows) {
            for (const models::TermId id :
                 { row.type, row.product, row.title, row.asset, row.group, row.policy, row.subject,
                   row.severityWord, row.statusWord, row.assetType, row.hostedOn, row.discoveredVia,
                   row.actor }) {
                if (id != 0 && !terms.contains(id))
                    wrong = QStringLiteral("a row came before its text");
            }
            if (row.text != 0 && seen.contains(row.text) && !terms.contains(row.text))
                wrong = QStringLiteral("a row came before the text it shares");
            seen.insert(row.text);
            if (row.id == 0)
                wrong = QStringLiteral("a row without id");
            ids.append(row.id);
        }
        for (const models::Repeat &repeat : batch.repeats)
            repeats.append(repeat);
    }
};

models::EventBatch last(const QSignalSpy &spy)
{
    return spy.last().at(0).value<models::EventBatch>();
}

void TestArchive::anAbsentStoreIsEmpty()
{
    const StoreFolder folder;
    app::SqlArchive archive(folder.url());
    QSignalSpy read(&archive, &models::Archive::batchRead);
    QSignalSpy missing(&archive, &models::Archive::eventMissing);
    QSignalSpy failed(&archive, &models::Archive::failed);
    archive.readOlder(newest, 100);
    archive.readNewer(0, 0, 100);
    archive.loadEvent(3);
    QTRY_COMPARE(missing.size(), 1);
    QCOMPARE(read.size(), 2);
    QCOMPARE(read[0][0].value<models::EventBatch>().kind, models::EventBatch::Kind::Older);
    QCOMPARE(read[1][0].value<models::EventBatch>().kind, models::EventBatch::Kind::Newer);
    QVERIFY(last(read).complete);
    QCOMPARE(failed.size(), 0);
    QVERIFY(!QFile::exists(folder.url().sqlitePath));
}

void TestArchive::readsOlderAndNewerWhileWritesGoOn()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    StoreBodies bodies;
    for (int i = 0; i < 3000; ++i)
        QVERIFY(rig.writer().submit(bodies.nextDelivery()));
    QCOMPARE(rig.receipts(3000).size(), 3000);

    app::SqlArchive archive(folder.url());
    Listener listener;
    QSignalSpy read(&archive, &models::Archive::batchRead);
    connect(&archive, &models::Archive::batchRead, this,
            [&](const models::EventBatch &batch) { listener.take(batch); });

    std::thread sender([&rig] {
        StoreBodies more(2);
        for (int i = 0; i < 2000; ++i) {
            models::Delivery delivery = more.nextDelivery();
            if (i % 10 == 0) // and once more, within one body
                delivery.decoded.events.append(delivery.decoded.events.constFirst());
            while (!rig.writer().submit(delivery))
                std::this_thread::yield();
        }
    });
    qint64 top = 0;
    qint64 bottom = newest;
    for (bool complete = false; !complete;) {
        archive.readOlder(bottom, 700);
        QVERIFY(read.wait(10000));
        const models::EventBatch batch = last(read);
        if (top == 0)
            top = batch.rows.front().id;
        bottom = batch.rows.empty() ? bottom : batch.rows.back().id;
        complete = batch.complete;
    }
    sender.join();
    QCOMPARE(rig.receipts(5000).size(), 5000);
    qint64 repeat = 0;
    for (bool complete = false; !complete;) {
        archive.readNewer(top, repeat, 700);
        QVERIFY(read.wait(10000));
        const models::EventBatch batch = last(read);
        top = batch.rows.empty() ? top : batch.rows.back().id;
        repeat = batch.repeats.empty() ? repeat : batch.repeats.back().id;
        complete = batch.complete;
    }
    QCOMPARE(listener.wrong, QString());
    QCOMPARE(listener.ids.size(), 5000);
    QCOMPARE(QSet<qint64>(listener.ids.begin(), listener.ids.end()).size(), 5000);
    QCOMPARE(listener.repeats.size(), 200);
}

void TestArchive::textsReadAheadGoWithWhatComesFirst()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    StoreBodies bodies;
    for (int i = 0; i < 21; ++i)
        QVERIFY(rig.writer().submit(bodies.nextDelivery()));
    QCOMPARE(rig.receipts(21).size(), 21);

    app::StoreReader reader(folder.url());
    Listener listener;
    qint64 bottom = newest;
    qint64 top = 0;
    connect(&reader, &app::StoreReader::batchRead, this, [&](const models::EventBatch &batch) {
        listener.take(batch);
        if (batch.kind == models::EventBatch::Kind::Older)
            bottom = batch.rows.empty() ? bottom : batch.rows.back().id;
        else
            top = batch.rows.empty() ? top : batch.rows.back().id;
    });
    reader.readOlder(bottom, 20);
    QCoreApplication::processEvents(); // time to read the oldest one, too
    // The same texts once more.
    StoreBodies again;
    models::Delivery delivery = again.nextDelivery();
    delivery.decoded.events.first().body += ' ';
    QVERIFY(rig.writer().submit(delivery));
    QCOMPARE(rig.receipts(22).size(), 22);
    reader.readNewer(21, 0, 10);
    QCOMPARE(top, 22);
    QCOMPARE(listener.wrong, QString());
    reader.readOlder(bottom, 20);
    QCOMPARE(bottom, 1);
    QCOMPARE(listener.wrong, QString());
    QCOMPARE(listener.ids.size(), 22);
}

void TestArchive::loadsAnEvent()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    models::Delivery delivery = storeDelivery("{\"event\": \"Hello, world!\"}");
    QVERIFY(rig.writer().submit(delivery));
    const models::Instant later = delivery.received + std::chrono::hours(2);
    const models::Instant first = delivery.received;
    delivery.received = later;
    delivery.peer = QStringLiteral("192.0.2.9");
    QVERIFY(rig.writer().submit(delivery));
    QCOMPARE(rig.receipts(2).size(), 2);

    app::SqlArchive archive(folder.url());
    QSignalSpy loaded(&archive, &models::Archive::eventLoaded);
    QSignalSpy missing(&archive, &models::Archive::eventMissing);
    archive.loadEvent(1);
    archive.loadEvent(2);
    QTRY_COMPARE(missing.size(), 1);
    QCOMPARE(missing[0][0].toLongLong(), 2);
    QCOMPARE(loaded.size(), 1);
    const auto stored = loaded[0][0].value<models::StoredEvent>();
    QCOMPARE(stored.id, 1);
    QCOMPARE(stored.event.body, QByteArray("{\"event\": \"Hello, world!\"}"));
    QCOMPARE(stored.event.family, models::Family::ConnectionTest);
    QVERIFY(stored.received == first);
    QVERIFY(stored.lastReceived == later);
    QCOMPARE(stored.deliveries, 2);
    QCOMPARE(stored.peer, QStringLiteral("127.0.0.1"));
    QVERIFY(stored.formatted.contains(QLatin1String("\n  \"event\": ")));
}

void TestArchive::shortTextsComeAheadOfTheirRows()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    StoreBodies bodies;
    for (int i = 0; i < 3000; ++i)
        QVERIFY(rig.writer().submit(bodies.nextDelivery()));
    QCOMPARE(rig.receipts(3000).size(), 3000);
    app::SqlArchive archive(folder.url());
    QSignalSpy read(&archive, &models::Archive::batchRead);
    QSet<models::TermId> used;
    int ahead = 0;
    qint64 bottom = newest;
    for (int page = 0; page < 3; ++page) {
        archive.readOlder(bottom, 100);
        QTRY_COMPARE(read.size(), page + 1);
        const models::EventBatch batch = last(read);
        bottom = batch.rows.back().id;
        for (const models::EventRow &row : batch.rows) {
            for (const auto member : app::termMembers)
                used.insert(row.*member);
            QVERIFY(row.assetId == 0 && row.detail == 0); // these are for the boards
        }
        for (const models::Term &term : batch.terms) {
            if (used.contains(term.id))
                continue;
            ++ahead;
            QVERIFY(page > 0); // the newest rows do not wait for it
            QVERIFY(term.text.size() <= app::BatchReader::mostAhead);
        }
    }
    QVERIFY(ahead > 0);
    QVERIFY(rig.close());
}

void TestArchive::tellsGrowthOnceUntilItIsRead()
{
    const StoreFolder folder;
    app::SqlArchive archive(folder.url());
    QSignalSpy grew(&archive, &models::Archive::grew);
    QSignalSpy read(&archive, &models::Archive::batchRead);
    archive.noticeGrowth();
    archive.noticeGrowth();
    QCOMPARE(grew.size(), 1);
    archive.readNewer(0, 0, 10);
    archive.noticeGrowth(); // under way: told after the answer
    archive.noticeGrowth();
    QCOMPARE(grew.size(), 1);
    QTRY_COMPARE(grew.size(), 2);
    QCOMPARE(read.size(), 1);
}

void TestArchive::noticesAnotherConnection()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    app::SqlArchive archive(folder.url()); // not wired to the writer, as in another process
    QSignalSpy grew(&archive, &models::Archive::grew);
    QSignalSpy read(&archive, &models::Archive::batchRead);
    archive.readNewer(0, 0, 10);
    QTRY_COMPARE(read.size(), 1);
    QVERIFY(rig.writer().submit(storeDelivery("{\"event\": \"Hello, world!\"}")));
    QVERIFY(grew.wait(10000));
    archive.readNewer(0, 0, 10);
    QTRY_COMPARE(read.size(), 2);
    QCOMPARE(last(read).rows.size(), size_t(1));
    QVERIFY(!grew.wait(2500)); // nothing further
}

void TestArchive::noticesActsOfAnotherConnection()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    app::SqlArchive archive(folder.url());
    QSignalSpy grew(&archive, &models::Archive::grew);
    QSignalSpy acts(&archive, &app::SqlArchive::actsGrew);
    app::SqlJournal journal(folder.url(), rig.writer());
    models::Act act;
    act.events = { { 1, 1 } };
    journal.append(act);
    QVERIFY(acts.wait(10000));
    journal.append(act);
    QVERIFY(acts.wait(10000));
    QCOMPARE(acts.size(), 2);
    QVERIFY(grew.isEmpty()); // no event is there
    QVERIFY(rig.writer().submit(storeDelivery("{\"event\": \"Hello, world!\"}")));
    QVERIFY(grew.wait(10000));
    QVERIFY(!acts.wait(1500)); // and now no act
}

void TestArchive::aDamagedFileFailsWithWords()
{
    const StoreFolder folder;
    QVERIFY(QDir().mkpath(QFileInfo(folder.url().sqlitePath).absolutePath()));
    QFile file(folder.url().sqlitePath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(QByteArray(8192, 'x')), 8192);
    file.close();
    app::SqlArchive archive(folder.url());
    QSignalSpy failed(&archive, &models::Archive::failed);
    archive.readOlder(newest, 10);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QLatin1String("damaged")));
    QVERIFY(!app::EventReader::open(folder.url()).ok());
}

} // namespace

QTEST_GUILESS_MAIN(TestArchive)
#include "archivetest.moc"
