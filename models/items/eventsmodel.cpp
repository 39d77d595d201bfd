// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventsmodel.h"

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/filterwords.h"
#include "models/items/eventcells.h"
#include "models/items/eventtext.h"
#include "models/items/payloadcells.h"
#include "models/items/visittext.h"

#include <algorithm>

namespace models {

static_assert(EventsModel::ColumnCount == eventColumnCount
              && EventsModel::Age == static_cast<int>(EventColumn::Age));

namespace {

bool isOfIndex(int column)
{
    return column >= 0 && column < eventColumnCount;
}

QVariant alignment(bool figures)
{
    return QVariant::fromValue((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

/// Enough of a path to tell it by: its last two names.
QString shortPath(const QString &path)
{
    const qsizetype last = path.lastIndexOf(u'.');
    const qsizetype before = last > 0 ? path.lastIndexOf(u'.', last - 1) : -1;
    return singleLine(before < 0 ? path : path.mid(before + 1));
}

} // namespace

EventsModel::EventsModel(const EventIndex &index, EventQuery &query, QObject *parent)
    : QAbstractTableModel(parent), m_index(index), m_query(query), m_visitLine(query)
{
    connect(&query, &EventQuery::aboutToReplaceRows, this, [this] { beginResetModel(); });
    connect(&query, &EventQuery::rowsReplaced, this, [this] { endResetModel(); });
    connect(&query, &EventQuery::aboutToInsertRows, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&query, &EventQuery::rowsInserted, this, [this] { endInsertRows(); });
    connect(&index, &EventIndex::readChanged, this, [this] {
        if (const int rows = rowCount(); rows > 0)
            emit dataChanged(this->index(0, 0), this->index(rows - 1, ColumnCount - 1),
                             { UnreadRole });
    });
    connect(&query, &EventQuery::rowsTouched, this, [this](int first, int last) {
        emit dataChanged(this->index(first, 0), this->index(last, ColumnCount - 1));
    });
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &EventsModel::growOlder);
    m_minute.start();
}

void EventsModel::setPayloadValues(PayloadValues &values)
{
    delete m_payload;
    m_payload = new PayloadCells(values, this);
    m_payload->setPaths(m_paths);
    connect(m_payload, &PayloadCells::arrived, this, &EventsModel::showArrived);
}

void EventsModel::setPaths(const QStringList &paths)
{
    for (int path = int(m_paths.size()) - 1; path >= 0; --path) {
        if (paths.contains(m_paths.at(path)))
            continue;
        beginRemoveColumns({}, ColumnCount + path, ColumnCount + path);
        m_paths.removeAt(path);
        if (m_payload)
            m_payload->setPaths(m_paths);
        endRemoveColumns();
    }
    for (const QString &path : paths) {
        if (m_paths.contains(path))
            continue;
        const int column = columnCount();
        beginInsertColumns({}, column, column);
        m_paths.append(path);
        if (m_payload)
            m_payload->setPaths(m_paths);
        endInsertColumns();
    }
}

QString EventsModel::columnName(int column) const
{
    if (isOfIndex(column))
        return factsOf(EventColumn(column)).name;
    const QString path = m_paths.value(column - ColumnCount);
    return path.isEmpty() ? path : QString(QLatin1Char('.') + path);
}

int EventsModel::columnOf(const QString &name) const
{
    if (!name.startsWith(u'.')) {
        const std::optional<EventColumn> column = eventColumnOf(name);
        return column ? static_cast<int>(*column) : -1;
    }
    const qsizetype path = m_paths.indexOf(name.mid(1));
    return path < 0 ? -1 : ColumnCount + int(path);
}

std::optional<Order::Key> EventsModel::orderKey(int column) const
{
    return isOfIndex(column) ? factsOf(EventColumn(column)).key : std::nullopt;
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_query.rows().size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + int(m_paths.size());
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 position = m_query.rows()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole:
        return m_index.id(position);
    case SeverityRole:
        return static_cast<int>(m_index.severity(position));
    case StatusRole:
        return static_cast<int>(m_index.status(position));
    case FamilyRole:
        return static_cast<int>(m_index.family(position));
    case DeliveriesRole:
        return m_index.deliveries(m_index.id(position));
    case UnreadRole:
        return !m_index.isRead(position);
    case Qt::AccessibleTextRole:
        return tr(index.column() == Title && !m_index.isRead(position) ? "%1: %2 (unread)"
                                                                       : "%1: %2")
                .arg(headerData(index.column(), Qt::Horizontal, role).toString(),
                     data(index, Qt::DisplayRole).toString());
    case Qt::AccessibleDescriptionRole:
        return visitDescription(m_visitLine, index.row());
    default:
        break;
    }
    return isOfIndex(index.column())
            ? cell(position, EventColumn(index.column()), role)
            : pathCell(m_index.id(position), index.column() - ColumnCount, role);
}

QVariant EventsModel::cell(quint32 position, EventColumn column, int role) const
{
    const EventColumnFacts &facts = factsOf(column);
    switch (role) {
    case Qt::DisplayRole:
        return singleLine(eventCellText(m_index, position, column));
    case Qt::ToolTipRole:
        return eventCellToolTip(m_index, position, column);
    case Qt::TextAlignmentRole:
        return alignment(facts.figures);
    case FilterFieldRole:
        return facts.field ? static_cast<int>(*facts.field) : -1;
    case FilterValueRole:
        return eventCellFilterValue(m_index, position, column);
    case PathRole:
        return QString();
    default:
        return {};
    }
}

QVariant EventsModel::pathCell(qint64 id, int path, int role) const
{
    const QString known = m_payload ? m_payload->known(id, path).value_or(QString()) : QString();
    switch (role) {
    case Qt::DisplayRole: {
        if (!m_payload)
            return QString();
        QString text = m_payload->text(id, path).value_or(QStringLiteral("…"));
        return singleLine(text.replace(QLatin1Char('\n'), QLatin1String(", ")));
    }
    case Qt::ToolTipRole:
        return multiLine(known);
    case Qt::TextAlignmentRole:
        return alignment(false);
    case FilterFieldRole:
        return static_cast<int>(Field::Path);
    case FilterValueRole:
        // One of several values, or the beginning of a long one, would be another question.
        return known.contains(QLatin1Char('\n')) || known.size() >= PayloadValues::longestText
                ? QString()
                : literalValue(known);
    case PathRole:
        return m_paths.at(path);
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const bool ofIndex = isOfIndex(section);
    const QString path = m_paths.value(section - ColumnCount);
    switch (role) {
    case Qt::DisplayRole:
        return ofIndex ? tr(factsOf(EventColumn(section)).header) : shortPath(path);
    case Qt::AccessibleTextRole:
        return ofIndex ? tr(factsOf(EventColumn(section)).header) : singleLine(path);
    case Qt::ToolTipRole:
        if (!ofIndex)
            return tr("%1\nRead from the payload; rows cannot be ordered by it.")
                    .arg(singleLine(path));
        return orderKey(section) ? tr("Click to order by it, Shift+click to order by it where the "
                                      "first key is equal.")
                                 : tr("Rows cannot be ordered by it.");
    case Qt::TextAlignmentRole:
        return alignment(ofIndex && factsOf(EventColumn(section)).figures);
    case PathRole:
        return path;
    default:
        return {};
    }
}

void EventsModel::sort(int column, Qt::SortOrder order)
{
    if (const std::optional<Order::Key> key = orderKey(column))
        m_query.setOrder({ *key, order == Qt::DescendingOrder });
}

qint64 EventsModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return 0;
    return m_index.id(m_query.rows()[static_cast<std::size_t>(row)]);
}

int EventsModel::rowOf(qint64 id) const
{
    const std::optional<quint32> position = m_index.positionOf(id);
    return position ? m_query.rowOf(*position) : -1;
}

// One announcement for all: who shows the rows repaints what is to be seen of them.
void EventsModel::showArrived(const QList<qint64> &ids)
{
    int first = rowCount();
    int last = -1;
    for (const qint64 id : ids) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        first = std::min(first, row);
        last = std::max(last, row);
    }
    if (last >= first && !m_paths.isEmpty())
        emit dataChanged(index(first, ColumnCount), index(last, columnCount() - 1),
                         { Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole });
}

void EventsModel::growOlder()
{
    if (const int rows = rowCount(); rows > 0)
        emit dataChanged(index(0, Age), index(rows - 1, Age), { Qt::DisplayRole });
}

} // namespace models
