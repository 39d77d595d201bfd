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

    auto triage = issues->m_store->triage(reader);
    if (!triage)
        return Failure { triage.error() };
    issues->m_triage = std::move(triage.value());
    return issues;
}

} // namespace app
