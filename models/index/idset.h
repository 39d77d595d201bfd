// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/idrange.h"

#include <QList>

#include <array>
#include <memory>

namespace models {

/// A set of event ids. Ids are dense, so that it is kept as bits in pages of 65,536: a million
/// members in no order at all take 130 kB, and a page of which all or none are members takes
/// none. Copies share their pages, so a snapshot costs nothing. A value; any thread.
class IdSet final
{
public:
    /// The largest id that can be a member; what lies outside of [1, highest] is passed over.
    static constexpr qint64 highest = 0xffffffff;

    /// Every id there can be.
    static IdSet all();

    void insert(IdRange range) { change(&range, 1, true); }
    void remove(IdRange range) { change(&range, 1, false); }
    void insert(qint64 id) { insert(IdRange { id, id }); }
    /// Many at once: a page is copied once for all ranges in a row that lie in it.
    void insert(const std::vector<IdRange> &ranges) { change(ranges.data(), ranges.size(), true); }
    void remove(const std::vector<IdRange> &ranges) { change(ranges.data(), ranges.size(), false); }

    bool contains(qint64 id) const
    {
        const qint64 page = id >> pageBits;
        return page >= 0 && page < m_pages.size() && m_pages[page]
                && m_pages[page]->has(static_cast<quint32>(id & (pageIds - 1)));
    }
    /// Members of this set that are not in the other one.
    IdSet without(const IdSet &other) const;
    /// Members of both.
    IdSet common(const IdSet &other) const;

    qint64 size() const;
    bool isEmpty() const { return size() == 0; }
    /// The members as ascending ranges that do not touch.
    std::vector<IdRange> ranges() const;
    /// Bytes of memory, shared pages included.
    qsizetype bytes() const;

    bool operator==(const IdSet &other) const;

private:
    static constexpr int pageBits = 16;
    static constexpr qint64 pageIds = qint64 { 1 } << pageBits;
    struct Page
    {
        std::array<quint64, pageIds / 64> bits {};
        quint32 members = 0;
        bool has(quint32 at) const { return (bits[at / 64] >> (at % 64) & 1) != 0; }
        void change(quint32 first, quint32 last, bool in);
    };
    using SharedPage = std::shared_ptr<const Page>; // null: none of its ids is a member

    /// A page that is being changed, before it is put in its place.
    struct OpenPage
    {
        std::shared_ptr<Page> page;
        qint64 place = 0;
    };

    static const SharedPage &fullPage();
    IdSet combined(const IdSet &other, bool common) const;
    void change(const IdRange *ranges, std::size_t count, bool in);
    void change(IdRange range, bool in, OpenPage &open);
    void close(OpenPage &open);

    QList<SharedPage> m_pages;
};

} // namespace models
