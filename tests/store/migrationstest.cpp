// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations.h"
#include "app/store/deliverysession.h"
#include "app/store/eventstore.h"
#include "app/store/readsession.h"
#include "app/store/storecheck.h"
#include "testpaths.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTest>
#include <QVariant>

namespace {

class TestMigrations final : public QObject
{
    Q_OBJECT

private slots:
    void stepByStepEqualsFresh();
    void theFirstSchemaStaysWhatItWas();
    void dataOfTheFirstSchemaStays();
    void aFailedStepChangesNothing();
    void aNewerSchemaIsRefused();
    void readerWaitsForTheMigration();
};

std::unique_ptr<app::Connection> connection(const QString &path)
{
    auto opened = app::Connection::open({ path }, app::Connection::Mode::Write);
    return opened ? std::move(opened.value()) : nullptr;
}

QStringList schema(const app::Connection &from)
{
    QStringList lines;
    QSqlQuery query(from.database());
    query.exec(QStringLiteral("SELECT type, name, tbl_name, sql FROM sqlite_schema "
                              "ORDER BY type, name"));
    while (query.next()) {
        lines.append(query.value(0).toString() + QLatin1Char('|') + query.value(1).toString()
                     + QLatin1Char('|') + query.value(2).toString() + QLatin1Char('|')
                     + query.value(3).toString().simplified());
    }
    return lines;
}

QStringList columns(const app::Connection &from, const QString &table)
{
    QStringList names;
    QSqlQuery query(from.database());
    query.exec(QLatin1String("SELECT name FROM pragma_table_info('") + table + QLatin1String("')"));
    while (query.next())
        names.append(query.value(0).toString());
    return names;
}

void TestMigrations::stepByStepEqualsFresh()
{
    const StoreFolder folder;
    const auto fresh = connection(folder.path(QStringLiteral("fresh")));
    QVERIFY(fresh && app::migrate(*fresh).ok());
    for (int target = 1; target <= app::knownSchema(); ++target) {
        const auto stepped = connection(folder.path(QStringLiteral("stepped")));
        QVERIFY(stepped && app::migrate(*stepped, target).ok());
        QCOMPARE(app::schemaOf(*stepped).value(), target);
    }
    const auto stepped = connection(folder.path(QStringLiteral("stepped")));
    QVERIFY(stepped);
    QVERIFY(schema(*fresh).size() > 6);
    QCOMPARE(schema(*stepped), schema(*fresh));
    QCOMPARE(app::schemaOf(*stepped).value(), app::knownSchema());
}

void TestMigrations::theFirstSchemaStaysWhatItWas()
{
    // A released step must never change: files of that schema are out there.
    const StoreFolder folder;
    const auto first = connection(folder.path(QStringLiteral("first")));
    QVERIFY(first && app::migrate(*first, 1).ok());
    const auto words = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '));
    };
    QCOMPARE(columns(*first, QStringLiteral("terms")), words("id text"));
    QCOMPARE(columns(*first, QStringLiteral("deliveries")),
             words("id received peer path status cause size events repeated refused count body"));
    QCOMPARE(columns(*first, QStringLiteral("refusedparts")),
             words("delivery position reason body"));
    QCOMPARE(columns(*first, QStringLiteral("events")),
             words("id received time family severity status type product title texts asset "
                   "assetgroup policy subject severityword statusword assettype hostedon "
                   "discoveredvia actor delivery fingerprint"));
    QCOMPARE(columns(*first, QStringLiteral("bodies")), words("event codec body"));
    QCOMPARE(columns(*first, QStringLiteral("repeats")), words("id event received"));
}

void TestMigrations::dataOfTheFirstSchemaStays()
{
    // A store as the first version left it, written by statements of that time.
    const StoreFolder folder;
    {
        WriterRig rig(folder.url()); // makes the folder
        QCOMPARE(rig.open(), QString());
        QVERIFY(rig.close());
        QVERIFY(QFile::remove(folder.url().sqlitePath));
        const auto first = connection(folder.url().sqlitePath);
        QVERIFY(first && app::migrate(*first, 1).ok());
        QFile sql(QStringLiteral(TEST_DATA_DIR "/store/schema1.sql"));
        QVERIFY(sql.open(QIODevice::ReadOnly));
        const QStringList statements = QString::fromUtf8(sql.readAll()).split(QLatin1String(";\n"));
        for (const QString &statement : statements) {
            if (!statement.trimmed().isEmpty())
                QVERIFY2(first->run(statement).ok(), qPrintable(statement));
        }
    }
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        QVERIFY(rig.writer().submit(storeDelivery("{\"event\": \"one\"}", 1)));
        QCOMPARE(rig.receipts(1).value(0).repeated, 1); // known from then
        QVERIFY(rig.close());
    }
    const QList<HeldEvent> held = heldEvents(folder.url());
    QCOMPARE(held.size(), 3);
    QCOMPARE(held[0].body, QByteArray("{\"event\": \"one\"}"));
    QCOMPARE(held[0].deliveries, 3);
    const auto session = app::DeliverySession::open(folder.url());
    QVERIFY(session.ok() && session.value());
    const auto two = session.value()->detail(1).value();
    QCOMPARE(two.events, (QList<qint64> { 1, 2 }));
    QVERIFY(two.head.isEmpty() && !two.record.took && !two.record.imported);
    QCOMPARE(session.value()->detail(2).value().record.result(), models::DeliveryResult::Repeated);
    const auto refused = session.value()->detail(3).value();
    QCOMPARE(refused.record.status, 400);
    QCOMPARE(refused.record.refused, 1);
    QCOMPARE(refused.parts.size(), 1);
    QCOMPARE(refused.parts[0].bytes, QByteArray("rubbish"));
    QCOMPARE(refused.parts[0].reason, QStringLiteral("not valid JSON"));
    QCOMPARE(session.value()->detail(4).value().parts.size(), 0);
    const auto partly = session.value()->detail(5).value();
    QCOMPARE(partly.events, QList<qint64> { 3 });
    QCOMPARE(partly.parts.value(0).bytes, QByteArray("[1]"));
    const auto found = app::StoreCheck(folder.url()).run();
    QVERIFY(found.ok());
    QCOMPARE(found.value().problems, QStringList());
}

void TestMigrations::aFailedStepChangesNothing()
{
    const StoreFolder folder;
    const auto file = connection(folder.path(QStringLiteral("file")));
    QVERIFY(file && file->run(QStringLiteral("CREATE TABLE bodies (mine INTEGER)")).ok());
    const QStringList before = schema(*file);
    QVERIFY(!app::migrate(*file).ok());
    QCOMPARE(schema(*file), before);
    QCOMPARE(app::schemaOf(*file).value(), 0);
    QVERIFY(file->run(QStringLiteral("DROP TABLE bodies")).ok());
    QVERIFY(app::migrate(*file).ok());
}

void TestMigrations::aNewerSchemaIsRefused()
{
    const StoreFolder folder;
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        QVERIFY(rig.close());
        const auto file = connection(folder.url().sqlitePath);
        QVERIFY(file && file->run(QStringLiteral("PRAGMA user_version=99")).ok());
    }
    WriterRig rig(folder.url());
    const QString reason = rig.open();
    QVERIFY2(reason.contains(QLatin1String("newer version")), qPrintable(reason));
    app::ShippedTerms shipped;
    const auto session = app::ReadSession::open(folder.url(), shipped);
    QVERIFY(!session.ok());
    QVERIFY(session.error().contains(QLatin1String("newer version")));
    const auto file = connection(folder.url().sqlitePath);
    QCOMPARE(app::schemaOf(*file).value(), 99);
}

void TestMigrations::readerWaitsForTheMigration()
{
    const StoreFolder folder;
    QVERIFY(QDir().mkpath(QFileInfo(folder.url().sqlitePath).absolutePath()));
    const auto file = connection(folder.url().sqlitePath);
    QVERIFY(file && file->run(QStringLiteral("CREATE TABLE other (id INTEGER)")).ok());
    app::ShippedTerms shipped;
    const auto empty = app::ReadSession::open(folder.url(), shipped);
    QVERIFY(empty.ok());
    QVERIFY(!empty.value());
    QVERIFY(app::migrate(*file).ok());
    const auto session = app::ReadSession::open(folder.url(), shipped);
    QVERIFY(session.ok());
    QVERIFY(session.value());
}

} // namespace

QTEST_GUILESS_MAIN(TestMigrations)
#include "migrationstest.moc"
