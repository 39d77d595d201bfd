// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventindex.h"
#include "tests/index/fakestoresearch.h"
#include "tests/index/sampleevents.h"

namespace tests {

/// The same rows twice: with all texts in memory, and with those that only the store has.
struct TwoIndexes
{
    models::EventIndex whole;
    models::EventIndex index;
    FakeStoreSearch store;
    SampleEvents events;
    qint64 next = 1;

    explicit TwoIndexes(quint32 seed) : events(seed) { }

    void arrive(int count)
    {
        models::EventBatch batch;
        for (int i = 0; i < count; ++i) {
            models::EventRow row = events.any(next++);
            if (events.below(2) == 0)
                row.text = events.term(QStringLiteral("Größe %1 of a new certificate, shop%2")
                                               .arg(events.below(500))
                                               .arg(events.below(9)));
            row.subject = events.term(QStringLiteral("subject-%1").arg(events.below(200), 0, 16));
            batch.rows.push_back(row);
            store.bodies[row.id] = QStringLiteral(R"({"data":{"n":%1,"word":"%2"}})")
                                           .arg(events.below(4))
                                           .arg(events.pick({ "odd", "even", "" }))
                                           .toUtf8();
        }
        batch.terms = events.takeTerms();
        whole.append(batch);
        for (const models::Term &term : batch.terms)
            store.texts[term.id] = term.text;
        batch.terms = store.resident(batch.rows, events.below(3) == 0);
        index.append(batch);
    }
};

/// Another search of the same store, which answers whole questions by the event loop.
class PromptSearch final : public models::StoreSearch
{
    Q_OBJECT
public:
    explicit PromptSearch(const FakeStoreSearch &store) : m_store(store) { }

    bool broken = false;
    int asked = 0;

    void ask(const models::StoreQuestion &question) override
    {
        ++asked;
        QMetaObject::invokeMethod(
                this,
                [this, question, at = m_dropped] {
                    if (at != m_dropped)
                        return;
                    if (broken)
                        emit failed(QStringLiteral("The disk is gone."));
                    else
                        answer(question);
                },
                Qt::QueuedConnection);
    }
    void cancel() override { ++m_dropped; }

private:
    void answer(const models::StoreQuestion &question)
    {
        models::StoreVerdicts verdicts;
        verdicts.question = question.number;
        verdicts.last = true;
        judge(question.terms, m_store.texts, *question.textTests, verdicts.terms);
        judge(question.events, m_store.bodies, *question.bodyTests, verdicts.events);
        emit judged(verdicts);
    }
    template<typename Id>
    static void judge(const std::vector<Id> &ids, const QHash<Id, QByteArray> &values,
                      const models::StoreQuestion::Tests &tests,
                      models::StoreVerdicts::Judged<Id> &judged)
    {
        judged.ids = ids;
        judged.passing.resize(tests.size());
        for (const Id id : ids) {
            for (std::size_t test = 0; test < tests.size(); ++test) {
                if (values.contains(id) && tests[test](values[id]))
                    judged.passing[test].push_back(id);
            }
        }
    }

    const FakeStoreSearch &m_store;
    int m_dropped = 0;
};

} // namespace tests
