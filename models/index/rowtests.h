// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/index/filter.h"
#include "models/index/indexsnapshot.h"
#include "models/index/storeanswers.h"

#include <functional>
#include <memory>

namespace models {

/// A stretch of rows within one segment.
struct Stretch
{
    const SegmentView &segment;
    const DictionaryView &terms;
    quint32 first = 0; ///< row within the segment
    quint32 count = 0;
    /// To clauses that the index cannot answer; null: there is no store, all texts are in memory.
    const StoreAnswers *answers = nullptr;
    /// Whether a row passes a clause while the store has not said so yet. Tests of which some rows
    /// must fail for others to pass (not) turn it round, so that with `false` only rows pass that
    /// do so whatever the store says, and with `true` all that may.
    bool undecidedPass = false;
    const IdSet *read = nullptr; ///< ids of the events that were read
    std::size_t number = 0; ///< of the segment
    const Standings *standings = nullptr; ///< what the team decided; null: nothing
};

/// A test of rows: a clause, or clauses put together. Not for several threads at once.
class RowTest
{
public:
    RowTest() = default;
    virtual ~RowTest() = default;
    RowTest(const RowTest &) = delete;
    RowTest &operator=(const RowTest &) = delete;

    /// Writes 1 for each row of the stretch that passes, 0 for the others.
    virtual void run(const Stretch &stretch, quint8 *passes) = 0;
};

/// Makes the tests that the columns of the index cannot: of a clause on a path of the body
/// (Field::Path; without such a function the answers of the store are looked at), of the
/// clause `is:read`, of Field::Triage, and of what only issues have (isOfIssues()). Nothing where
/// it cannot either: then no row is at that path, none is read, and for Field::Triage the snapshot
/// tells. Called on the thread that makes the test.
using OtherTests = std::function<std::unique_ptr<RowTest>(const FilterNode &clause)>;

/// Makes the test of an expression; ages are counted back from `now`.
std::unique_ptr<RowTest> makeRowTest(const FilterNode &node, Instant now,
                                     const OtherTests &others = {});

/// Tests one or more text columns by their terms; each different term is judged once. Terms that
/// are not in memory read as empty, or are judged by the store where the test is that of `clause`.
class TermTest final : public RowTest
{
public:
    using Judge = std::function<bool(const DictionaryView &, TermId)>;
    TermTest(std::vector<TermColumn> columns, Judge judge, const FilterNode *clause = nullptr);
    /// A search for one of these texts: all that are in memory are judged at once.
    TermTest(std::vector<TermColumn> columns, std::vector<Needle> needles,
             const FilterNode *clause);
    void run(const Stretch &stretch, quint8 *passes) override;

private:
    bool passes(const Stretch &stretch, TermId term);
    void searchAll(const DictionaryView &terms);
    /// What the codes of a column in the segment of the last stretch mean.
    static constexpr std::size_t few = 4;
    struct Table
    {
        std::vector<quint8> passes;
        std::vector<quint16> passing; ///< the codes that pass, no more than `few` + 1 of them
    };
    void prepare(const Stretch &stretch);
    void fill(Table &table, const Stretch &stretch, TermColumn column);
    template<typename Code>
    static void look(const Table &table, const Code *codes, quint32 count, bool add,
                     quint8 *passed);

    std::vector<TermColumn> m_columns;
    Judge m_judge;
    const FilterNode *m_clause;
    const std::vector<Needle> m_needles;
    const bool m_wordsOnly = false; ///< no id in digits passes (DictionaryView::isDigits())
    enum Verdict : quint8 { Unknown, Fails, Passes };
    std::vector<quint8> m_verdicts; ///< by term
    std::vector<Table> m_tables;
    bool m_searched = false;
    std::shared_ptr<const Segment> m_prepared;
    quint32 m_preparedRows = 0;
    const StoreAnswers *m_preparedAnswers = nullptr;
    bool m_preparedUndecided = false;
};

} // namespace models
