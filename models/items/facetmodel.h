// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventquery.h"
#include "models/items/facetlist.h"

namespace models {

/// One facet of the events. A check edits the query's filter; the order also changes when the
/// filter of another facet does. ValueRole is in the filter language. GUI thread.
class FacetModel final : public FacetList
{
    Q_OBJECT
public:
    FacetModel(EventQuery &query, Field field, QObject *parent = nullptr);

    Field field() const { return m_field; }
    QString title() const override; ///< "Asset group", …
    Shapes shapes() const override;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the label for people; CheckStateRole; the roles above.
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void selectOnly(int row) override;
    void clear() override;
    void sortRows() override;

private:
    void refresh();

    EventQuery &m_query;
    Field m_field;
    std::vector<FacetValue> m_values;
    QString m_otherClauses; ///< under which the rows were put in order
};

} // namespace models
