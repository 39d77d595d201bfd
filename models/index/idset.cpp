// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/idset.h"

#include <algorithm>
#include <bit>

namespace models {

void IdSet::Page::change(quint32 first, quint32 last, bool in)
{
    for (quint32 word = first / 64; word <= last / 64; ++word) {
        const quint32 from = word == first / 64 ? first % 64 : 0;
        const quint32 to = word == last / 64 ? last % 64 : 63;
        const quint64 mask = (~quint64 { 0 } >> (63 - (to - from))) << from;
        const quint64 before = bits[word];
        bits[word] = in ? before | mask : before & ~mask;
        members += static_cast<quint32>(std::popcount(bits[word]));
        members -= static_cast<quint32>(std::popcount(before));
    }
}

const IdSet::SharedPage &IdSet::fullPage()
{
    static const SharedPage full = [] {
        Page page;
        page.change(0, pageIds - 1, true);
        return std::make_shared<const Page>(page);
    }();
    return full;
}

IdSet IdSet::all()
{
    IdSet set;
    set.insert(IdRange { 1, highest });
    return set;
}

void IdSet::close(OpenPage &open)
{
    if (!open.page)
        return;
    SharedPage &page = m_pages[open.place];
    if (open.page->members == 0)
        page = nullptr;
    else
        page = open.page->members == pageIds ? fullPage() : SharedPage(std::move(open.page));
    open.page = nullptr;
}

void IdSet::change(const IdRange *ranges, std::size_t count, bool in)
{
    OpenPage open;
    for (std::size_t i = 0; i < count; ++i)
        change(ranges[i], in, open);
    close(open);
}

void IdSet::change(IdRange range, bool in, OpenPage &open)
{
    range.first = std::max<qint64>(range.first, 1);
    range.last = std::min(range.last, highest);
    if (range.first > range.last)
        return;
    const qint64 lastPage = range.last >> pageBits;
    if (lastPage >= m_pages.size()) {
        if (!in) {
            range.last = std::min(range.last, (m_pages.size() << pageBits) - 1);
            if (range.first > range.last)
                return;
        } else {
            m_pages.resize(lastPage + 1);
        }
    }
    for (qint64 at = range.first >> pageBits; at <= range.last >> pageBits; ++at) {
        const qint64 start = at << pageBits;
        const auto first = static_cast<quint32>(std::max(range.first, start) - start);
        const auto last = static_cast<quint32>(std::min(range.last, start + pageIds - 1) - start);
        if (!open.page || open.place != at) {
            close(open);
            const SharedPage &page = m_pages[at];
            if (in ? page == fullPage() : !page)
                continue;
            if (first == 0 && last == pageIds - 1) {
                m_pages[at] = in ? fullPage() : nullptr;
                continue;
            }
            open.page = page ? std::make_shared<Page>(*page) : std::make_shared<Page>();
            open.place = at;
        }
        open.page->change(first, last, in);
    }
}

IdSet IdSet::combined(const IdSet &other, bool common) const
{
    IdSet result;
    result.m_pages.resize(common ? std::min(m_pages.size(), other.m_pages.size()) : m_pages.size());
    for (qsizetype at = 0; at < result.m_pages.size(); ++at) {
        const SharedPage &mine = m_pages[at];
        const SharedPage theirs = other.m_pages.value(at);
        if (!mine || (common && !theirs))
            continue;
        if (!theirs || (common && theirs == fullPage())) {
            result.m_pages[at] = mine;
            continue;
        }
        auto page = std::make_shared<Page>();
        for (std::size_t word = 0; word < page->bits.size(); ++word) {
            const quint64 there = common ? theirs->bits[word] : ~theirs->bits[word];
            page->bits[word] = mine->bits[word] & there;
            page->members += static_cast<quint32>(std::popcount(page->bits[word]));
        }
        if (page->members == pageIds)
            result.m_pages[at] = fullPage();
        else if (page->members > 0)
            result.m_pages[at] = std::move(page);
    }
    return result;
}

IdSet IdSet::without(const IdSet &other) const
{
    return combined(other, false);
}

IdSet IdSet::common(const IdSet &other) const
{
    return combined(other, true);
}

qint64 IdSet::size() const
{
    qint64 members = 0;
    for (const SharedPage &page : m_pages)
        members += page ? page->members : 0;
    return members;
}

std::vector<IdRange> IdSet::ranges() const
{
    std::vector<IdRange> ranges;
    const auto add = [&ranges](qint64 first, qint64 last) {
        if (!ranges.empty() && ranges.back().last + 1 == first)
            ranges.back().last = last;
        else
            ranges.push_back({ first, last });
    };
    for (qsizetype at = 0; at < m_pages.size(); ++at) {
        const SharedPage &page = m_pages[at];
        const qint64 start = at << pageBits;
        if (page && page == fullPage()) {
            add(start, start + pageIds - 1);
            continue;
        }
        for (std::size_t word = 0; page && word < page->bits.size(); ++word) {
            const qint64 base = start + static_cast<qint64>(word) * 64;
            for (quint64 bits = page->bits[word]; bits != 0;) {
                const int from = std::countr_zero(bits);
                const int length = std::countr_one(bits >> from);
                add(base + from, base + from + length - 1);
                if (from + length >= 64)
                    break;
                bits &= ~quint64 { 0 } << (from + length);
            }
        }
    }
    return ranges;
}

qsizetype IdSet::bytes() const
{
    qsizetype bytes = m_pages.size() * qsizetype(sizeof(SharedPage));
    for (const SharedPage &page : m_pages)
        bytes += page && page != fullPage() ? qsizetype(sizeof(Page)) : 0;
    return bytes;
}

bool IdSet::operator==(const IdSet &other) const
{
    const qsizetype most = std::max(m_pages.size(), other.m_pages.size());
    for (qsizetype at = 0; at < most; ++at) {
        const SharedPage mine = m_pages.value(at);
        const SharedPage theirs = other.m_pages.value(at);
        if (mine == theirs)
            continue;
        if (!mine || !theirs || mine->bits != theirs->bits)
            return false;
    }
    return true;
}

} // namespace models
