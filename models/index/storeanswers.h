// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"
#include "models/index/segment.h"
#include "models/ports/storesearch.h"

namespace models {

/// What the store has said so far about the clauses of one filter that the index cannot answer
/// by itself: words (texts that hardly repeat are not in memory), subjects, and paths of the
/// body. Clauses are known by their place in the filter's expression. A value; one thread each.
class StoreAnswers final
{
public:
    enum class Verdict : quint8 { Unknown, Fails, Passes };

    /// No clause, so no question.
    StoreAnswers() = default;
    explicit StoreAnswers(const Filter &filter);

    /// Whether the filter has a clause that may need the store.
    bool isNeeded() const { return !m_texts.clauses.empty() || !m_bodies.clauses.empty(); }
    bool needsBodies() const { return !m_bodies.clauses.empty(); }
    /// The columns whose texts may have to be asked for.
    const std::vector<TermColumn> &columns() const { return m_columns; }
    /// A question with the tests of the clauses and nothing to be judged yet.
    StoreQuestion question() const;

    void add(const StoreVerdicts &verdicts);

    /// Whether a text or the body of an event has been judged.
    bool knowsTerm(TermId term) const { return m_texts.known.has(term); }
    bool knowsEvent(qint64 event) const { return m_bodies.known.has(static_cast<quint64>(event)); }
    /// Of a clause of the filter itself (not of an equal one).
    Verdict ofTerm(const FilterNode &clause, TermId term) const;
    Verdict ofEvent(const FilterNode &clause, qint64 event) const;

private:
    /// A set of numbers that are dense from 1.
    class Bits final
    {
    public:
        bool has(quint64 number) const
        {
            const std::size_t word = number / 64;
            return word < m_words.size() && (m_words[word] >> number % 64 & 1) != 0;
        }
        void add(quint64 number)
        {
            const std::size_t word = number / 64;
            if (word >= m_words.size())
                m_words.resize(word + word / 8 + 1);
            m_words[word] |= quint64 { 1 } << number % 64;
        }

    private:
        std::vector<quint64> m_words;
    };
    struct Answered
    {
        std::vector<const FilterNode *> clauses; ///< by test
        std::shared_ptr<const StoreQuestion::Tests> tests;
        std::vector<Bits> passes; ///< by test
        Bits known;
    };
    void collect(const FilterNode &node, StoreQuestion::Tests &texts, StoreQuestion::Tests &bodies);
    static Verdict verdict(const Answered &answered, const FilterNode &clause, quint64 number);
    template<typename Id>
    static void add(const StoreVerdicts::Judged<Id> &judged, Answered &answered);

    Filter m_filter; ///< keeps the clauses alive
    std::vector<TermColumn> m_columns;
    Answered m_texts;
    Answered m_bodies;
};

} // namespace models
