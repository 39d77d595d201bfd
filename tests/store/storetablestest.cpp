// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bodycodec.h"
#include "app/store/commitqueue.h"
#include "app/store/cursor.h"
#include "app/store/databaseurl.h"
#include "app/store/fingerprinttable.h"
#include "app/store/statement.h"
#include "app/store/storefolder.h"
#include "app/store/termtable.h"
#include "app/store/textsplice.h"
#include "tests/support/storebodies.h"

#include <QDir>
#include <QSqlQuery>
#include <QTest>

namespace {

class TestStoreTables final : public QObject
{
    Q_OBJECT

private slots:
    void fingerprints();
    void terms();
    void codecKeepsBytes();
    void codecRefusesDamage();
    void codecTakesTextsOut_data();
    void codecTakesTextsOut();
    void splicesRefuseWhatDoesNotFit();
    void queueKeepsOrderAndBounds();
    void databaseUrls_data();
    void databaseUrls();
    void networkFileSystems();
    void cursorPathsAgree();
    void statementPathsAgree();
};

void TestStoreTables::fingerprints()
{
    app::FingerprintTable table;
    for (qint64 id = 1; id <= 50000; ++id)
        table.insert(app::bodyFingerprint(QByteArray::number(id)), id);
    // The largest id, and three with one fingerprint at the very end of the table.
    table.insert(~0ULL, 60000);
    table.insert(~0ULL, 60001);
    table.insert(~0ULL, app::FingerprintTable::mostId);
    QCOMPARE(table.size(), 50003);
    for (qint64 id = 1; id <= 50000; ++id) {
        QCOMPARE(table.find(app::bodyFingerprint(QByteArray::number(id)),
                            [id](qint64 candidate) { return candidate == id; }),
                 id);
    }
    for (const qint64 id : { qint64(60000), qint64(60001), app::FingerprintTable::mostId })
        QCOMPARE(table.find(~0ULL, [id](qint64 candidate) { return candidate == id; }), id);
    QCOMPARE(table.find(~0ULL, [](qint64) { return false; }), 0);
    QCOMPARE(table.find(app::bodyFingerprint("other"), [](qint64) { return true; }), 0);
}

void TestStoreTables::terms()
{
    app::TermTable table;
    for (models::TermId id = 1; id <= 50000; ++id) {
        const app::TermKey key = table.keyOf(QByteArray::number(id));
        QCOMPARE(table.find(key), 0U);
        table.insert(key, id);
    }
    for (models::TermId id = 1; id <= 50000; ++id)
        QCOMPARE(table.find(table.keyOf(QByteArray::number(id))), id);
    const app::TermTable other;
    QVERIFY(!(other.keyOf("text") == table.keyOf("text"))); // a key of its own
}

void TestStoreTables::codecKeepsBytes()
{
    app::BodyCodec codec;
    app::BodyCodec fresh;
    StoreBodies bodies;
    QList<QByteArray> list {
        QByteArray(),        QByteArray("", 0),        QByteArray("{}"),
        QByteArray(1, '\0'), QByteArray(3000000, 'x'), QByteArray("\xff\xfe\0\x80", 4)
    };
    for (int i = 0; i < 200; ++i)
        list.append(bodies.next());
    qsizetype raw = 0;
    qsizetype packed = 0;
    for (const QByteArray &body : std::as_const(list)) {
        const app::BodyCodec::Packed form = codec.pack(body, QByteArray());
        QVERIFY(form.bytes.size() <= body.size());
        const auto again = fresh.unpack(form.codec, form.bytes, QByteArray());
        QVERIFY(again.ok());
        QCOMPARE(again.value(), body);
        raw += body.size();
        packed += form.bytes.size();
    }
    QVERIFY2(packed * 4 < raw, qPrintable(QString::number(packed)));
}

void TestStoreTables::codecRefusesDamage()
{
    app::BodyCodec codec;
    const app::BodyCodec::Packed good = codec.pack(StoreBodies().next(), QByteArray());
    QCOMPARE(good.codec, 1);
    QVERIFY(!codec.unpack(3, good.bytes, QByteArray()).ok());
    QVERIFY(!codec.unpack(-1, good.bytes, QByteArray()).ok());
    QVERIFY(!codec.unpack(1, QByteArray(), QByteArray()).ok());
    QVERIFY(!codec.unpack(1, QByteArray("no frame at all"), QByteArray()).ok());
    QVERIFY(!codec.unpack(1, good.bytes.left(good.bytes.size() / 2), QByteArray()).ok());
    // A frame that claims 2^60 bytes: magic, single segment with an 8-byte size.
    QVERIFY(!codec.unpack(1, QByteArray::fromHex("28b52ffde00000000000000010010000"), QByteArray())
                     .ok());
    QVERIFY(codec.unpack(1, good.bytes, QByteArray()).ok()); // and it goes on
}

void TestStoreTables::codecTakesTextsOut_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("codec");
    const QByteArray plain("The server uses a certificate that will expire soon.");
    QTest::newRow("plain") << QByteArray("{\"d\": \"" + plain + "\", \"e\": 1}") << plain << 2;
    QTest::newRow("twice") << QByteArray("[\"" + plain + "\", \"" + plain + "\"]") << plain << 2;
    QTest::newRow("other order, overlap")
            << QByteArray("[\"another line, long enough\", \"" + plain + "\"]")
            << QByteArray(plain + "\nanother line, long enough\n" + plain.left(30)) << 2;
    QTest::newRow("escapes") << QByteArray(
            "[\"one \\\"quoted\\\" \\\\n word\\t and \\u0001 more\"]")
                             << QByteArray("one \"quoted\" \\n word\t and \x01 more") << 2;
    QTest::newRow("line ends") << QByteArray("[\"a first line of text\\na second line of text\"]")
                               << QByteArray("a first line of text\na second line of text") << 2;
    QTest::newRow("utf-8") << QByteArray("[\"Schl\xc3\xbcssel ohne Schutz gefunden\"]")
                           << QByteArray("Schl\xc3\xbcssel ohne Schutz gefunden") << 2;
    QTest::newRow("ascii") << QByteArray("[\"Schl\\u00fcssel \\ud83d\\ude00 \\\"ohne\\\" Schutz\"]")
                           << QByteArray("Schl\xc3\xbcssel \xf0\x9f\x98\x80 \"ohne\" Schutz") << 2;
    QTest::newRow("other escapes")
            << QByteArray("[\"Schl\\u00FCssel ohne Schutz, a long text that is "
                          "packed, packed, packed, packed\"]")
            << QByteArray("Schl\xc3\xbcssel ohne Schutz, a long text that is "
                          "packed, packed, packed, packed")
            << 1;
    QTest::newRow("not in it") << QByteArray("{\"event\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}")
                               << plain << 1;
}

void TestStoreTables::codecTakesTextsOut()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, text);
    QFETCH(int, codec);
    app::BodyCodec packer;
    const app::BodyCodec::Packed form = packer.pack(body, text);
    QCOMPARE(form.codec, codec);
    const auto again = packer.unpack(form.codec, form.bytes, text);
    QVERIFY(again.ok());
    QCOMPARE(again.value(), body);
}

void TestStoreTables::splicesRefuseWhatDoesNotFit()
{
    const QByteArray text("a text that is long enough to be taken out");
    const QByteArray body = "{\"x\": \"" + text + "\"}";
    const auto spliced = app::spliceOut(body, text);
    QVERIFY(spliced);
    QCOMPARE(spliced->rest, QByteArray("{\"x\": \"\"}"));
    QCOMPARE(app::spliceIn(spliced->cuts, spliced->rest, text), body);
    QVERIFY(!app::spliceIn(spliced->cuts, spliced->rest, text.left(20)));
    QVERIFY(!app::spliceIn(spliced->cuts, "x", text));
    QVERIFY(!app::spliceIn(QByteArray(), spliced->rest, text));
    QVERIFY(!app::spliceIn(spliced->cuts.chopped(1), spliced->rest, text));
    QVERIFY(!app::spliceIn(QByteArray("\0\xff\xff\xff\xff\xff\xff", 7), spliced->rest, text));
    app::BodyCodec codec;
    const app::BodyCodec::Packed form = codec.pack(body, text);
    QVERIFY(!codec.unpack(2, form.bytes, QByteArray()).ok());
    QVERIFY(!codec.unpack(2, form.bytes.left(1), text).ok());
    QVERIFY(!codec.unpack(2, form.bytes.left(4), text).ok());
}

void TestStoreTables::queueKeepsOrderAndBounds()
{
    using Push = app::CommitQueue::Push;
    app::CommitQueue queue(3, 1000000);
    for (quint64 i = 0; i < 3; ++i) {
        QCOMPARE(queue.push(storeDelivery("{\"event\": \"x\"}", i)),
                 i == 0 ? Push::TakenFirst : Push::Taken);
    }
    QCOMPARE(queue.push(storeDelivery("{\"event\": \"x\"}", 3)), Push::Refused);
    QCOMPARE(queue.push(models::Refusal()), Push::Taken); // counted apart
    const app::CommitWork work = queue.take();
    QCOMPARE(work.deliveries.size(), size_t(3));
    QCOMPARE(work.deliveries[2].ticket.request, quint64(2));
    QCOMPARE(work.refusals.size(), size_t(1));
    QVERIFY(queue.take().isEmpty());
    QCOMPARE(queue.push(models::Refusal()), Push::TakenFirst);
    queue.setShut(true);
    QCOMPARE(queue.push(models::Refusal()), Push::Refused);
    QCOMPARE(queue.take().refusals.size(), size_t(1));

    app::CommitQueue small(100, 100);
    QCOMPARE(small.push(storeDelivery("{\"event\": \"larger than the bound\"}")), Push::TakenFirst);
    QCOMPARE(small.push(storeDelivery("{\"event\": \"x\"}")), Push::Refused);
}

void TestStoreTables::databaseUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path"); // empty: refused
    QTest::newRow("absolute") << QStringLiteral("sqlite:/a/b.sqlite")
                              << QStringLiteral("/a/b.sqlite");
    QTest::newRow("cleaned") << QStringLiteral("SQLite:/a/../c d.sqlite")
                             << QStringLiteral("/c d.sqlite");
    QTest::newRow("relative") << QStringLiteral("sqlite:x.sqlite")
                              << QDir::current().absoluteFilePath(QStringLiteral("x.sqlite"));
    QTest::newRow("empty path") << QStringLiteral("sqlite:") << QString();
    QTest::newRow("bare path") << QStringLiteral("/a/b.sqlite") << QString();
    QTest::newRow("postgres") << QStringLiteral("postgresql://u@h/name") << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestStoreTables::databaseUrls()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    const auto url = app::DatabaseUrl::parse(text);
    QCOMPARE(url.ok(), !path.isEmpty());
    if (!url) {
        QVERIFY(url.error().contains(QLatin1String("sqlite:PATH")));
        return;
    }
    QCOMPARE(url.value().sqlitePath, path);
    QCOMPARE(app::DatabaseUrl::parse(url.value().text()).value(), url.value());
}

void TestStoreTables::networkFileSystems()
{
    for (const char *type : { "nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p" })
        QVERIFY2(app::isNetworkFileSystem(type), type);
    for (const char *type : { "ext4", "btrfs", "xfs", "tmpfs", "overlay", "zfs", "fuseblk", "" })
        QVERIFY2(!app::isNetworkFileSystem(type), type);
}

void TestStoreTables::cursorPathsAgree()
{
    const QString name = QStringLiteral("cursors");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(QStringLiteral(":memory:"));
        QVERIFY(database.open());
        for (const auto path : { app::SqlPath::Fastest, app::SqlPath::Portable }) {
            app::Cursor cursor(database,
                               QStringLiteral("SELECT ?, NULL, CAST('a' || char(0) AS BLOB), ?"),
                               path);
            for (const qint64 value : { qint64(7), std::numeric_limits<qint64>::min() }) {
                cursor.start(value, 3);
                QVERIFY(cursor.next());
                QCOMPARE(cursor.integer(0), value);
                QVERIFY(cursor.isNull(1));
                QVERIFY(!cursor.isNull(0));
                QCOMPARE(cursor.bytes(2), QByteArray("a\0", 2));
                QCOMPARE(cursor.integer(3), 3);
                QVERIFY(!cursor.next());
                QVERIFY(!cursor.failed());
            }
            app::Cursor wrong(database, QStringLiteral("SELECT nothing FROM nowhere"), path);
            wrong.start();
            QVERIFY(!wrong.next());
            QVERIFY(wrong.failed());
        }
    }
    QSqlDatabase::removeDatabase(name);
}

void TestStoreTables::statementPathsAgree()
{
    const QString name = QStringLiteral("statements");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(QStringLiteral(":memory:"));
        QVERIFY(database.open());
        for (const auto path : { app::SqlPath::Fastest, app::SqlPath::Portable }) {
            QSqlQuery query(database);
            QVERIFY(query.exec(QStringLiteral("DROP TABLE IF EXISTS kept")));
            QVERIFY(query.exec(
                    QStringLiteral("CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT NOT NULL, "
                                   "bytes BLOB NOT NULL, free ANY) STRICT")));
            app::Statement insert(database, path);
            QVERIFY(insert.prepare(QStringLiteral("INSERT INTO kept VALUES (?, ?, ?, ?)")));
            const QString text = QString::fromUtf8("caf\xc3\xa9 \xf0\x9f\x94\x92");
            const QByteArray bytes("a\0\xff", 3);
            insert.integer(0, std::numeric_limits<qint64>::max());
            insert.text(1, text);
            insert.bytes(2, bytes);
            insert.null(3);
            QVERIFY(insert.run());
            QVERIFY(!insert.run()); // the id is taken
            QCOMPARE(insert.error().nativeErrorCode().toInt() & 0xff, 19); // SQLITE_CONSTRAINT
            insert.integer(0, 1); // usable after an error; null values are empty ones
            insert.text(1, QString());
            insert.bytes(2, QByteArray());
            insert.integer(3, 5);
            QVERIFY2(insert.run(), qPrintable(insert.error().text()));

            QVERIFY(query.exec(QStringLiteral("SELECT * FROM kept ORDER BY id")));
            QVERIFY(query.next());
            QCOMPARE(query.value(1).toString(), QString());
            QVERIFY(!query.isNull(1));
            QCOMPARE(query.value(2).toByteArray().size(), 0);
            QVERIFY(!query.isNull(2));
            QCOMPARE(query.value(3).toInt(), 5);
            QVERIFY(query.next());
            QCOMPARE(query.value(0).toLongLong(), std::numeric_limits<qint64>::max());
            QCOMPARE(query.value(1).toString(), text);
            QCOMPARE(query.value(2).toByteArray(), bytes);
            QVERIFY(query.isNull(3));
            QVERIFY(!query.next());
            app::Statement wrong(database, path);
            QVERIFY(!wrong.prepare(QStringLiteral("INSERT INTO nowhere VALUES (1)")));
            QVERIFY(wrong.error().isValid());
        }
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

QTEST_GUILESS_MAIN(TestStoreTables)
#include "storetablestest.moc"
