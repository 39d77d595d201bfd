// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/rowtests.h"

#include <algorithm>
#include <utility>

namespace models {

TermTest::TermTest(std::vector<TermColumn> columns, Judge judge, const FilterNode *clause)
    : m_columns(std::move(columns)), m_judge(std::move(judge)), m_clause(clause),
      m_tables(m_columns.size())
{
}

TermTest::TermTest(std::vector<TermColumn> columns, std::vector<Needle> needles,
                   const FilterNode *clause)
    : m_columns(std::move(columns)), m_judge([this](const DictionaryView &terms, TermId term) {
          return std::any_of(m_needles.begin(), m_needles.end(),
                             [&](const Needle &needle) { return terms.holds(term, needle); });
      }),
      m_clause(clause), m_needles(std::move(needles)),
      m_wordsOnly(std::none_of(m_needles.begin(), m_needles.end(),
                               [](const Needle &needle) { return needle.mayBeInDigits(); })),
      m_tables(m_columns.size())
{
}

bool TermTest::passes(const Stretch &stretch, TermId term)
{
    if (term < m_verdicts.size() && m_verdicts[term] != Unknown)
        return m_verdicts[term] == Passes;
    if (!stretch.terms.has(term)) {
        if (m_clause != nullptr && stretch.answers != nullptr) {
            // Not kept: the text may come into memory yet, and the store's word is at hand.
            const auto verdict = stretch.answers->ofTerm(*m_clause, term);
            return verdict == StoreAnswers::Verdict::Unknown
                    ? stretch.undecidedPass
                    : verdict == StoreAnswers::Verdict::Passes;
        }
        term = 0;
    }
    if (term >= m_verdicts.size())
        m_verdicts.resize(std::max<std::size_t>(stretch.terms.end(), term + std::size_t { 1 }));
    quint8 &verdict = m_verdicts[term];
    if (verdict == Unknown)
        verdict = m_judge(stretch.terms, term) ? Passes : Fails;
    return verdict == Passes;
}

void TermTest::searchAll(const DictionaryView &terms)
{
    if (m_needles.empty() || std::exchange(m_searched, true))
        return;
    m_verdicts.resize(std::max<std::size_t>(m_verdicts.size(), terms.end()));
    terms.search(m_needles,
                 [this](TermId term, bool found) { m_verdicts[term] = found ? Passes : Fails; });
}

void TermTest::prepare(const Stretch &stretch)
{
    if (m_prepared == stretch.segment.segment && m_preparedRows == stretch.segment.rows
        && m_preparedAnswers == stretch.answers && m_preparedUndecided == stretch.undecidedPass) {
        return;
    }
    searchAll(stretch.terms);
    m_prepared = stretch.segment.segment;
    m_preparedRows = stretch.segment.rows;
    m_preparedAnswers = stretch.answers;
    m_preparedUndecided = stretch.undecidedPass;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        fill(m_tables[i], stretch, m_columns[i]);
}

void TermTest::fill(Table &table, const Stretch &stretch, TermColumn column)
{
    const Segment::Codes &codes = m_prepared->column(column);
    const quint32 distinct = stretch.segment.distinct[static_cast<std::size_t>(column)];
    table.passing.clear();
    const auto judge = [&](quint32 code) {
        const bool pass = passes(stretch, codes.terms[code]);
        table.passes[code] = pass ? 1 : 0;
        if (pass && table.passing.size() <= few)
            table.passing.push_back(static_cast<quint16>(code));
    };
    if (m_wordsOnly && codes.words) {
        table.passes.assign(distinct, 0);
        std::for_each(codes.words->begin(), codes.words->end(), judge);
        return;
    }
    table.passes.resize(distinct);
    for (quint32 code = 0; code < distinct; ++code)
        judge(code);
}

/// Writes (or adds) which codes pass. A few are compared, which compilers vectorise; many are
/// looked up.
template<typename Code>
void TermTest::look(const Table &table, const Code *codes, quint32 count, bool add, quint8 *passed)
{
    if (!add)
        std::fill_n(passed, count, quint8 { 0 });
    if (table.passing.size() <= few) {
        for (const quint16 passing : table.passing) {
            const auto code = static_cast<Code>(passing); // narrow ones are all below 256
            for (quint32 row = 0; row < count; ++row)
                passed[row] = static_cast<quint8>(passed[row] | (codes[row] == code ? 1 : 0));
        }
        return;
    }
    const quint8 *const passes = table.passes.data();
    for (quint32 row = 0; row < count; ++row)
        passed[row] = static_cast<quint8>(passed[row] | passes[codes[row]]);
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
                                          return passes(stretch, segment.term(column, at));
                                      })
                    ? 1
                    : 0;
        }
        return;
    }
    prepare(stretch);
    bool written = false;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_tables[i].passing.empty())
            continue;
        segment.column(m_columns[i]).codes.visit([&](const auto *codes) {
            look(m_tables[i], codes + stretch.first, stretch.count, written, passed);
        });
        written = true;
    }
    if (!written)
        std::fill_n(passed, stretch.count, quint8 { 0 });
}

} // namespace models
