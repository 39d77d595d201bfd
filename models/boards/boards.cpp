// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/boards.h"

#include <algorithm>

namespace models {

namespace {

void tidy(std::vector<quint32> &places)
{
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
}

} // namespace

void Boards::add(const EventBatch &batch)
{
    for (const Term &term : batch.terms)
        m_access.learn(term);
    constexpr std::size_t far = 16;
    constexpr std::size_t near = 8;
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        if (i + far < batch.rows.size())
            m_issues.expect(batch.rows[i + far], batch.rows[i + near]);
        const EventRow &row = batch.rows[i];
        const Instant received { std::chrono::milliseconds(row.received) };
        if (!m_seenSince || received < *m_seenSince)
            m_seenSince = received;
        m_issues.add(row);
        m_assets.add(row);
        m_access.add(row);
    }
}

BoardChanges Boards::settle()
{
    BoardChanges changes;
    m_issues.settle([&](const IssueChange &change) {
        changes.issues.push_back(change.place);
        m_assets.apply(change);
    });
    changes.assets = m_assets.takeChanged();
    changes.users = m_access.settle();
    tidy(changes.issues);
    tidy(changes.assets);
    tidy(changes.users);
    return changes;
}

} // namespace models
