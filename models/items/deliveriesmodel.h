// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/deliveryrows.h"
#include "models/items/eventsmodel.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace models {

class DeliveryArchive;
class DeliveryQuery;

/// The requests under a query as a table, newest first; storms of refused requests are one row.
/// Older ones are read when the view asks for more, newer ones when the archive grows: at most
/// four times a second, each answer inserted at once. Of very many only a part is held: the far
/// end is dropped and read again when somebody goes there. Reads only while the query is active.
/// GUI thread.
class DeliveriesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Result, Peer, Path, Size, Took, Events, Status, Cause, ColumnCount };
    enum Role {
        IdRole = EventsModel::IdRole, ///< qint64, of the newest record of the row
        ResultRole = Qt::UserRole + 100, ///< int of models::DeliveryResult
        CauseRole, ///< QString, the cause as it came
        StormRole, ///< QString, "×1,204 since 11:58:10"; empty where it is one request
        StatusRole, ///< int, HTTP status
    };
    enum class State : quint8 { Idle, Loading, Ready, Failed };
    static constexpr int page = 500; ///< records a read
    static constexpr int mostRows = 20000;

    /// `query` must outlive the model.
    explicit DeliveriesModel(DeliveryQuery &query, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    State state() const { return m_state; }
    /// Why reading failed; empty where it did not.
    const QString &problem() const { return m_problem; }
    /// True if newer rows than the first are not held: restart() leads back to them.
    bool isDetached() const { return m_detached; }
    /// Reads anew from the newest; what is shown stays until the answer is there.
    void restart();

    const DeliveryRow &row(int row) const { return m_rows[std::size_t(row)]; }
    /// The row that holds a record; -1 where none does.
    int rowOf(qint64 id) const;

signals:
    /// State or problem.
    void stateChanged();

private:
    void takeOlder(quint64 request, const QList<DeliveryRecord> &records, bool atEnd);
    void takeNewer(quint64 request, const QList<DeliveryRecord> &records);
    void takeTimes(const QList<DeliveryRecord> &records);
    void fail(const QString &reason);
    void noteGrowth();
    void readNews();
    void readTimes();
    void replaceRows(std::vector<DeliveryRow> rows);
    void append(std::vector<DeliveryRow> rows);
    void prepend(std::vector<DeliveryRow> rows);
    void setState(State state, const QString &problem = {});

    DeliveryQuery &m_query;
    DeliveryArchive &m_archive;
    std::vector<DeliveryRow> m_rows;
    State m_state = State::Idle;
    QString m_problem;
    quint64 m_request = 0;
    quint64 m_older = 0; ///< pending; 0: none
    quint64 m_newer = 0;
    quint64 m_times = 0;
    bool m_first = false; ///< the older ones asked for are the newest of all
    bool m_atEnd = false;
    bool m_detached = false;
    bool m_due = false; ///< the archive has grown since newer ones were asked for
    int m_behind = 0; ///< full answers one after the other
    qint64 m_newest = 0;
    QTimer m_tick;
};

} // namespace models
