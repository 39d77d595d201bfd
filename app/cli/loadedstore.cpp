// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/loadedstore.h"

#include "app/cli/pathanswers.h"
#include "models/boards/issuesubject.h"
#include "models/boards/standingsfold.h"
#include "models/index/filterwords.h"
#include "models/index/rowmatcher.h"

#include <algorithm>

namespace app {

using models::Failure;
using models::Result;

Result<std::unique_ptr<LoadedStore>> LoadedStore::load(EventReader &reader, const Also &also)
{
    constexpr int page = 4096;
    std::unique_ptr<LoadedStore> store(new LoadedStore);
    const Result<models::IdSet> read = reader.readMarks();
    if (!read)
        return Failure { read.error() };
    store->m_index.setRead(read.value());
    qint64 event = 0;
    qint64 repeat = 0;
    for (;;) {
        const Result<models::EventBatch> batch = reader.newer(event, repeat, page);
        if (!batch)
            return Failure { batch.error() };
        store->m_index.append(batch.value());
        if (also)
            also(batch.value());
        const auto &rows = batch.value().rows;
        const auto &repeats = batch.value().repeats;
        if (!rows.empty())
            event = rows.back().id;
        if (!repeats.empty())
            repeat = repeats.back().id;
        if (batch.value().complete || (rows.empty() && repeats.empty()))
            return store;
    }
}

Result<models::TriageBoard> LoadedStore::triage(EventReader &reader) const
{
    models::TriageBoard triage;
    const auto subjectOf = [this](qint64 event) { return models::issueSubject(m_index, event); };
    const auto read =
            reader.forEachAct([&](const models::Act &act) { triage.add(act, subjectOf); });
    if (!read)
        return Failure { read.error() };
    return triage;
}

Result<std::shared_ptr<const models::Standings>> LoadedStore::standings(EventReader &reader,
                                                                        models::Instant now) const
{
    const Result<models::TriageBoard> acts = triage(reader);
    if (!acts)
        return Failure { acts.error() };
    models::Decisions decisions;
    for (const models::TermId subject : acts.value().subjects()) {
        const models::Decision decision = models::Decision::of(acts.value().state(subject));
        if (!decision.isEmpty())
            decisions.insert(subject, decision);
    }
    static const std::atomic_bool never { false };
    return std::make_shared<const models::Standings>(
            models::foldStandings(decisions, m_index.snapshot(), now, never).subjects);
}

Result<std::vector<quint32>> LoadedStore::matching(const models::Filter &filter,
                                                   EventReader &reader) const
{
    const models::Instant now = models::now();
    const Result<PathAnswers> answers = PathAnswers::read(reader, filter, now);
    if (!answers)
        return Failure { answers.error() };
    // Rows were appended oldest first, so positions are in order of arrival.
    models::IndexSnapshot snapshot = m_index.snapshot();
    if (models::asksAbout(filter.root(), models::Field::Triage)) {
        const auto decided = standings(reader, now);
        if (!decided)
            return Failure { decided.error() };
        snapshot.standings = decided.value();
    }
    models::RowMatcher matcher(filter, now, answers.value().tests());
    std::vector<quint8> masks(4096);
    std::vector<quint32> rows;
    for (quint32 first = 0; first < snapshot.rows; first += quint32(masks.size())) {
        const quint32 count = std::min(quint32(masks.size()), snapshot.rows - first);
        matcher.judge(snapshot, first, count, masks.data());
        for (quint32 i = 0; i < count; ++i) {
            if (masks[i] == 0)
                rows.push_back(first + i);
        }
    }
    return rows;
}

} // namespace app
