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
class StoreAnswers;
class StoreSearch;

/// The shown rows: filter and order applied to the index. Scans run on a pool thread over a
/// snapshot; the newest request wins; rows that arrive are tested one by one. Clauses that the
/// index cannot answer are answered by the store: rows that pass whatever it says are shown at
/// once, the others follow (and are counted) as it is searched. GUI thread.
class EventQuery final : public QObject
{
    Q_OBJECT
public:
    /// `index` must outlive the query.
    explicit EventQuery(EventIndex &index, QObject *parent = nullptr)
        : EventQuery(index, nullptr, parent)
    {
    }
    /// `search` must outlive the query, too, and serve no other.
    EventQuery(EventIndex &index, StoreSearch &search, QObject *parent = nullptr)
        : EventQuery(index, &search, parent)
    {
    }
    ~EventQuery() override;

    const EventIndex &index() const;
    const Filter &filter() const;
    void setFilter(const Filter &filter);
    /// Applies the same filter again: ages may have changed.
    void rescan();
    /// Asks the same again. What is read is judged as it was when the filter was set or asked
    /// again, so that no row leaves while it is being read; rows that arrive are judged anew.
    void askAgain();
    const Order &order() const;
    void setOrder(Order order);
    /// The order in which rows() are now: that of before until the rows of another have been found.
    const Order &shownOrder() const;

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
    /// The shown rows are not yet those of the filter and the order.
    bool busy() const;

    /// The store is searched for the shown filter; rows may follow.
    bool searching() const;
    /// How much of the search is done, 0 to 1.
    double searchProgress() const;
    /// Ends the search where it is: rows and counts stay as they are, and are not whole.
    void stopSearch();
    /// Goes on with a search that was stopped or failed.
    void resumeSearch();
    /// The search was stopped, or it failed: rows may be missing.
    bool searchStopped() const;
    /// Why the store could not be searched; empty where it could.
    QString searchFailure() const;
    /// What the store has said so far of the clauses of filter(); another object when it has said
    /// more. Null without a store.
    std::shared_ptr<const StoreAnswers> answers() const;

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
    /// searching(), searchProgress(), searchStopped() or searchFailure() have changed.
    void searchChanged();

private:
    EventQuery(EventIndex &index, StoreSearch *search, QObject *parent);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
