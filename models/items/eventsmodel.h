// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace models {

class EventIndex;
class EventQuery;

/// The shown events as a table. Thin: every cell is made from the index when it is painted.
/// Words only; looks are the view's. sort() goes to the query. GUI thread.
class EventsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Received,
        Time,
        Severity,
        Status,
        Product,
        Type,
        Title,
        Asset,
        Group,
        ColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        SeverityRole, ///< int of models::Severity
        StatusRole, ///< int of models::Status
        FamilyRole, ///< int of models::Family
        DeliveriesRole, ///< int, 1 = came once
        UnreadRole, ///< bool
        FilterFieldRole, ///< int of models::Field for the column, -1 where it has none
        FilterValueRole, ///< QString, the cell's value in the filter language
    };

    /// `index` and `query` must outlive the model.
    EventsModel(const EventIndex &index, EventQuery &query, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// The store's id of a row; 0 where there is none.
    qint64 idAt(int row) const;
    /// The row that shows an event; -1 where it is not shown.
    int rowOf(qint64 id) const;

private:
    const EventIndex &m_index;
    EventQuery &m_query;
};

} // namespace models
