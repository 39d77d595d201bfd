// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventrow.h"

#include <QByteArrayView>

#include <array>
#include <vector>

namespace app {

/// 96 bits of a keyed hash that stand for a text. The key is random in each process, so nobody
/// can send texts made to collide.
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

/// Which text has which number, without the texts: open addressing, twelve bytes a slot for 70 bits
/// of the key and the number; by chance two of ten million texts are taken for each other once in
/// 20 million such stores. Not thread-safe.
class TermTable final
{
public:
    /// Largest number of a text that fits.
    static constexpr models::TermId mostId = (1U << 26) - 1;

    TermTable();

    TermKey keyOf(QByteArrayView text) const;
    /// The number of a text; 0 where it has none yet.
    models::TermId find(const TermKey &key) const;
    /// `id` from 1 to mostId.
    void insert(const TermKey &key, models::TermId id);
    /// Forgets all texts; keys stay as they are.
    void clear();
    /// Makes room for so many texts at once.
    void reserve(qsizetype count);
    qsizetype size() const { return m_size; }

private:
    static constexpr quint32 tagMask = ~mostId;
    size_t position(quint64 low) const { return size_t(((low >> 32) * m_rest.size()) >> 32); }
    size_t after(size_t at) const { return at + 1 == m_rest.size() ? 0 : at + 1; }
    void place(quint64 low, quint32 rest);
    void resize(size_t places);

    std::array<quint32, 48> m_secret; // 192 bytes, as XXH3 wants them
    // Two arrays, since a structure of both would take 16 bytes.
    std::vector<quint64> m_low;
    std::vector<quint32> m_rest; // bits of `high` above, the number below; 0: free
    qsizetype m_size = 0;
};

} // namespace app
