// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveryarchiverig.h"

#include "app/store/deliveryreader.h"
#include "tests/support/storebodies.h"

#include <QSignalSpy>
#include <QTest>

void DeliveryArchiveRig::init()
{
    m_folder = std::make_unique<StoreFolder>();
    m_rig = std::make_unique<WriterRig>(m_folder->url());
    m_archive = std::make_unique<app::SqlDeliveryArchive>(m_folder->url(), m_rig->writer());
}

void DeliveryArchiveRig::cleanup()
{
    m_archive.reset();
    m_rig.reset();
    m_folder.reset();
}

void DeliveryArchiveRig::fill()
{
    QCOMPARE(m_rig->open(), QString());
    app::Writer &writer = m_rig->writer();
    const auto submit = [&](const QByteArray &body, const char *peer, int status) {
        models::Delivery delivery = storeDelivery(body);
        delivery.peer = QString::fromLatin1(peer);
        delivery.status = status;
        QVERIFY(writer.submit(delivery));
    };
    submit("{\"event\": \"one\"}", "192.0.2.1", 200);
    submit("{\"event\": \"one\"}", "192.0.2.1", 200);
    submit("{\"event\": \"two\"} {\"no\": 1}", "192.0.2.2", 200);
    submit("rubbish", "192.0.2.2", 400);
    QCOMPARE(m_rig->receipts(4).size(), 4);
    models::Refusal storm;
    storm.received = models::now();
    storm.peer = QStringLiteral("2001:db8::1");
    storm.path = QStringLiteral("/webhook");
    storm.status = 401;
    storm.cause = QStringLiteral("Invalid token");
    storm.count = 100;
    writer.record(storm);
    storm.peer = QStringLiteral("=1%_\\");
    storm.cause = QStringLiteral("Odd, \"quoted\"\ncause");
    storm.count = 1;
    writer.record(storm);
    const auto session = app::DeliverySession::open(m_folder->url());
    QTRY_COMPARE(session.value()->newest().value(), 6);
}

QList<qint64> DeliveryArchiveRig::idsOlder(const models::DeliveryFilter &filter, qint64 before,
                                           int limit)
{
    QSignalSpy spy(m_archive.get(), &models::DeliveryArchive::older);
    m_archive->readOlder(++m_request, filter, before, limit);
    if (!spy.wait() || spy[0][0].toULongLong() != m_request)
        return { -1 };
    QList<qint64> ids;
    for (const auto &record : spy[0][1].value<QList<models::DeliveryRecord>>())
        ids.append(record.id);
    return ids;
}
