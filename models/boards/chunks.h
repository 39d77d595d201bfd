// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QExplicitlySharedDataPointer>
#include <QSharedData>

#include <array>
#include <vector>

namespace models {

/// A growing list in pieces that copies share until one of them is written: a copy of a list of a
/// million costs a thousand pointers, and an entry never moves. A value; each copy belongs to one
/// thread at a time.
template<typename T> class Chunks final
{
public:
    quint32 size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    /// `at` < size().
    const T &operator[](quint32 at) const { return m_chunks[at >> bits]->items[at & mask]; }
    /// For writing; takes the piece from those who share it.
    T &edit(quint32 at)
    {
        auto &chunk = m_chunks[at >> bits];
        chunk.detach();
        return chunk->items[at & mask];
    }
    /// Adds an entry; its place.
    quint32 add(const T &item)
    {
        if (m_size >> bits == m_chunks.size())
            m_chunks.emplace_back(new Chunk);
        edit(m_size) = item;
        return m_size++;
    }
    /// Fills up with entries of nothing until there are so many.
    void grow(quint32 size)
    {
        while ((quint64(m_chunks.size()) << bits) < size)
            m_chunks.emplace_back(new Chunk);
        m_size = size > m_size ? size : m_size;
    }
    /// Has the processor fetch an entry that is wanted soon; `at` < size().
    void fetch(quint32 at) const
    {
#if defined(__GNUC__) || defined(__clang__)
        __builtin_prefetch(&m_chunks[at >> bits]->items[at & mask]);
#else
        Q_UNUSED(at)
#endif
    }
    /// Bytes of memory, shared ones included.
    qint64 bytes() const
    {
        return qint64(m_chunks.size()) * qint64(sizeof(Chunk));
    }

private:
    static constexpr quint32 bits = 10;
    static constexpr quint32 mask = (1U << bits) - 1;
    struct Chunk : QSharedData
    {
        std::array<T, 1U << bits> items {};
    };

    std::vector<QExplicitlySharedDataPointer<Chunk>> m_chunks;
    quint32 m_size = 0;
};

} // namespace models
