// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storecheck.h"
#include "app/store/cursor.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace {

class TestStoreCheck final : public QObject
{
    Q_OBJECT

private slots:
    void soundStores();
    void besideACollector();
    void damage_data();
    void damage();
    void aFlippedByte();
    void cutOff();
    void whatIsNoStore();
};

constexpr int count = 50;

/// Events, repeats, refused parts, one of those accepted.
void fill(const app::DatabaseUrl &url)
{
    WriterRig rig(url);
    QCOMPARE(rig.open(), QString());
    StoreBodies bodies;
    for (int i = 1; i <= count; ++i)
        QVERIFY(rig.writer().submit(bodies.nextDelivery()));
    QVERIFY(rig.writer().submit(storeDelivery("{\"event\": 1} {\"event\": 1} 2", count + 1)));
    QCOMPARE(rig.receipts(count + 1).size(), count + 1);
    QSignalSpy accepted(&rig.writer(), &app::Writer::partAccepted);
    QMetaObject::invokeMethod(&rig.writer(), [&rig] { rig.writer().acceptPart(count + 1, 2); });
    QTRY_COMPARE(accepted.size(), 1);
    QVERIFY(rig.close());
}

QStringList problems(const app::DatabaseUrl &url)
{
    const auto found = app::StoreCheck(url).run();
    return found ? found.value().problems : QStringList { found.error() };
}

void TestStoreCheck::soundStores()
{
    const StoreFolder folder;
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        QVERIFY(rig.close());
    }
    QCOMPARE(problems(folder.url()), QStringList());
    fill(folder.url());
    const auto found = app::StoreCheck(folder.url()).run();
    QVERIFY(found.ok());
    QCOMPARE(found.value().problems, QStringList());
    QCOMPARE(found.value().events, count + 2);
    QCOMPARE(found.value().deliveries, count + 1);
}

void TestStoreCheck::besideACollector()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    QVERIFY(rig.writer().submit(storeDelivery("{\"event\": 1}")));
    QCOMPARE(rig.receipts(1).size(), 1);
    QVERIFY(QFile::exists(folder.url().sqlitePath + QLatin1String("-wal")));
    QCOMPARE(problems(folder.url()), QStringList());
}

void TestStoreCheck::damage_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *sql, const char *told) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(told);
    };
    row("another body",
        "UPDATE bodies SET body = (SELECT body FROM bodies WHERE event = 8), "
        "codec = (SELECT codec FROM bodies WHERE event = 8) WHERE event = 7",
        "event 7");
    row("unknown codec", "UPDATE bodies SET codec = 77 WHERE event = 7", "event 7");
    row("missing body", "DELETE FROM bodies WHERE event = 7", "Event 7 has no body");
    row("missing event", "DELETE FROM events WHERE id = 7", "Request 7 brought 1");
    row("last event gone", "DELETE FROM events WHERE id = 51", "Request 51 brought 1");
    row("missing text", "DELETE FROM terms WHERE id = 3", "lacks 1 of its texts");
    row("number beyond the dictionary", "UPDATE events SET title = 4000000 WHERE id = 7",
        "Event 7 refers to a text");
    row("missing request", "DELETE FROM deliveries WHERE id = 7", "Event 7 came with request 7");
    row("part without request", "DELETE FROM deliveries WHERE id = 51", "refused part");
    row("accepted event gone", "DELETE FROM events WHERE id = 52", "accepted as event 52");
    row("repeat of nothing", "UPDATE repeats SET event = 999", "event 999");
    row("missing head", "DELETE FROM heads", "head of request 1");
}

void TestStoreCheck::damage()
{
    QFETCH(QString, sql);
    QFETCH(QString, told);
    const StoreFolder folder;
    fill(folder.url());
    {
        const auto connection = app::Connection::open(folder.url(), app::Connection::Mode::Write);
        QVERIFY(connection.value()->run(sql).ok());
    }
    const QString all = problems(folder.url()).join(QLatin1Char('\n'));
    QVERIFY2(all.contains(told), qPrintable(all));
}

void TestStoreCheck::aFlippedByte()
{
    const StoreFolder folder;
    fill(folder.url());
    QByteArray body;
    {
        const auto connection = app::Connection::open(folder.url(), app::Connection::Mode::Read);
        app::Cursor cursor(connection.value()->database(),
                           QStringLiteral("SELECT body FROM bodies WHERE event = 7"));
        cursor.start();
        QVERIFY(cursor.next());
        body = cursor.bytes(0);
    }
    QFile file(folder.url().sqlitePath);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qsizetype at = file.readAll().indexOf(body);
    QVERIFY(at > 0);
    QVERIFY(file.seek(at + body.size() - 3));
    QVERIFY(file.putChar(char(body[body.size() - 3] ^ 0x10)));
    file.close();
    const QStringList told = problems(folder.url());
    QVERIFY2(told.size() == 1 && told[0].contains(QLatin1String("event 7")),
             qPrintable(told.join(QLatin1Char('\n'))));
}

void TestStoreCheck::cutOff()
{
    const StoreFolder folder;
    fill(folder.url());
    QFile file(folder.url().sqlitePath);
    constexpr qint64 page = 4096;
    QVERIFY(file.size() > 4 * page);
    QVERIFY(file.resize(file.size() / 2 / page * page));
    const QStringList told = problems(folder.url());
    QVERIFY(!told.isEmpty());
    QVERIFY(file.resize(page / 2));
    QVERIFY(!app::StoreCheck(folder.url()).run().ok() || !problems(folder.url()).isEmpty());
}

void TestStoreCheck::whatIsNoStore()
{
    const StoreFolder folder;
    const app::DatabaseUrl missing { folder.path(QStringLiteral("missing.sqlite")) };
    QVERIFY(!app::StoreCheck(missing).run().ok());
    QVERIFY(!QFile::exists(missing.sqlitePath));
    const app::DatabaseUrl text { folder.path(QStringLiteral("text.sqlite")) };
    QFile file(text.sqlitePath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10000, 'x'));
    file.close();
    const auto checked = app::StoreCheck(text).run();
    QVERIFY(!checked.ok());
    QVERIFY2(checked.error().contains(QLatin1String("no database")), qPrintable(checked.error()));
    fill(folder.url());
    {
        const auto connection = app::Connection::open(folder.url(), app::Connection::Mode::Write);
        QVERIFY(connection.value()->run(QStringLiteral("PRAGMA user_version=99")).ok());
    }
    QVERIFY(app::StoreCheck(folder.url()).run().error().contains(QLatin1String("newer version")));
}

} // namespace

QTEST_GUILESS_MAIN(TestStoreCheck)
#include "storechecktest.moc"
