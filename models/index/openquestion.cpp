// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/openquestion.h"

#include <algorithm>
#include <functional>

namespace models {

namespace {

/// Gathers what is open, each thing once.
class Gatherer final
{
public:
    Gatherer(const IndexSnapshot &snapshot, const StoreAnswers &answers)
        : m_snapshot(snapshot), m_answers(answers)
    {
    }

    void add(const Segment &segment, quint32 row, bool shown)
    {
        for (const TermColumn column : m_answers.columns()) {
            const TermId term = segment.term(column, row);
            if (term > Dictionary::maximum || m_snapshot.terms.has(term)
                || m_answers.knowsTerm(term) || !isNew(term, shown))
                continue;
            m_terms[shown ? 0 : 1].push_back(term);
        }
        if (!m_answers.needsBodies())
            return;
        const auto id = static_cast<qint64>(segment.ids[row]);
        if (!m_answers.knowsEvent(id))
            m_events[shown ? 0 : 1].push_back(id);
    }

    StoreQuestion take()
    {
        StoreQuestion question = m_answers.question();
        for (std::vector<TermId> &terms : m_terms) {
            std::sort(terms.begin(), terms.end(), std::greater<>());
            question.terms.insert(question.terms.end(), terms.begin(), terms.end());
        }
        if (!question.terms.empty())
            return question;
        for (std::vector<qint64> &events : m_events) {
            std::sort(events.begin(), events.end(), std::greater<>());
            question.events.insert(question.events.end(), events.begin(), events.end());
        }
        return question;
    }

private:
    /// Whether a text is gathered for the first time, or for the first time to be shown (then it
    /// is asked for twice, which costs less than looking for it).
    bool isNew(TermId term, bool shown)
    {
        if (term >= m_seen.size())
            m_seen.resize(std::max<std::size_t>(term + std::size_t { 1 }, m_seen.size() * 2));
        const quint8 mark = shown ? 2 : 1;
        if (m_seen[term] >= mark)
            return false;
        m_seen[term] = mark;
        return true;
    }

    const IndexSnapshot &m_snapshot;
    const StoreAnswers &m_answers;
    std::vector<quint8> m_seen; ///< by term
    std::vector<TermId> m_terms[2]; ///< of rows that may be shown, and that may be counted
    std::vector<qint64> m_events[2];
};

} // namespace

StoreQuestion openQuestion(const IndexSnapshot &snapshot, quint32 first, RowMatcher &matcher,
                           const StoreAnswers &answers, const std::atomic_bool &cancelled)
{
    constexpr quint32 portion = Segment::capacity; // tests prepare anew for each of both
    std::vector<quint8> sure(portion);
    std::vector<quint8> possible(portion);
    Gatherer gatherer(snapshot, answers);
    while (first < snapshot.rows) {
        if (cancelled)
            return {};
        const quint32 row = first % Segment::capacity;
        const quint32 count = std::min({ portion, snapshot.rows - first, Segment::capacity - row });
        matcher.judge(snapshot, first, count, sure.data());
        matcher.judge(snapshot, first, count, possible.data(), RowMatcher::Undecided::Show);
        const Segment &segment = snapshot.segmentOf(first);
        for (quint32 i = 0; i < count; ++i) {
            // Rows that nothing can bring back are of no interest.
            if (possible[i] != sure[i] && possible[i] != RowMatcher::otherMask)
                gatherer.add(segment, row + i, possible[i] == 0);
        }
        first += count;
    }
    return gatherer.take();
}

} // namespace models
