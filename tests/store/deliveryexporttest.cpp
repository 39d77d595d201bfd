// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveryarchiverig.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

namespace {

/// Requests on record written to a file.
class DeliveryExportTest final : public DeliveryArchiveRig
{
    Q_OBJECT

private slots:
    void exports();
    void exportCanBeCancelled();
    void exportThatCannotBeWritten();
};

void DeliveryExportTest::exports()
{
    fill();
    QSignalSpy exported(m_archive.get(), &models::DeliveryArchive::exported);
    QSignalSpy progress(m_archive.get(), &models::DeliveryArchive::exportProgress);
    models::DeliveryFilter filter;
    filter.results = models::DeliveryResult::Refused;
    const QString csv = m_folder->path(QStringLiteral("out.csv"));
    m_archive->exportTo(csv, filter);
    QVERIFY(exported.wait());
    QCOMPARE(exported[0], (QVariantList { csv, QString() }));
    QVERIFY(!progress.isEmpty());
    QFile sheet(csv);
    QVERIFY(sheet.open(QIODevice::ReadOnly));
    const QByteArray text = sheet.readAll();
    QVERIFY(text.startsWith("id,received,peer,"));
    QVERIFY(text.indexOf("\r\n4,") > 0 && text.indexOf("\r\n4,") < text.indexOf("\r\n6,"));
    QVERIFY(!text.contains("\r\n1,"));
    QVERIFY(text.contains(",'=1%_\\,")); // no formula
    QVERIFY(text.contains("\"Odd, \"\"quoted\"\"\ncause\""));
    QVERIFY(!text.contains("rubbish"));

    const QString lines = m_folder->path(QStringLiteral("out.jsonl"));
    m_archive->exportTo(lines, {});
    QVERIFY(exported.wait());
    QFile json(lines);
    QVERIFY(json.open(QIODevice::ReadOnly));
    for (int id = 1; id <= 6; ++id) {
        const QJsonObject object = QJsonDocument::fromJson(json.readLine()).object();
        QCOMPARE(object.value(QLatin1String("id")).toInt(), id);
        if (id == 1) {
            QCOMPARE(object.value(QLatin1String("result")).toString(), QStringLiteral("accepted"));
            QVERIFY(object.value(QLatin1String("head"))
                            .toString()
                            .startsWith(QLatin1String("POST /webhook")));
        }
    }
    QVERIFY(json.atEnd());
}

void DeliveryExportTest::exportCanBeCancelled()
{
    fill();
    {
        const auto connection =
                app::Connection::open(m_folder->url(), app::Connection::Mode::Write);
        QVERIFY(connection.value()
                        ->run(QStringLiteral(
                                "INSERT INTO deliveries (received, peer, path, status, cause, "
                                "size, events, repeated, refused, count) WITH RECURSIVE n(i) AS "
                                "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
                                "SELECT i, 'p', '/', 401, 'c', 0, 0, 0, 0, 1 FROM n"))
                        .ok());
    }
    QSignalSpy exported(m_archive.get(), &models::DeliveryArchive::exported);
    QSignalSpy progress(m_archive.get(), &models::DeliveryArchive::exportProgress);
    const QString file = m_folder->path(QStringLiteral("cancelled.csv"));
    m_archive->exportTo(file, {});
    QVERIFY(progress.wait());
    QCOMPARE(progress[0][1].toLongLong(), 100006);
    // The rows are served while it goes on.
    QCOMPARE(idsOlder({}, 3, 1), QList<qint64> { 2 });
    QVERIFY(exported.isEmpty());
    m_archive->exportTo(m_folder->path(QStringLiteral("second.csv")), {});
    QVERIFY(exported.wait());
    QVERIFY(!exported[0][1].toString().isEmpty()); // one at a time
    m_archive->cancelExport();
    QVERIFY(exported.wait());
    QCOMPARE(exported[1][0].toString(), file);
    QVERIFY(!exported[1][1].toString().isEmpty());
    QCOMPARE(QDir(m_folder->root()).entryList({ QStringLiteral("*.csv*") }, QDir::Files).size(), 0);
}

void DeliveryExportTest::exportThatCannotBeWritten()
{
    fill();
    QSignalSpy exported(m_archive.get(), &models::DeliveryArchive::exported);
    m_archive->exportTo(m_folder->path(QStringLiteral("missing/out.csv")), {});
    QVERIFY(exported.wait());
    QVERIFY(!exported[0][1].toString().isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(DeliveryExportTest)
#include "deliveryexporttest.moc"
