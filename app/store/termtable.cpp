// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/termtable.h"

#include <QRandomGenerator>

#include <xxhash.h>

namespace app {

TermTable::TermTable() : m_slots(1024)
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
    for (size_t at = position(key.low); m_slots[at].id != 0; at = after(at)) {
        if (m_slots[at].low == key.low && m_slots[at].high == key.high)
            return m_slots[at].id;
    }
    return 0;
}

void TermTable::insert(const TermKey &key, models::TermId id)
{
    if (size_t(m_size + 1) * 5 > m_slots.size() * 4)
        grow();
    place({ key.low, key.high, id });
    ++m_size;
}

void TermTable::place(const Slot &slot)
{
    size_t at = position(slot.low);
    while (m_slots[at].id != 0)
        at = after(at);
    m_slots[at] = slot;
}

void TermTable::grow()
{
    std::vector<Slot> old(m_slots.size() + m_slots.size() / 2);
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (slot.id != 0)
            place(slot);
    }
}

} // namespace app
