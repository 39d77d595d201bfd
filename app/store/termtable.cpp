// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/termtable.h"

#include <QRandomGenerator>

#include <xxhash.h>

#include <algorithm>

namespace app {

TermTable::TermTable() : m_low(1024), m_rest(1024)
{
    QRandomGenerator::system()->fillRange(m_secret.data(), qsizetype(m_secret.size()));
}

TermKey TermTable::keyOf(QByteArrayView text) const
{
    const XXH128_hash_t hash = XXH3_128bits_withSecret(text.data(), size_t(text.size()),
                                                       m_secret.data(), sizeof(m_secret));
    return { hash.low64, quint32(hash.high64) };
}

models::TermId TermTable::find(const TermKey &key) const
{
    for (size_t at = position(key.low); m_rest[at] != 0; at = after(at)) {
        if (m_low[at] == key.low && (m_rest[at] & tagMask) == (key.high & tagMask))
            return m_rest[at] & mostId;
    }
    return 0;
}

void TermTable::insert(const TermKey &key, models::TermId id)
{
    // Small steps: what is free of so many slots is memory that nothing is got for.
    if (size_t(m_size + 1) * 16 > m_rest.size() * 15)
        resize(m_rest.size() + m_rest.size() / 16);
    place(key.low, (key.high & tagMask) | id);
    ++m_size;
}

void TermTable::clear()
{
    std::fill(m_rest.begin(), m_rest.end(), 0);
    m_size = 0;
}

void TermTable::reserve(qsizetype count)
{
    const size_t places = size_t(count) * 16 / 15 + 1024;
    if (places > m_rest.size())
        resize(places);
}

void TermTable::place(quint64 low, quint32 rest)
{
    size_t at = position(low);
    while (m_rest[at] != 0)
        at = after(at);
    m_low[at] = low;
    m_rest[at] = rest;
}

void TermTable::resize(size_t places)
{
    std::vector<quint64> low(places);
    std::vector<quint32> rest(places);
    low.swap(m_low);
    rest.swap(m_rest);
    for (size_t at = 0; at < rest.size(); ++at) {
        if (rest[at] != 0)
            place(low[at], rest[at]);
    }
}

} // namespace app
