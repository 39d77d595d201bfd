// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/facetvalues.h"
#include "models/index/filter.h"
#include "models/index/order.h"

#include <QObject>

#include <memory>
#include <vector>

namespace models {

class EventIndex;

/// The shown rows: filter and order applied to the index. Scans run on a pool thread over a
/// snapshot; the newest request wins; rows that arrive are tested one by one. GUI thread.
class EventQuery final : public QObject
{
    Q_OBJECT
public:
    /// `index` must outlive the query.
    explicit EventQuery(EventIndex &index, QObject *parent = nullptr);
    ~EventQuery() override;

    const EventIndex &index() const;
    const Filter &filter() const;
    void setFilter(const Filter &filter);
    const Order &order() const;
    void setOrder(Order order);

    /// Positions in the index, in display order.
    const std::vector<quint32> &rows() const;
    /// The display row of a position in the index; -1 where it is not shown.
    int rowOf(quint32 position) const;
    qsizetype total() const; ///< events in the index
    /// Values of a facet as facetValues() gives them, those with no match too. What is selected
    /// and excluded is filled in.
    std::vector<FacetValue> facet(Field field, FacetAsk ask = {}) const;
    /// Counts of all facets under the shown filter.
    const FacetCounts &matching() const;
    /// A scan is under way.
    bool busy() const;

signals:
    void filterChanged();
    void orderChanged();
    void aboutToReplaceRows();
    void rowsReplaced();
    void aboutToInsertRows(int first, int last);
    void rowsInserted();
    /// Values of shown rows changed without moving them (a repeat was counted).
    void rowsTouched(int first, int last);
    void countsChanged();
    void busyChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
