// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/pathsampler.h"

#include "models/domain/storedevent.h"
#include "models/index/eventindex.h"
#include "models/ports/archive.h"

namespace models {

namespace {
constexpr quint32 mostLooked = 20'000; // rows at once; there are few types
} // namespace

PathSampler::PathSampler(const EventIndex &index, Archive &archive, QObject *parent)
    : QObject(parent), m_index(index), m_archive(archive)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(rest);
    connect(&m_soon, &QTimer::timeout, this, &PathSampler::look);
    connect(&index, &EventIndex::appended, this, [this](quint32, quint32 count) {
        // What arrives live a few at a time does not put it off.
        if (m_types.size() < most && (count > 100 || !m_soon.isActive()))
            m_soon.start();
    });
    connect(&archive, &Archive::eventLoaded, this, &PathSampler::take);
    connect(&archive, &Archive::eventMissing, this, [this](qint64 id) {
        if (id != m_asked)
            return;
        m_asked = 0;
        next();
    });
    if (index.rows() > 0)
        m_soon.start();
}

void PathSampler::look()
{
    const quint32 end = std::min(m_index.rows(), m_looked + mostLooked);
    for (; m_looked < end && m_types.size() < most; ++m_looked) {
        const TermId type = m_index.term(TermColumn::Type, m_looked);
        if (m_types.contains(type))
            continue;
        m_types.insert(type);
        m_wanted.append(m_index.id(m_looked));
    }
    if (m_looked < m_index.rows() && m_types.size() < most)
        m_soon.start();
    if (m_asked == 0)
        next();
}

void PathSampler::next()
{
    if (m_wanted.isEmpty())
        return;
    m_asked = m_wanted.takeFirst();
    m_archive.loadEvent(m_asked);
}

void PathSampler::take(const StoredEvent &event)
{
    if (event.id != m_asked)
        return;
    m_asked = 0;
    emit sampled(event.event.body);
    next();
}

} // namespace models
