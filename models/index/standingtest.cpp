// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/standingtest.h"

#include "models/index/filterwords.h"
#include "models/index/standings.h"

#include <algorithm>

namespace models {

StandingTest::StandingTest(const QStringList &values)
{
    const ValueTest test(Field::Triage, values);
    for (int i = 0; i < standingCount; ++i) {
        const QString key = standingKey(static_cast<Standing>(i));
        m_passes[static_cast<std::size_t>(i)] = test(QStringView(key)) ? 1 : 0;
    }
}

void StandingTest::run(const Stretch &stretch, quint8 *passes)
{
    std::fill_n(passes, stretch.count, m_passes[static_cast<std::size_t>(Standing::New)]);
    if (stretch.standings == nullptr)
        return;
    const Standings::Rows rows = stretch.standings->rowsOf(stretch.number, stretch.segment);
    const auto first =
            std::lower_bound(rows->begin(), rows->end(), stretch.first,
                             [](const StandingRow &one, quint32 row) { return one.row < row; });
    for (auto at = first; at != rows->end() && at->row < stretch.first + stretch.count; ++at)
        passes[at->row - stretch.first] = m_passes[static_cast<std::size_t>(at->standing)];
}

} // namespace models
