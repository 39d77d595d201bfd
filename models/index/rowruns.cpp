// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/rowruns.h"

#include <algorithm>

namespace models {

RowRuns runsInto(const std::vector<quint32> &rows, std::vector<quint32> added,
                 const RowOrder &before)
{
    RowRuns result;
    const auto from = [](const std::vector<quint32> &list, std::size_t at) {
        return list.begin() + static_cast<std::ptrdiff_t>(at);
    };
    std::size_t at = 0;
    for (std::size_t i = 0; i < added.size() && !result.isScattered();) {
        at = static_cast<std::size_t>(std::lower_bound(from(rows, at), rows.end(), added[i], before)
                                      - rows.begin());
        // Everything up to the row that follows goes to the same place.
        std::size_t end = added.size();
        if (at < rows.size()) {
            end = static_cast<std::size_t>(
                    std::lower_bound(from(added, i), added.cend(), rows[at], before)
                    - added.cbegin());
        }
        result.runs.push_back({ at, i, end - i });
        i = end;
    }
    result.added = std::move(added);
    return result;
}

std::optional<RowRuns> runsTowards(const std::vector<quint32> &rows,
                                   const std::vector<quint32> &wanted)
{
    if (wanted.size() < rows.size())
        return {};
    RowRuns result;
    std::size_t at = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (at < rows.size() && rows[at] == wanted[i]) {
            ++at;
            continue;
        }
        const bool goesOn = !result.runs.empty() && result.runs.back().before == at;
        if (goesOn)
            ++result.runs.back().count;
        else if (!result.isScattered())
            result.runs.push_back({ at, result.added.size(), 1 });
        result.added.push_back(wanted[i]);
    }
    if (at != rows.size())
        return {};
    return result;
}

void mergeInto(std::vector<quint32> &rows, const std::vector<quint32> &added,
               const RowOrder &before)
{
    const auto middle = static_cast<std::ptrdiff_t>(rows.size());
    rows.insert(rows.end(), added.begin(), added.end());
    std::inplace_merge(rows.begin(), rows.begin() + middle, rows.end(), before);
}

std::vector<std::pair<int, int>> stretchesOf(std::vector<int> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::vector<std::pair<int, int>> stretches;
    for (const int number : numbers) {
        if (!stretches.empty() && stretches.back().second + 1 == number)
            stretches.back().second = number;
        else
            stretches.emplace_back(number, number);
    }
    return stretches;
}

} // namespace models
