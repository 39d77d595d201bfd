// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventrow.h"

#include <QByteArrayView>

#include <array>
#include <vector>

namespace app {

/// 96 bits of a keyed hash that stand for a text. The key is random in each process, so nobody
/// can send texts made to collide; by chance ten million texts collide once in 10^15 tries.
struct TermKey
{
    quint64 low = 0;
    quint32 high = 0;
    bool operator==(const TermKey &) const = default;
};

/// For hash tables of the standard library: the key is a hash already.
struct TermKeyHash
{
    size_t operator()(const TermKey &key) const { return size_t(key.low); }
};

/// Which text has which number, without the texts: open addressing, 16 bytes a slot.
/// Not thread-safe.
class TermTable final
{
public:
    TermTable();

    TermKey keyOf(QByteArrayView text) const;
    /// The number of a text; 0 where it has none yet.
    models::TermId find(const TermKey &key) const;
    void insert(const TermKey &key, models::TermId id);
    qsizetype size() const { return m_size; }

private:
    struct Slot
    {
        quint64 low = 0;
        quint32 high = 0;
        models::TermId id = 0; // 0: free
    };
    size_t position(quint64 low) const { return size_t(((low >> 32) * m_slots.size()) >> 32); }
    size_t after(size_t at) const { return at + 1 == m_slots.size() ? 0 : at + 1; }
    void place(const Slot &slot);
    void grow();

    std::array<quint32, 48> m_secret; // 192 bytes, as XXH3 wants them
    std::vector<Slot> m_slots;
    qsizetype m_size = 0;
};

} // namespace app
