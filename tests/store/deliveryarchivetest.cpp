// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveryarchiverig.h"
#include "tests/support/storebodies.h"

#include <QSignalSpy>
#include <QTest>

namespace {

using models::DeliveryFilter;
using models::DeliveryResult;
using Records = QList<models::DeliveryRecord>;

class TestDeliveryArchive final : public DeliveryArchiveRig
{
    Q_OBJECT

private slots:
    void emptyStore();
    void pages();
    void filters_data();
    void filters();
    void counts();
    void aNewerCountMakesAnOlderMoot();
    void detailIsBounded();
    void headOfAnEvent();
    void acceptsParts();
    void growth();
};

void TestDeliveryArchive::emptyStore()
{
    QCOMPARE(idsOlder({}, models::DeliveryArchive::fromNewest, 10), QList<qint64>());
    QSignalSpy counted(m_archive.get(), &models::DeliveryArchive::counted);
    m_archive->count(9, {});
    QVERIFY(counted.wait());
    QCOMPARE(counted[0][1].value<models::DeliveryCounts>().results.size(), 4);
    QSignalSpy failed(m_archive.get(), &models::DeliveryArchive::failed);
    m_archive->loadDetail(1);
    QVERIFY(failed.wait());
}

void TestDeliveryArchive::pages()
{
    fill();
    QCOMPARE(idsOlder({}, models::DeliveryArchive::fromNewest, 4), (QList<qint64> { 6, 5, 4, 3 }));
    QCOMPARE(idsOlder({}, 3, 4), (QList<qint64> { 2, 1 }));
    QSignalSpy older(m_archive.get(), &models::DeliveryArchive::older);
    m_archive->readOlder(1, {}, 3, 2);
    m_archive->readOlder(2, {}, 3, 3);
    QTRY_COMPARE(older.size(), 2);
    QCOMPARE(older[0][2].toBool(), false);
    QCOMPARE(older[1][2].toBool(), true);
    QSignalSpy newer(m_archive.get(), &models::DeliveryArchive::newer);
    m_archive->readNewer(7, {}, 2, 3);
    QVERIFY(newer.wait());
    const auto records = newer[0][1].value<Records>();
    QCOMPARE(records.size(), 3);
    QCOMPARE(records[0].id, 3);
    QCOMPARE(records[0].result(), DeliveryResult::Partly);
    QCOMPARE(records[0].peer, QStringLiteral("192.0.2.2"));
    QCOMPARE(records[2].count, 100);
}

void TestDeliveryArchive::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("results");
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QList<qint64>>("ids");
    using Ids = QList<qint64>;
    const QString none;
    QTest::newRow("accepted") << none << 1 << none << none << Ids { 1 };
    QTest::newRow("repeated") << none << 2 << none << none << Ids { 2 };
    QTest::newRow("partly") << none << 4 << none << none << Ids { 3 };
    QTest::newRow("refused") << none << 8 << none << none << Ids { 6, 5, 4 };
    QTest::newRow("two results") << none << 3 << none << none << Ids { 2, 1 };
    QTest::newRow("peer") << none << 0 << QStringLiteral("192.0.2.2") << none << Ids { 4, 3 };
    QTest::newRow("cause") << none << 0 << none << QStringLiteral("Invalid token") << Ids { 5 };
    QTest::newRow("text, any case") << QStringLiteral("INVALID") << 0 << none << none << Ids { 5 };
    QTest::newRow("text in peer") << QStringLiteral("2.0.2.1") << 0 << none << none << Ids { 2, 1 };
    QTest::newRow("text in path") << QStringLiteral("webhook") << 8 << none << none
                                  << Ids { 6, 5, 4 };
    QTest::newRow("percent is itself") << QStringLiteral("%") << 0 << none << none << Ids { 6 };
    QTest::newRow("underscore is itself") << QStringLiteral("_") << 0 << none << none << Ids { 6 };
    QTest::newRow("backslash is itself") << QStringLiteral("\\") << 0 << none << none << Ids { 6 };
    QTest::newRow("no injection") << QStringLiteral("' OR 1=1 --") << 0 << none << none << Ids {};
    QTest::newRow("all together") << QStringLiteral("hook") << 12 << QStringLiteral("192.0.2.2")
                                  << none << Ids { 4, 3 };
}

void TestDeliveryArchive::filters()
{
    QFETCH(QString, text);
    QFETCH(int, results);
    QFETCH(QString, peer);
    QFETCH(QString, cause);
    fill();
    const DeliveryFilter filter { text, models::DeliveryResults::fromInt(results), peer, cause };
    QTEST(idsOlder(filter, models::DeliveryArchive::fromNewest, 100), "ids");
}

void TestDeliveryArchive::counts()
{
    fill();
    QSignalSpy counted(m_archive.get(), &models::DeliveryArchive::counted);
    DeliveryFilter filter;
    filter.results = DeliveryResult::Refused;
    filter.peer = QStringLiteral("2001:db8::1");
    m_archive->count(3, filter);
    QVERIFY(counted.wait());
    const auto counts = counted[0][1].value<models::DeliveryCounts>();
    QCOMPARE(counts.total, 1);
    QCOMPARE(counts.requests, 100);
    using Result = std::pair<DeliveryResult, qint64>;
    QCOMPARE(counts.results,
             (QList<Result> { { DeliveryResult::Accepted, 0 },
                              { DeliveryResult::Repeated, 0 },
                              { DeliveryResult::Partly, 0 },
                              { DeliveryResult::Refused, 100 } }));
    // Peers under the chosen result, not under the chosen peer.
    QCOMPARE(counts.peers.size(), 3);
    QCOMPARE(counts.peers[0], (models::DeliveryCount { filter.peer, 100 }));
    QCOMPARE(counts.causes,
             (QList<models::DeliveryCount> { { QStringLiteral("Invalid token"), 100 } }));
    m_archive->count(4, { QStringLiteral("192.0.2"), {}, {}, {} });
    QVERIFY(counted.wait());
    QCOMPARE(counted[1][1].value<models::DeliveryCounts>().total, 4);
}

void TestDeliveryArchive::aNewerCountMakesAnOlderMoot()
{
    fill();
    // On this thread, so that all are asked before the first is begun.
    app::DeliveryReader reader(m_folder->url());
    QSignalSpy counted(&reader, &app::DeliveryReader::counted);
    for (quint64 request = 1; request <= 50; ++request)
        reader.count(request, {});
    QVERIFY(counted.wait());
    QCOMPARE(counted[0][0].toULongLong(), 50);
    QTest::qWait(0); // nothing is left over
    QCOMPARE(counted.size(), 1);
}

void TestDeliveryArchive::detailIsBounded()
{
    QCOMPARE(m_rig->open(), QString());
    QByteArray body("{\"event\": \"" + QByteArray(400000, 'a') + "\"}\n");
    for (int i = 0; i < 1200; ++i)
        body += "{\"event\": \"number " + QByteArray::number(i) + "\"}\n";
    body += "[\"" + QByteArray(400000, 'b') + "\"]";
    QVERIFY(m_rig->writer().submit(storeDelivery(body)));
    QCOMPARE(m_rig->receipts(1).value(0).stored, 1201);
    QSignalSpy loaded(m_archive.get(), &models::DeliveryArchive::detailLoaded);
    m_archive->loadDetail(1);
    QVERIFY(loaded.wait());
    const auto detail = loaded[0][0].value<models::DeliveryDetail>();
    QCOMPARE(detail.record.events, 1201);
    QCOMPARE(detail.events.size(), models::DeliveryDetail::mostEvents);
    QCOMPARE(detail.events.first(), 1);
    QCOMPARE(detail.body.size(), models::DeliveryDetail::mostBytes);
    QCOMPARE(detail.parts.size(), 1);
    QCOMPARE(detail.parts[0].bytes.size(), models::DeliveryDetail::mostBytes);
    QVERIFY(detail.parts[0].size >= 400000);
    QVERIFY(detail.head.startsWith("POST /webhook"));
}

void TestDeliveryArchive::headOfAnEvent()
{
    QSignalSpy loaded(m_archive.get(), &models::DeliveryArchive::headLoaded);
    m_archive->loadHead(1); // no store yet
    QVERIFY(loaded.wait());
    QCOMPARE(loaded[0], (QVariantList { qint64(1), QByteArray() }));
    fill();
    m_archive->loadHead(2); // the second event came with the third request
    m_archive->loadHead(99);
    QTRY_COMPARE(loaded.size(), 3);
    QCOMPARE(loaded[1][0].toLongLong(), 2);
    QVERIFY(loaded[1][1].toByteArray().startsWith("POST /webhook"));
    QCOMPARE(loaded[2], (QVariantList { qint64(99), QByteArray() }));
}

void TestDeliveryArchive::acceptsParts()
{
    fill();
    QSignalSpy accepted(m_archive.get(), &models::DeliveryArchive::partAccepted);
    QSignalSpy refused(m_archive.get(), &models::DeliveryArchive::acceptFailed);
    m_archive->acceptPart(4, 0);
    QVERIFY(accepted.wait());
    QCOMPARE(accepted[0], (QVariantList { qint64(4), 0, qint64(3) }));
    m_archive->acceptPart(1, 0);
    QVERIFY(refused.wait());
    QSignalSpy loaded(m_archive.get(), &models::DeliveryArchive::detailLoaded);
    m_archive->loadDetail(4);
    QVERIFY(loaded.wait());
    QCOMPARE(loaded[0][0].value<models::DeliveryDetail>().parts.value(0).acceptedAs, 3);
}

void TestDeliveryArchive::growth()
{
    fill();
    QSignalSpy grew(m_archive.get(), &models::DeliveryArchive::grew);
    QVERIFY(m_rig->writer().submit(storeDelivery("{\"event\": \"more\"}")));
    QVERIFY(grew.wait());
    QVERIFY(m_rig->close());
    QTest::qWait(1500);
    // Another process.
    WriterRig other(m_folder->url());
    QCOMPARE(other.open(), QString());
    QVERIFY(other.writer().submit(storeDelivery("{\"event\": \"other\"}")));
    grew.clear();
    QVERIFY(grew.wait());
}

} // namespace

QTEST_GUILESS_MAIN(TestDeliveryArchive)
#include "deliveryarchivetest.moc"
