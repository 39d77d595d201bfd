// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/rowtests.h"

#include <algorithm>

namespace models {

TermTest::TermTest(std::vector<TermColumn> columns, Judge judge)
    : m_columns(std::move(columns)), m_judge(std::move(judge)), m_tables(m_columns.size())
{
}

bool TermTest::passes(const DictionaryView &terms, TermId term)
{
    if (term >= m_verdicts.size()) {
        if (term >= terms.end())
            term = 0; // not in the dictionary: reads as empty
        m_verdicts.resize(std::max<std::size_t>(terms.end(), term + std::size_t { 1 }), Unknown);
    }
    quint8 &verdict = m_verdicts[term];
    if (verdict == Unknown)
        verdict = m_judge(terms, term) ? Passes : Fails;
    return verdict == Passes;
}

void TermTest::prepare(const Stretch &stretch)
{
    if (m_prepared == stretch.segment.segment && m_preparedRows == stretch.segment.rows)
        return;
    m_prepared = stretch.segment.segment;
    m_preparedRows = stretch.segment.rows;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Segment::Codes &codes = m_prepared->column(m_columns[i]);
        const quint32 distinct = stretch.segment.distinct[static_cast<std::size_t>(m_columns[i])];
        Table &table = m_tables[i];
        table.passes.resize(distinct);
        table.any = false;
        for (quint32 code = 0; code < distinct; ++code) {
            const bool pass = passes(stretch.terms, codes.terms[code]);
            table.passes[code] = pass ? 1 : 0;
            table.any = table.any || pass;
        }
    }
}

void TermTest::run(const Stretch &stretch, quint8 *passed)
{
    const Segment &segment = *stretch.segment.segment;
    // Making tables costs as much as some thousand rows: not for a handful of new ones.
    if (stretch.count < 4096) {
        for (quint32 row = 0; row < stretch.count; ++row) {
            const quint32 at = stretch.first + row;
            passed[row] = std::any_of(m_columns.begin(), m_columns.end(),
                                      [&](TermColumn column) {
                                          return passes(stretch.terms, segment.term(column, at));
                                      })
                    ? 1
                    : 0;
        }
        return;
    }
    prepare(stretch);
    bool written = false;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (!m_tables[i].any)
            continue;
        const quint16 *const codes = segment.column(m_columns[i]).codes.get() + stretch.first;
        const quint8 *const passes = m_tables[i].passes.data();
        if (written) {
            for (quint32 row = 0; row < stretch.count; ++row)
                passed[row] = static_cast<quint8>(passed[row] | passes[codes[row]]);
        } else {
            for (quint32 row = 0; row < stretch.count; ++row)
                passed[row] = passes[codes[row]];
            written = true;
        }
    }
    if (!written)
        std::fill_n(passed, stretch.count, quint8 { 0 });
}

} // namespace models
