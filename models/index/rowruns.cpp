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
    // Comparing rows costs far more than moving them: each place is searched for, and what lies
    // between two of them is moved at once.
    std::vector<std::size_t> places;
    places.reserve(added.size());
    std::size_t at = 0;
    // Half of what lies between two on average, so that mostly two or three steps are enough.
    const std::size_t firstStep = 1 + rows.size() / (2 * (added.size() + 1));
    std::optional<qint64> last;
    for (const quint32 row : added) {
        const RowOrder::Numbered wanted = before.numbered(row);
        const auto isBefore = [&](quint32 other, const RowOrder::Numbered &one) {
            return before(before.numbered(other), one);
        };
        // Rows that came together and are alike in the key mostly belong to one place.
        std::size_t step = wanted.number && wanted.number == last ? 1 : firstStep;
        last = wanted.number;
        for (; at + step <= rows.size() && isBefore(rows[at + step - 1], wanted); step *= 2)
            at += step;
        const auto from = rows.begin() + static_cast<std::ptrdiff_t>(at);
        const auto until = from + static_cast<std::ptrdiff_t>(std::min(step, rows.size() - at));
        at = static_cast<std::size_t>(std::lower_bound(from, until, wanted, isBefore)
                                      - rows.begin());
        places.push_back(at);
    }
    std::size_t end = rows.size();
    rows.resize(rows.size() + added.size());
    for (std::size_t i = added.size(); i-- > 0;) {
        const auto from = rows.begin() + static_cast<std::ptrdiff_t>(places[i]);
        const auto until = rows.begin() + static_cast<std::ptrdiff_t>(end);
        std::move_backward(from, until, until + static_cast<std::ptrdiff_t>(i) + 1);
        end = places[i];
        rows[end + i] = added[i];
    }
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
