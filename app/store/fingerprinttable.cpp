// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/fingerprinttable.h"

#include <xxhash.h>

namespace app {

quint64 bodyFingerprint(QByteArrayView body)
{
    return XXH3_64bits(body.data(), size_t(body.size()));
}

FingerprintTable::FingerprintTable() : m_slots(1024, 0) { }

void FingerprintTable::insert(quint64 fingerprint, qint64 id)
{
    if (size_t(m_size + 1) * 16 > m_slots.size() * 15)
        resize(m_slots.size() + m_slots.size() / 16);
    place((fingerprint & tagMask) | quint64(id));
    ++m_size;
}

void FingerprintTable::place(quint64 slot)
{
    size_t at = position(slot);
    while (m_slots[at] != 0)
        at = after(at);
    m_slots[at] = slot;
}

void FingerprintTable::reserve(qsizetype count)
{
    const size_t places = size_t(count) * 16 / 15 + 1024;
    if (places > m_slots.size())
        resize(places);
}

void FingerprintTable::resize(size_t places)
{
    std::vector<quint64> old(places, 0);
    old.swap(m_slots);
    for (const quint64 slot : old) {
        if (slot != 0)
            place(slot);
    }
}

} // namespace app
