// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/wholefacet.h"

#include "models/index/textfold.h"

#include <algorithm>

namespace models {

namespace {

FacetEntry withNone(FacetEntry entry)
{
    entry.matching = 0;
    entry.selected = false;
    entry.excluded = false;
    return entry;
}

} // namespace

std::vector<FacetEntry> WholeFacet::pick(int count, const QString &search) const
{
    const Needle needle(foldText(search));
    std::vector<FacetEntry> best;
    for (FacetEntry &value : values()) {
        const bool found = search.isEmpty() || needle.inFolded(foldText(value.label));
        if (value.marked() || (found && count-- > 0))
            best.push_back(std::move(value));
    }
    return best;
}

std::vector<std::optional<FacetEntry>> WholeFacet::recount(
        const std::vector<FacetEntry> &entries) const
{
    const std::vector<FacetEntry> all = values();
    std::vector<std::optional<FacetEntry>> fresh;
    for (const FacetEntry &known : entries) {
        const bool isNamed = known.key < 0; // by its value, not by a number
        const auto now = std::find_if(all.begin(), all.end(), [&](const FacetEntry &value) {
            return value.key == known.key && (!isNamed || value.value == known.value);
        });
        fresh.push_back(now != all.end()       ? std::optional(*now)
                                : keepsEmpty() ? std::optional(withNone(known))
                                               : std::nullopt);
    }
    return fresh;
}

void WholeFacet::sortByCount(std::vector<FacetEntry> &entries)
{
    std::sort(entries.begin(), entries.end(), [](const FacetEntry &a, const FacetEntry &b) {
        return a.matching != b.matching ? a.matching > b.matching : a.label < b.label;
    });
}

} // namespace models
