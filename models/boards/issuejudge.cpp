// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuejudge.h"

#include "models/boards/issuetests.h"

#include <algorithm>

namespace models {

IssueJudge::IssueJudge(const Filter &filter, const IssueBasis &basis)
    : m_missed(portion), m_passes(portion)
{
    const OtherTests others = issueTests(basis);
    for (const auto &clause : filter.parts())
        m_tests.push_back(makeRowTest(*clause, basis.now, others));
}

void IssueJudge::judge(const IndexSnapshot &rows, std::size_t number, quint32 first, quint32 count)
{
    std::fill_n(m_missed.begin(), count, ClauseSet { 0 });
    for (std::size_t i = 0; i < m_tests.size(); ++i) {
        m_tests[i]->run({ .segment = rows.segments[number],
                          .terms = rows.terms,
                          .first = first,
                          .count = count,
                          .read = &rows.read,
                          .number = number },
                        m_passes.data());
        const auto bit = ClauseSet(1U << std::min(i, std::size_t(clauseSetSize - 1)));
        for (quint32 row = 0; row < count; ++row)
            m_missed[row] = ClauseSet(m_missed[row] | (m_passes[row] != 0 ? 0 : bit));
    }
}

} // namespace models
