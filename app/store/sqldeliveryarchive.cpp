// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqldeliveryarchive.h"

#include "app/store/writer.h"

namespace app {

using namespace std::chrono_literals;

SqlDeliveryArchive::SqlDeliveryArchive(DatabaseUrl url, Writer &writer, QObject *parent)
    : models::DeliveryArchive(parent), m_writer(writer),
      m_reader(QStringLiteral("deliveryreader"), std::move(url))
{
    qRegisterMetaType<models::DeliveryDetail>();
    qRegisterMetaType<models::DeliveryCounts>();
    qRegisterMetaType<QList<models::DeliveryRecord>>();
    m_growth.setSingleShot(true);
    m_growth.setInterval(50ms);
    connect(&m_growth, &QTimer::timeout, this, &SqlDeliveryArchive::grew);
    DeliveryReader &reader = m_reader.object();
    connect(&reader, &DeliveryReader::grown, this, &SqlDeliveryArchive::noticeRecords);
    connect(&reader, &DeliveryReader::older, this, &SqlDeliveryArchive::older);
    connect(&reader, &DeliveryReader::newer, this, &SqlDeliveryArchive::newer);
    connect(&reader, &DeliveryReader::counted, this, &SqlDeliveryArchive::counted);
    connect(&reader, &DeliveryReader::detailLoaded, this, &SqlDeliveryArchive::detailLoaded);
    connect(&reader, &DeliveryReader::headLoaded, this, &SqlDeliveryArchive::headLoaded);
    connect(&reader, &DeliveryReader::exportProgress, this, &SqlDeliveryArchive::exportProgress);
    connect(&reader, &DeliveryReader::exported, this, &SqlDeliveryArchive::exported);
    connect(&reader, &DeliveryReader::failed, this, &SqlDeliveryArchive::failed);
    connect(&m_writer, &Writer::recorded, this, &SqlDeliveryArchive::noticeRecords);
    connect(&m_writer, &Writer::partAccepted, this, &SqlDeliveryArchive::partAccepted);
    connect(&m_writer, &Writer::acceptFailed, this, &SqlDeliveryArchive::acceptFailed);
    m_reader.call([](DeliveryReader &object) { object.startWatching(); });
}

SqlDeliveryArchive::~SqlDeliveryArchive() = default;

void SqlDeliveryArchive::readOlder(quint64 request, const models::DeliveryFilter &filter,
                                   qint64 before, int limit)
{
    m_reader.call(
            [=](DeliveryReader &reader) { reader.readOlder(request, filter, before, limit); });
}

void SqlDeliveryArchive::readNewer(quint64 request, const models::DeliveryFilter &filter,
                                   qint64 after, int limit)
{
    m_reader.call([=](DeliveryReader &reader) { reader.readNewer(request, filter, after, limit); });
}

void SqlDeliveryArchive::count(quint64 request, const models::DeliveryFilter &filter)
{
    m_reader.call([=](DeliveryReader &reader) { reader.count(request, filter); });
}

void SqlDeliveryArchive::loadHead(qint64 event)
{
    m_reader.call([=](DeliveryReader &reader) { reader.loadHead(event); });
}

void SqlDeliveryArchive::loadDetail(qint64 id)
{
    m_reader.call([=](DeliveryReader &reader) { reader.loadDetail(id); });
}

void SqlDeliveryArchive::acceptPart(qint64 delivery, int position)
{
    QMetaObject::invokeMethod(
            &m_writer,
            [writer = &m_writer, delivery, position] { writer->acceptPart(delivery, position); },
            Qt::QueuedConnection);
}

void SqlDeliveryArchive::exportTo(const QString &file, const models::DeliveryFilter &filter)
{
    m_reader.call([=](DeliveryReader &reader) { reader.exportTo(file, filter); });
}

void SqlDeliveryArchive::cancelExport()
{
    m_reader.call([](DeliveryReader &reader) { reader.cancelExport(); });
}

void SqlDeliveryArchive::noticeRecords()
{
    if (!m_growth.isActive())
        m_growth.start();
}

} // namespace app
