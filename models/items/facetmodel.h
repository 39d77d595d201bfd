// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventquery.h"

#include <QAbstractListModel>

namespace models {

/// One facet as a checkable list: label, counts, check state. A check edits the query's filter.
/// Rows keep their order while the pointer may be over them: order changes only on sortRows()
/// and when the filter of another facet changes. GUI thread.
class FacetModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        ValueRole = Qt::UserRole + 1, ///< QString in the filter language
        MatchingRole, ///< qlonglong
        TotalRole, ///< qlonglong
    };

    FacetModel(EventQuery &query, Field field, QObject *parent = nullptr);

    Field field() const { return m_field; }
    QString title() const; ///< "Asset group", …

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the label for people; CheckStateRole; the roles above.
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Selects only this value, or any when it was the only one.
    void selectOnly(int row);
    /// Selects any.
    void clear();
    /// Puts the rows in order, most matching first.
    void sortRows();

private:
    void refresh();

    EventQuery &m_query;
    Field m_field;
    std::vector<FacetValue> m_values;
    QString m_otherClauses; ///< under which the rows were put in order
};

} // namespace models
