// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlboards.h"
#include "app/store/batchreader.h"
#include "app/store/sqlarchive.h"
#include "models/index/eventindex.h"
#include "models/index/feed.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace {

using models::BoardSource;

class TestSqlBoards final : public QObject
{
    Q_OBJECT

private slots:
    void readsNothingUnasked();
    void anAbsentStoreIsEmpty();
    void foldsWhatIsThereAndWhatComes();
    void bringsTheTextsThatOnlyBoardsHave();
    void aDamagedFileFailsWithWords();
};

models::BoardsUpdate last(const QSignalSpy &spy)
{
    return spy.last().at(0).value<models::BoardsUpdate>();
}

bool store(WriterRig &rig, StoreBodies &bodies, int count, qsizetype inAll)
{
    for (int i = 0; i < count; ++i) {
        if (!rig.writer().submit(bodies.nextDelivery()))
            return false;
    }
    return rig.receipts(inAll).size() == inAll;
}

/// The events that issues are made of.
qint64 eventsOf(const models::Boards &boards)
{
    qint64 events = boards.issues().withoutSubject();
    for (quint32 place = 0; place < boards.issues().size(); ++place)
        events += boards.issues().issue(place).events;
    return events;
}

void TestSqlBoards::readsNothingUnasked()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    StoreBodies bodies;
    QVERIFY(store(rig, bodies, 10, 10));
    app::SqlBoards boards(folder.url());
    QSignalSpy updated(&boards, &BoardSource::updated);
    boards.noticeGrowth();
    boards.start(); // what was noticed before is no call to read
    QTRY_COMPARE(updated.size(), 1);
    boards.start();
    QVERIFY(store(rig, bodies, 10, 20));
    boards.noticeGrowth();
    QTRY_COMPARE(updated.size(), 2); // and starting twice reads nothing twice
}

void TestSqlBoards::anAbsentStoreIsEmpty()
{
    const StoreFolder folder;
    app::SqlBoards boards(folder.url());
    QSignalSpy updated(&boards, &BoardSource::updated);
    QSignalSpy failed(&boards, &BoardSource::failed);
    boards.start();
    QTRY_COMPARE(updated.size(), 1);
    QCOMPARE(last(updated).boards.issues().size(), 0U);
    QVERIFY(!QFile::exists(folder.url().sqlitePath));

    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    StoreBodies bodies;
    QVERIFY(store(rig, bodies, 5, 5));
    boards.noticeGrowth();
    QTRY_COMPARE(eventsOf(last(updated).boards), 5);
    QCOMPARE(failed.size(), 0);
}

void TestSqlBoards::foldsWhatIsThereAndWhatComes()
{
    constexpr int first = app::BatchReader::mostRows + 500; // more than one batch
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    StoreBodies bodies;
    QVERIFY(store(rig, bodies, first, first));

    app::SqlBoards boards(folder.url());
    QSignalSpy updated(&boards, &BoardSource::updated);
    QSignalSpy progress(&boards, &BoardSource::progress);
    boards.start();
    QTRY_COMPARE_WITH_TIMEOUT(updated.size(), 1, 30000);
    QCOMPARE(progress.size(), 1);
    QCOMPARE(progress[0][0].toLongLong(), app::BatchReader::mostRows);
    const models::BoardsUpdate loaded = last(updated);
    QCOMPARE(eventsOf(loaded.boards), first);
    QCOMPARE(loaded.changes.issues.size(), size_t(loaded.boards.issues().size()));

    QVERIFY(store(rig, bodies, 50, first + 50));
    boards.noticeGrowth();
    QTRY_COMPARE(eventsOf(last(updated).boards), first + 50);
    const models::BoardsUpdate grown = last(updated);
    QVERIFY(!grown.changes.issues.empty());
    QVERIFY(grown.changes.issues.size() <= 50);
    QCOMPARE(eventsOf(loaded.boards), first); // a copy stays what it was
}

void TestSqlBoards::bringsTheTextsThatOnlyBoardsHave()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    StoreBodies bodies;
    QVERIFY(store(rig, bodies, 200, 200));

    models::EventIndex index;
    app::SqlArchive archive(folder.url());
    models::Feed feed(archive, index);
    feed.start();
    QTRY_COMPARE(index.rows(), 200U);

    app::SqlBoards boards(folder.url());
    QSignalSpy updated(&boards, &BoardSource::updated);
    boards.start();
    QTRY_COMPARE(updated.size(), 1);
    const models::BoardsUpdate update = last(updated);
    index.learn(update.terms);
    int named = 0;
    const models::IssueBoard &issues = update.boards.issues();
    for (quint32 place = 0; place < issues.size(); ++place) {
        const models::IssueFacts &facts = issues.issue(place).facts;
        for (const models::TermId term : { facts.ruleType, facts.assetId }) {
            named += term != 0 ? 1 : 0;
            QCOMPARE(index.text(term).isEmpty(), term == 0);
        }
    }
    QVERIFY(named > 0);

    QVERIFY(store(rig, bodies, 1, 201));
    boards.noticeGrowth();
    QTRY_COMPARE(updated.size(), 2);
    QVERIFY(last(updated).terms.size() <= 2); // what was told once is not told again
}

void TestSqlBoards::aDamagedFileFailsWithWords()
{
    const StoreFolder folder;
    const QString path = folder.path(QStringLiteral("store.sqlite"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    app::SqlBoards boards(app::DatabaseUrl { path });
    QSignalSpy failed(&boards, &BoardSource::failed);
    QSignalSpy updated(&boards, &BoardSource::updated);
    boards.start();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed[0][0].toString().isEmpty());
    QCOMPARE(updated.size(), 0);
    QVERIFY(QFile::remove(path));
    QTRY_COMPARE_WITH_TIMEOUT(updated.size(), 1, 10000); // tried again by itself
}

} // namespace

QTEST_GUILESS_MAIN(TestSqlBoards)
#include "sqlboardstest.moc"
