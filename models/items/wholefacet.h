// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/facetlist.h"

namespace models {

/// A facet that always knows all its values: rows are picked and counted anew from these. GUI
/// thread.
class WholeFacet : public FacetList
{
    Q_OBJECT
public:
    using FacetList::FacetList;

    qsizetype size() const final { return qsizetype(values().size()); }

protected:
    /// All values in their best order, marked ones among them whatever their count.
    virtual std::vector<FacetEntry> values() const = 0;
    /// Whether a row stays where it is, with a count of none, when nothing is left of its value.
    virtual bool keepsEmpty() const { return true; }

    std::vector<FacetEntry> pick(int count, const QString &search) const final;
    std::vector<std::optional<FacetEntry>> recount(
            const std::vector<FacetEntry> &entries) const final;

    /// The most frequent first, those as frequent by their labels.
    static void sortByCount(std::vector<FacetEntry> &entries);
};

} // namespace models
