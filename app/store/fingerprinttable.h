// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <vector>

namespace app {

/// A hash of an event body: finds candidates for "the same body again", proves nothing.
using Fingerprint = quint64 (*)(QByteArrayView body);

/// XXH3, 64 bits.
quint64 bodyFingerprint(QByteArrayView body);

/// Fingerprints of all stored events with their ids, in memory: open addressing, eight bytes a
/// slot (half the fingerprint, and the id), so about 9 MB for a million events. What it finds
/// must be confirmed on the stored bytes. Not thread-safe.
class FingerprintTable final
{
public:
    /// Largest event id that fits.
    static constexpr qint64 mostId = 0xffffffff;

    FingerprintTable();

    /// Adds an event; ids from 1 to mostId.
    void insert(quint64 fingerprint, qint64 id);

    /// Makes room for so many events at once.
    void reserve(qsizetype count);

    /// The first candidate that `confirmed(id)` accepts; 0 where there is none.
    template<typename Confirmed> qint64 find(quint64 fingerprint, Confirmed confirmed) const
    {
        const quint64 tag = fingerprint & tagMask;
        for (size_t at = position(fingerprint); m_slots[at] != 0; at = after(at)) {
            if ((m_slots[at] & tagMask) == tag && confirmed(qint64(m_slots[at] & mostId)))
                return qint64(m_slots[at] & mostId);
        }
        return 0;
    }

    qsizetype size() const { return m_size; }

private:
    static constexpr quint64 tagMask = 0xffffffff00000000;
    size_t position(quint64 fingerprint) const
    {
        return size_t(((fingerprint >> 32) * m_slots.size()) >> 32);
    }
    size_t after(size_t at) const { return at + 1 == m_slots.size() ? 0 : at + 1; }
    void place(quint64 slot);
    void resize(size_t places);

    std::vector<quint64> m_slots; // 0: free
    qsizetype m_size = 0;
};

} // namespace app
