// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlarchive.h"

namespace app {

SqlArchive::SqlArchive(DatabaseUrl url, QObject *parent)
    : models::Archive(parent), m_reader(QStringLiteral("reader"), std::move(url))
{
    qRegisterMetaType<models::EventBatch>();
    qRegisterMetaType<models::StoredEvent>();
    StoreReader &reader = m_reader.object();
    connect(&reader, &StoreReader::batchRead, this, &SqlArchive::batchRead);
    connect(&reader, &StoreReader::eventLoaded, this, &SqlArchive::eventLoaded);
    connect(&reader, &StoreReader::eventMissing, this, &SqlArchive::eventMissing);
    connect(&reader, &StoreReader::failed, this, &SqlArchive::failed);
    connect(&reader, &StoreReader::newerAnswered, this, &SqlArchive::noteNewerAnswered);
    connect(&reader, &StoreReader::grown, this, &SqlArchive::noticeGrowth);
    connect(&reader, &StoreReader::actsGrown, this, &SqlArchive::actsGrew);
    m_reader.call([](StoreReader &object) { object.startWatching(); });
}

SqlArchive::~SqlArchive() = default;

void SqlArchive::readNewer(qint64 afterEvent, qint64 afterRepeat, int limit)
{
    m_told = false;
    ++m_reading;
    m_reader.call([=](StoreReader &reader) { reader.readNewer(afterEvent, afterRepeat, limit); });
}

void SqlArchive::readOlder(qint64 beforeEvent, int limit)
{
    m_reader.call([=](StoreReader &reader) { reader.readOlder(beforeEvent, limit); });
}

void SqlArchive::loadEvent(qint64 id)
{
    m_reader.call([=](StoreReader &reader) { reader.loadEvent(id); });
}

void SqlArchive::noticeGrowth()
{
    if (m_reading > 0) {
        m_grewMeanwhile = true;
    } else if (!m_told) {
        m_told = true;
        emit grew();
    }
}

void SqlArchive::noteNewerAnswered()
{
    --m_reading;
    if (m_reading == 0 && m_grewMeanwhile) {
        m_grewMeanwhile = false;
        noticeGrowth();
    }
}

} // namespace app
