// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/ranks.h"

#include <algorithm>

namespace models {

const std::vector<quint32> *Ranks::known(TermColumn which, const IndexSnapshot &snapshot) const
{
    const auto columnNumber = static_cast<std::size_t>(which);
    const Column &column = m_columns[columnNumber];
    if (column.seen.size() < snapshot.segments.size())
        return nullptr;
    for (std::size_t i = 0; i < snapshot.segments.size(); ++i) {
        if (column.seen[i] < snapshot.segments[i].distinct[columnNumber])
            return nullptr;
    }
    return &column.ranks;
}

const std::vector<quint32> &Ranks::of(TermColumn which, const IndexSnapshot &snapshot)
{
    const auto columnNumber = static_cast<std::size_t>(which);
    Column &column = m_columns[columnNumber];
    const DictionaryView &terms = snapshot.terms;
    struct New
    {
        quint64 prefix;
        TermId term;
    };
    std::vector<New> added;
    column.seen.resize(snapshot.segments.size());
    for (std::size_t i = 0; i < snapshot.segments.size(); ++i) {
        const SegmentView &view = snapshot.segments[i];
        const TermId *const list = view.segment->column(which).terms.get();
        for (quint32 &at = column.seen[i]; at < view.distinct[columnNumber]; ++at) {
            // A number beyond the dictionary reads as the empty text.
            const TermId term = list[at] < terms.end() ? list[at] : 0;
            if (term >= column.known.size())
                column.known.resize(std::max<std::size_t>(terms.end(), 1));
            if (column.known[term] != 0)
                continue;
            column.known[term] = 1;
            added.push_back({ terms.sortPrefix(term), term });
        }
    }
    if (added.empty())
        return column.ranks;

    std::sort(added.begin(), added.end(), [&terms](const New &a, const New &b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix : terms.compare(a.term, b.term) < 0;
    });
    const auto middle = static_cast<std::ptrdiff_t>(column.sorted.size());
    column.sorted.reserve(column.sorted.size() + added.size());
    for (const New &one : added)
        column.sorted.push_back(one.term);
    std::inplace_merge(column.sorted.begin(), column.sorted.begin() + middle, column.sorted.end(),
                       [&terms](TermId a, TermId b) { return terms.compare(a, b) < 0; });
    column.ranks.resize(column.known.size());
    quint32 rank = 0;
    for (std::size_t i = 0; i < column.sorted.size(); ++i) {
        // Terms without a text of their own read as empty and share its rank.
        if (i > 0 && terms.compare(column.sorted[i - 1], column.sorted[i]) != 0)
            ++rank;
        column.ranks[column.sorted[i]] = rank;
    }
    return column.ranks;
}

} // namespace models
