// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/segment.h"
#include "models/ports/storesearch.h"
#include "tests/index/sampleevents.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace tests {

/// A store to be searched that answers when it is told to, as much as it is told to.
class FakeStoreSearch final : public models::StoreSearch
{
    Q_OBJECT
public:
    QHash<models::TermId, QByteArray> texts;
    QHash<qint64, QByteArray> bodies;
    int asked = 0; ///< texts and bodies that were asked for
    int answered = 0;

    /// What a batch carries of the texts of its rows: not those for search, unless they were met
    /// before (or `all`), nor subjects. Each once.
    std::vector<models::Term> resident(const std::vector<models::EventRow> &rows, bool all)
    {
        std::vector<models::Term> terms;
        const auto ship = [&](models::TermId id) {
            if (id == 0 || m_shipped.contains(id))
                return;
            m_shipped.insert(id);
            terms.push_back({ id, texts[id] });
        };
        for (const models::EventRow &row : rows) {
            for (std::size_t i = 0; i < models::termColumnCount; ++i) {
                const auto column = static_cast<models::TermColumn>(i);
                const models::TermId id = row.*models::termMember(column);
                if (column == models::TermColumn::Subject)
                    continue;
                if (column != models::TermColumn::Text || (all && m_met.contains(id)))
                    ship(id);
                m_met.insert(id);
            }
        }
        return terms;
    }

    void ask(const models::StoreQuestion &question) override
    {
        m_open.push_back(question);
        asked += static_cast<int>(question.terms.size() + question.events.size());
    }
    void cancel() override
    {
        if (!m_open.empty())
            m_dropped = m_open.back();
        m_open.clear();
    }
    bool isAsked() const { return !m_open.empty(); }

    /// Answers some of one of the questions.
    void step(SampleEvents &random)
    {
        if (m_open.empty())
            return;
        const std::size_t which = random.below(static_cast<quint32>(m_open.size()));
        models::StoreQuestion &question = m_open[which];
        models::StoreVerdicts verdicts;
        verdicts.question = question.number;
        judge(question.terms, texts, *question.textTests, 1 + random.below(200), verdicts.terms);
        judge(question.events, bodies, *question.bodyTests, 1 + random.below(200), verdicts.events);
        verdicts.last = question.isEmpty();
        if (verdicts.last)
            m_open.erase(m_open.begin() + static_cast<std::ptrdiff_t>(which));
        ++answered;
        emit judged(verdicts);
    }
    /// An answer to a question that was dropped, saying that all of it passes.
    void answerLate()
    {
        models::StoreVerdicts verdicts;
        verdicts.question = m_dropped.number;
        verdicts.terms.ids = m_dropped.terms;
        verdicts.terms.passing = { m_dropped.terms };
        verdicts.last = true;
        emit judged(verdicts);
    }
    void fail(const QString &reason)
    {
        m_open.clear();
        emit failed(reason);
    }

private:
    template<typename Id>
    void judge(std::vector<Id> &ids, const QHash<Id, QByteArray> &values,
               const models::StoreQuestion::Tests &tests, std::size_t most,
               models::StoreVerdicts::Judged<Id> &judged)
    {
        const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(most, ids.size()));
        judged.ids.assign(ids.begin(), end);
        judged.passing.resize(tests.size());
        for (const Id id : judged.ids) {
            for (std::size_t test = 0; test < tests.size(); ++test) {
                if (values.contains(id) && tests[test](values[id]))
                    judged.passing[test].push_back(id);
            }
        }
        ids.erase(ids.begin(), end);
    }

    std::vector<models::StoreQuestion> m_open;
    models::StoreQuestion m_dropped;
    QSet<models::TermId> m_shipped;
    QSet<models::TermId> m_met;
};

} // namespace tests
