// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/loadedissues.h"

namespace app {

using models::Failure;
using models::Result;

Result<std::unique_ptr<LoadedIssues>> LoadedIssues::load(EventReader &reader)
{
    std::unique_ptr<LoadedIssues> issues(new LoadedIssues);
    auto store = LoadedStore::load(reader, [&issues](const models::EventBatch &batch) {
        for (const models::EventRow &row : batch.rows)
            issues->m_board.add(row);
    });
    if (!store)
        return Failure { store.error() };
    issues->m_store = std::move(store.value());
    issues->m_board.settle();

    const models::EventIndex &index = issues->index();
    const auto subjectOf = [&index](qint64 event) -> models::TermId {
        const std::optional<quint32> position = index.positionOf(event);
        return position ? index.term(models::TermColumn::Subject, *position) : 0;
    };
    const auto read = reader.forEachAct(
            [&](const models::Act &act) { issues->m_triage.add(act, subjectOf); });
    if (!read)
        return Failure { read.error() };
    return issues;
}

} // namespace app
