// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventcolumn.h"
#include "models/items/visitline.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>

namespace models {

class EventIndex;
class EventQuery;
class PayloadCells;
class PayloadValues;

/// The shown events as a table: the columns of the index, then one for each path of the payload
/// that was asked for. Thin: every cell is made from the index when it is painted; what is in the
/// payload alone reads “…” until it has been fetched. Words only; looks are the view's. sort()
/// goes to the query. GUI thread.
class EventsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// As EventColumn; payload columns follow from ColumnCount on.
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
        Policy,
        Family,
        AssetType,
        HostedOn,
        DiscoveredVia,
        Actor,
        Subject,
        Deliveries,
        Age,
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
        PathRole, ///< QString, the payload path of the column; empty where it is one of the index
    };

    /// `index` and `query` must outlive the model.
    EventsModel(const EventIndex &index, EventQuery &query, QObject *parent = nullptr);

    /// Where payload columns get their texts; `values` must outlive the model. Without it they
    /// stay empty.
    void setPayloadValues(PayloadValues &values);
    /// The payload columns, by their paths: those that are there keep their place among each
    /// other, new ones follow.
    void setPaths(const QStringList &paths);
    const QStringList &paths() const { return m_paths; }

    /// The stable name of a column, for TableLayout: of a payload column its path after a dot.
    QString columnName(int column) const;
    /// The column of a name; -1 where there is none.
    int columnOf(const QString &name) const;
    /// By what a column orders; nothing where it orders by nothing.
    std::optional<Order::Key> orderKey(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// When the person was here the last time; nothing: never. The rows at the line say so to a
    /// screen reader.
    void setLastVisit(const std::optional<Instant> &visit) { m_visitLine.setVisit(visit); }
    const VisitLine &visitLine() const { return m_visitLine; }

    /// The store's id of a row; 0 where there is none.
    qint64 idAt(int row) const;
    /// The row that shows an event; -1 where it is not shown.
    int rowOf(qint64 id) const;

private:
    QVariant cell(quint32 position, EventColumn column, int role) const;
    QVariant pathCell(qint64 id, int path, int role) const;
    void showArrived(const QList<qint64> &ids);
    void growOlder();

    const EventIndex &m_index;
    EventQuery &m_query;
    VisitLine m_visitLine;
    PayloadCells *m_payload = nullptr; ///< a child
    QStringList m_paths;
    QTimer m_minute; ///< lets ages grow
};

} // namespace models
