// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deliveriesmodel.h"

#include "models/items/deliverycells.h"
#include "models/items/deliveryquery.h"

#include <algorithm>
#include <iterator>

namespace models {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds betweenReads = 250ms;
constexpr std::chrono::milliseconds whileBehind = 50ms;
constexpr int mostBehind = 10; ///< full answers, then it begins anew with the newest
constexpr int fewRows = 100; ///< fewer do not fill a screen: read on unasked
constexpr int newestRows = 200; ///< among which times that were not known yet are looked for
constexpr std::chrono::minutes timesComeWithin { 1 };

} // namespace

DeliveriesModel::DeliveriesModel(DeliveryQuery &query, QObject *parent)
    : QAbstractTableModel(parent), m_query(query), m_archive(query.archive())
{
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &DeliveriesModel::readNews);
    connect(&m_archive, &DeliveryArchive::grew, this, &DeliveriesModel::noteGrowth);
    connect(&m_archive, &DeliveryArchive::older, this, &DeliveriesModel::takeOlder);
    connect(&m_archive, &DeliveryArchive::newer, this, &DeliveriesModel::takeNewer);
    connect(&m_archive, &DeliveryArchive::failed, this, &DeliveriesModel::fail);
    connect(&query, &DeliveryQuery::filterChanged, this, [this] {
        m_state = State::Idle;
        if (m_query.active())
            restart();
    });
    connect(&query, &DeliveryQuery::activeChanged, this, [this] {
        if (!m_query.active())
            return;
        if (m_state == State::Idle || m_state == State::Failed)
            restart();
        else
            readNews();
    });
}

void DeliveriesModel::restart()
{
    m_first = true;
    m_newer = 0;
    m_times = 0;
    m_behind = 0;
    m_due = false;
    setState(State::Loading);
    m_older = ++m_request;
    m_archive.readOlder(m_older, m_query.filter(), DeliveryArchive::fromNewest, page);
}

bool DeliveriesModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_state == State::Ready && m_older == 0 && !m_atEnd
            && !m_rows.empty();
}

void DeliveriesModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_older = ++m_request;
    m_archive.readOlder(m_older, m_query.filter(), m_rows.back().oldest, page);
}

void DeliveriesModel::takeOlder(quint64 request, const QList<DeliveryRecord> &records, bool atEnd)
{
    if (request != 0 && request == m_times)
        return takeTimes(records);
    if (request == 0 || request != m_older)
        return; // an answer to a question that is no longer asked
    m_atEnd = atEnd;
    std::vector<DeliveryRow> rows = foldRecords(records);
    if (std::exchange(m_first, false))
        replaceRows(std::move(rows));
    else
        append(std::move(rows));
    m_older = 0; // not before: who hears of the rows may ask for more at once
    setState(State::Ready);
    if (rowCount() < fewRows)
        fetchMore({});
    if (m_due)
        readNews();
}

void DeliveriesModel::replaceRows(std::vector<DeliveryRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_detached = false;
    m_newest = m_rows.empty() ? 0 : m_rows.front().record.id;
    endResetModel();
}

void DeliveriesModel::append(std::vector<DeliveryRow> rows)
{
    auto first = rows.begin();
    if (first != rows.end() && !m_rows.empty() && areOneStorm(m_rows.back(), *first)) {
        m_rows.back() = joined(std::move(m_rows.back()), *first++);
        emit dataChanged(index(rowCount() - 1, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    if (first == rows.end())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(rows.end() - first) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(first),
                  std::make_move_iterator(rows.end()));
    endInsertRows();
    if (const int excess = rowCount() - mostRows; excess > 0) {
        beginRemoveRows({}, 0, excess - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + excess);
        m_detached = true;
        endRemoveRows();
    }
}

void DeliveriesModel::prepend(std::vector<DeliveryRow> rows)
{
    if (rows.empty())
        return;
    m_newest = std::max(m_newest, rows.front().record.id);
    if (!m_rows.empty() && areOneStorm(rows.back(), m_rows.front())) {
        m_rows.front() = joined(std::move(rows.back()), m_rows.front());
        rows.pop_back();
        emit dataChanged(index(0, 0), index(0, ColumnCount - 1));
    }
    if (rows.empty())
        return;
    beginInsertRows({}, 0, int(rows.size()) - 1);
    m_rows.insert(m_rows.begin(), std::make_move_iterator(rows.begin()),
                  std::make_move_iterator(rows.end()));
    endInsertRows();
    if (rowCount() > mostRows) {
        beginRemoveRows({}, mostRows, rowCount() - 1);
        m_rows.resize(mostRows);
        m_atEnd = false;
        m_older = 0; // what is under way would leave a gap
        endRemoveRows();
    }
}

void DeliveriesModel::noteGrowth()
{
    m_due = true;
    if (m_query.active() && m_state == State::Failed)
        restart();
    else if (!m_tick.isActive())
        readNews();
}

void DeliveriesModel::readNews()
{
    if (!m_due || !m_query.active() || m_state != State::Ready || m_detached || m_newer != 0)
        return;
    m_due = false;
    m_tick.start(m_behind > 0 ? whileBehind : betweenReads);
    readTimes();
    m_newer = ++m_request;
    m_archive.readNewer(m_newer, m_query.filter(), m_newest, page);
}

void DeliveriesModel::takeNewer(quint64 request, const QList<DeliveryRecord> &records)
{
    if (request == 0 || request != m_newer)
        return;
    m_newer = 0;
    setState(State::Ready);
    prepend(foldRecords({ records.crbegin(), records.crend() }));
    m_behind = records.size() >= page ? m_behind + 1 : 0;
    if (m_behind > mostBehind)
        return restart();
    m_due = m_due || m_behind > 0;
    if (m_due && !m_tick.isActive())
        readNews();
}

void DeliveriesModel::readTimes()
{
    const Instant earliest = now() - timesComeWithin;
    qint64 before = 0;
    int records = 0;
    int wanted = 0;
    for (int at = 0; at < std::min(rowCount(), newestRows); ++at) {
        const DeliveryRow &row = m_rows[std::size_t(at)];
        const bool open = !row.record.took && !row.record.imported && row.records == 1
                && row.record.received > earliest;
        if (open && before == 0)
            before = row.record.id + 1;
        records += before != 0 ? row.records : 0;
        wanted = open ? records : wanted;
    }
    m_times = 0;
    if (before == 0)
        return;
    m_times = ++m_request;
    m_archive.readOlder(m_times, m_query.filter(), before, std::min(wanted, newestRows));
}

void DeliveriesModel::takeTimes(const QList<DeliveryRecord> &records)
{
    m_times = 0;
    for (const DeliveryRecord &record : records) {
        const int at = record.took ? rowOf(record.id) : -1;
        if (at < 0 || row(at).record.id != record.id || row(at).record.took)
            continue;
        m_rows[std::size_t(at)].record.took = record.took;
        emit dataChanged(index(at, Took), index(at, Took));
    }
}

void DeliveriesModel::fail(const QString &reason)
{
    // It may have been another's question that failed: an answer that comes after all is taken.
    if (m_state == State::Loading)
        return setState(State::Failed, reason);
    m_newer = 0;
    m_older = 0;
    setState(m_state, reason);
}

void DeliveriesModel::setState(State state, const QString &problem)
{
    if (state == m_state && problem == m_problem)
        return;
    m_state = state;
    m_problem = problem;
    emit stateChanged();
}

int DeliveriesModel::rowOf(qint64 id) const
{
    const auto found = std::partition_point(
            m_rows.begin(), m_rows.end(), [id](const DeliveryRow &row) { return row.oldest > id; });
    return found != m_rows.end() && found->record.id >= id ? int(found - m_rows.begin()) : -1;
}

int DeliveriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DeliveriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DeliveriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return deliveryCell(row(index.row()), Column(index.column()), role);
}

QVariant DeliveriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    return deliveryHeader(Column(section), role);
}

} // namespace models
