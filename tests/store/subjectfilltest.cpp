// SPDX-License-Identifier: GPL-3.0-or-later
// What the boards need of an event is stored beside it, and given to stores of before.
#include "app/store/eventreader.h"
#include "app/store/storecheck.h"
#include "testpaths.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QFile>
#include <QTest>

namespace {

class TestSubjectFill final : public QObject
{
    Q_OBJECT

private slots:
    void isStoredWithTheEvent();
    void aStoreOfBeforeGetsTheSame();
};

/// Asset's id, detail and date of each event.
QStringList facts(const app::DatabaseUrl &url)
{
    const auto reader = app::EventReader::open(url);
    if (!reader)
        return { reader.error() };
    const auto batch = reader.value()->newer(0, 0, 100);
    if (!batch)
        return { batch.error() };
    QStringList lines;
    for (const models::EventRow &row : batch.value().rows) {
        lines.append(QStringLiteral("%1 %2 %3")
                             .arg(reader.value()->term(row.assetId).value(),
                                  reader.value()->term(row.detail).value(),
                                  QString::number(row.created)));
    }
    return lines;
}

/// Fills a store with samples; false where something went wrong.
bool fill(const app::DatabaseUrl &url)
{
    WriterRig rig(url);
    if (!rig.open().isEmpty())
        return false;
    quint64 ticket = 0;
    for (const char *name :
         { "confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED",
           "confirmed/MOBILE_SECURE__USER_CREATED", "confirmed/MOBILE_SECURE__USER_LOGIN_FAILED",
           "confirmed/test_hello_world", "inferred/MOBILE_SECURE__FINDING_NOTE_CREATED" }) {
        QFile file(QStringLiteral(TEST_DATA_DIR "/samples/%1.json").arg(QLatin1String(name)));
        if (!file.open(QIODevice::ReadOnly)
            || !rig.writer().submit(storeDelivery(file.readAll(), ++ticket)))
            return false;
    }
    return rig.receipts(qsizetype(ticket)).size() == qsizetype(ticket) && rig.close();
}

void TestSubjectFill::isStoredWithTheEvent()
{
    const StoreFolder folder;
    QVERIFY(fill(folder.url()));
    const QStringList lines = facts(folder.url());
    QCOMPARE(lines.size(), 5);
    const QStringList violation = lines[0].split(QLatin1Char(' '));
    QVERIFY(violation[0].size() == 36 && violation[1].size() == 36);
    QVERIFY(violation[2].toLongLong() > 1'500'000'000'000);
    QCOMPARE(lines[1], QStringLiteral(" MANAGER 0"));
    QVERIFY2(lines[2].contains(QLatin1Char('.')), qPrintable(lines[2])); // an address
    QCOMPARE(lines[3], QStringLiteral("  0"));
    QVERIFY2(!lines[4].split(QLatin1Char(' '))[1].isEmpty(), qPrintable(lines[4]));
}

void TestSubjectFill::aStoreOfBeforeGetsTheSame()
{
    const StoreFolder folder;
    QVERIFY(fill(folder.url()));
    const QStringList lines = facts(folder.url());
    {
        const auto file = app::Connection::open(folder.url(), app::Connection::Mode::Write);
        QVERIFY(file.ok());
        for (const char *column : { "assetid", "detail", "created" }) {
            const QString sql =
                    QStringLiteral("ALTER TABLE events DROP COLUMN ") + QLatin1String(column);
            QVERIFY(file.value()->run(sql).ok());
        }
        // A text that only those columns use was not there either: the finding of the note.
        QVERIFY(file.value()
                        ->run(QStringLiteral("DELETE FROM terms WHERE id = "
                                             "(SELECT max(id) FROM terms)"))
                        .ok());
        QVERIFY(file.value()->run(QStringLiteral("PRAGMA user_version=4")).ok());
    }
    QCOMPARE(facts(folder.url()).size(), 1); // not before the writer brought it up to date
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        QVERIFY(rig.close());
    }
    QCOMPARE(facts(folder.url()), lines);
    QCOMPARE(app::StoreCheck(folder.url()).run().value().problems, QStringList());
}

} // namespace

QTEST_GUILESS_MAIN(TestSubjectFill)
#include "subjectfilltest.moc"
