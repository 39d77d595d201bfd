// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventquery.h"
#include "models/items/facetlist.h"

namespace models {

/// One facet of the events: its gestures edit the query's filter, of which it is a view. Rows are
/// also put in order when the filter of another facet changes, but stay as many then. ValueRole
/// is in the filter language. GUI thread.
class FacetModel final : public FacetList
{
    Q_OBJECT
public:
    /// `query` must outlive the facet.
    FacetModel(EventQuery &query, Field field, QObject *parent = nullptr);

    Field field() const { return m_field; }
    QString title() const override; ///< "Asset group", …
    QString name() const override;
    Shapes shapes() const override;
    bool foldedAtFirst() const override;
    bool excludes() const override { return true; }
    qsizetype size() const override;
    int marks() const override;
    void clear() override;

protected:
    std::vector<FacetEntry> pick(int count, const QString &search) const override;
    std::vector<std::optional<FacetEntry>> recount(
            const std::vector<FacetEntry> &entries) const override;
    void apply(const FacetEntry &entry, Gesture gesture) override;
    QString plainText(const FacetEntry &entry) const override;
    QString countWords(const FacetEntry &entry) const override;

private:
    Filter without() const;
    FacetEntry entryOf(const FacetValue &value) const;

    EventQuery &m_query;
    const Field m_field;
    QString m_otherClauses; ///< under which the rows were put in order
};

} // namespace models
