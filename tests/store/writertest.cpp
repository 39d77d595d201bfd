// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/eventreader.h"
#include "testpaths.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTest>

namespace {

class TestWriter final : public QObject
{
    Q_OBJECT

private slots:
    void keepsEveryByte();
    void receiptFollowsTheCommit();
    void gathersManyInFewCommits();
    void refusesWhenFull();
    void storesWhatWaitedForOpen();
    void drainsOnClose();
    void drainsWhenDestroyed();
    void keepsRefusals();
    void refusesASecondWriter();
    void filesAreTheOwnersOnly();
};

QByteArray body(int number)
{
    return "{\"event\": \"number " + QByteArray::number(number) + "\"}";
}

void TestWriter::keepsEveryByte()
{
    const StoreFolder folder;
    QList<QByteArray> expected;
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        quint64 number = 0;
        QDirIterator files(QStringLiteral(TEST_DATA_DIR "/samples"), QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const models::Delivery delivery = storeDelivery(file.readAll(), ++number);
            if (delivery.decoded.events.isEmpty())
                continue;
            for (const models::Event &each : delivery.decoded.events)
                expected.append(each.body);
            QVERIFY(rig.writer().submit(delivery));
        }
        QVERIFY(expected.size() > 30);
        // Bytes that are no text: a sender may put them into a string.
        models::Delivery odd = storeDelivery(body(1), ++number);
        for (const QByteArray &bytes :
             { QByteArray("{\"a\0b\": \"\xff\xfe\"}", 12), QByteArray(1, '\0'), QByteArray(),
               QByteArray(2000000, 'x'), QByteArray("\xef\xbb\xbf{}") }) {
            odd.decoded.events[0].body = bytes;
            odd.decoded.events[0].title = QString(QChar(0xfeff)) + QChar(0) + QChar(0xd800);
            QVERIFY(rig.writer().submit(odd));
            expected.append(bytes);
        }
        QVERIFY(rig.close());
    }
    QList<QByteArray> distinct;
    for (const QByteArray &bytes : std::as_const(expected)) {
        if (!distinct.contains(bytes))
            distinct.append(bytes);
    }
    const QList<HeldEvent> held = heldEvents(folder.url());
    QCOMPARE(held.size(), distinct.size());
    for (qsizetype i = 0; i < held.size(); ++i) {
        QCOMPARE(held[i].id, i + 1);
        QCOMPARE(held[i].body, distinct[i]);
        QCOMPARE(held[i].deliveries, int(expected.count(distinct[i])));
    }
}

void TestWriter::receiptFollowsTheCommit()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    std::atomic<int> wrong { 0 };
    std::atomic<int> seen { 0 };
    // On the writer's thread, at the very moment of the receipt, through another connection.
    connect(
            &rig.writer(), &app::Writer::committed, &rig.writer(),
            [&](const QList<models::Receipt> &receipts) {
                QSet<QByteArray> bodies;
                for (const HeldEvent &each : heldEvents(folder.url()))
                    bodies.insert(each.body);
                for (const models::Receipt &receipt : receipts) {
                    ++seen;
                    if (!bodies.contains(body(int(receipt.ticket.request))))
                        ++wrong;
                }
            },
            Qt::DirectConnection);
    for (int i = 1; i <= 50; ++i)
        QVERIFY(rig.writer().submit(storeDelivery(body(i), quint64(i))));
    QVERIFY(rig.close());
    QCOMPARE(seen.load(), 50);
    QCOMPARE(wrong.load(), 0);
}

void TestWriter::gathersManyInFewCommits()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    for (int i = 0; i < 2000; ++i)
        QVERIFY(rig.writer().submit(storeDelivery(body(i), quint64(i))));
    const auto receipts = rig.receipts(2000);
    QCOMPARE(receipts.size(), 2000);
    for (int i = 0; i < 2000; ++i)
        QCOMPARE(receipts[i].ticket.request, quint64(i)); // in the order of submission
    QVERIFY2(rig.commits().size() < 700, qPrintable(QString::number(rig.commits().size())));
}

void TestWriter::refusesWhenFull()
{
    const StoreFolder folder;
    app::WriterOptions options;
    options.mostDeliveries = 10;
    WriterRig rig(folder.url(), options);
    for (int i = 0; i < 10; ++i)
        QVERIFY(rig.writer().submit(storeDelivery(body(i), quint64(i))));
    QVERIFY(!rig.writer().submit(storeDelivery(body(10), 10)));
    QCOMPARE(rig.open(), QString());
    QCOMPARE(rig.receipts(10).size(), 10);
    QVERIFY(rig.writer().submit(storeDelivery(body(10), 10)));
    QVERIFY(rig.close());
    QCOMPARE(heldEvents(folder.url()).size(), 11);

    options.mostDeliveries = 100;
    options.mostBytes = 10000;
    WriterRig small(folder.url(), options);
    const QByteArray large = "{\"event\": \"" + QByteArray(6000, 'x') + "\"}";
    QVERIFY(small.writer().submit(storeDelivery(large, 1)));
    QVERIFY(!small.writer().submit(storeDelivery(large, 2)));
}

void TestWriter::storesWhatWaitedForOpen()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QVERIFY(rig.writer().submit(storeDelivery(body(1), 7)));
    QCOMPARE(rig.open(), QString());
    QCOMPARE(rig.receipts(1).value(0).ticket, (models::Ticket { 1, 7 }));
}

void TestWriter::drainsOnClose()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    for (int i = 0; i < 500; ++i)
        QVERIFY(rig.writer().submit(storeDelivery(body(i), quint64(i))));
    QVERIFY(rig.close());
    QCOMPARE(rig.receipts(500).size(), 500);
    QVERIFY(!rig.writer().submit(storeDelivery(body(501), 501)));
    QCOMPARE(heldEvents(folder.url()).size(), 500);
}

void TestWriter::drainsWhenDestroyed()
{
    const StoreFolder folder;
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        for (int i = 0; i < 100; ++i)
            QVERIFY(rig.writer().submit(storeDelivery(body(i), quint64(i))));
    }
    QCOMPARE(heldEvents(folder.url()).size(), 100);
}

void TestWriter::keepsRefusals()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    models::Refusal refusal;
    refusal.received = models::now();
    refusal.peer = QStringLiteral("192.0.2.1");
    refusal.status = 401;
    refusal.cause = QStringLiteral("wrong token");
    refusal.count = 17;
    rig.writer().record(refusal);
    QVERIFY(rig.writer().submit(storeDelivery(body(1) + "[" + body(2) + ", 5]", 1)));
    QVERIFY(rig.close());
    const auto reader = app::EventReader::open(folder.url());
    QVERIFY(reader.ok());
    const auto counts = reader.value()->deliveryCounts();
    QVERIFY(counts.ok());
    QCOMPARE(counts.value().size(), size_t(2));
    QCOMPARE(counts.value()[0].status, 200);
    QCOMPARE(counts.value()[0].refused, 1);
    QVERIFY(!counts.value()[0].cause.isEmpty());
    QCOMPARE(counts.value()[1].status, 401);
    QCOMPARE(counts.value()[1].cause, refusal.cause);
    QCOMPARE(counts.value()[1].requests, 17);
}

void TestWriter::refusesASecondWriter()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    WriterRig second(folder.url());
    QVERIFY(second.writer().submit(storeDelivery(body(1), 1)));
    const QString reason = second.open();
    QVERIFY2(reason.contains(folder.url().sqlitePath), qPrintable(reason));
    QVERIFY(!second.receipts(1).value(0).failure.isEmpty());
    QVERIFY(!second.writer().submit(storeDelivery(body(1), 2)));
    QVERIFY(rig.close());
    QCOMPARE(second.open(), QString());
    QVERIFY(second.writer().submit(storeDelivery(body(1), 3)));
    QCOMPARE(second.receipts(2).value(1).stored, 1);
}

void TestWriter::filesAreTheOwnersOnly()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    QVERIFY(rig.writer().submit(storeDelivery(body(1), 1)));
    QCOMPARE(rig.receipts(1).size(), 1);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const QString path = folder.url().sqlitePath;
    for (const QString &each :
         { QFileInfo(path).absolutePath(), path, QString(path + QLatin1String("-wal")),
           QString(path + QLatin1String("-shm")) }) {
        QVERIFY2(QFileInfo::exists(each), qPrintable(each));
        QCOMPARE(QFile::permissions(each) & others, QFile::Permissions());
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestWriter)
#include "writertest.moc"
