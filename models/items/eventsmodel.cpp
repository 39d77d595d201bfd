// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventsmodel.h"

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/filterwords.h"
#include "models/items/eventtext.h"

#include <algorithm>
#include <array>

namespace models {

namespace {

struct ColumnFacts
{
    const char *header;
    Order::Key key;
    std::optional<Field> field;
    std::optional<TermColumn> term;
};

// In the order of EventsModel::Column.
const std::array<ColumnFacts, EventsModel::ColumnCount> facts { {
        { QT_TRANSLATE_NOOP("models::EventsModel", "Received"), Order::Key::Received, {}, {} },
        { QT_TRANSLATE_NOOP("models::EventsModel", "Time"), Order::Key::Time, {}, {} },
        { QT_TRANSLATE_NOOP("models::EventsModel", "Severity"), Order::Key::Severity,
          Field::Severity, TermColumn::SeverityWord },
        { QT_TRANSLATE_NOOP("models::EventsModel", "Status"), Order::Key::Status, Field::Status,
          TermColumn::StatusWord },
        { QT_TRANSLATE_NOOP("models::EventsModel", "Product"), Order::Key::Product, Field::Product,
          TermColumn::Product },
        { QT_TRANSLATE_NOOP("models::EventsModel", "Type"), Order::Key::Type, Field::Type,
          TermColumn::Type },
        { QT_TRANSLATE_NOOP("models::EventsModel", "Title"), Order::Key::Title, Field::Title,
          TermColumn::Title },
        { QT_TRANSLATE_NOOP("models::EventsModel", "Asset"), Order::Key::Asset, Field::Asset,
          TermColumn::Asset },
        { QT_TRANSLATE_NOOP("models::EventsModel", "Asset group"), Order::Key::Group, Field::Group,
          TermColumn::Group },
} };

const ColumnFacts &factsOf(int column)
{
    return facts[static_cast<std::size_t>(column)];
}

/// The whole words of a cell, not yet fitted to a line.
QString cellText(const EventIndex &index, quint32 position, int column)
{
    switch (column) {
    case EventsModel::Received:
        return shortTime(index.received(position), now());
    case EventsModel::Time:
        return shortTime(index.time(position), now());
    default:
        break;
    }
    const QString text = index.text(*factsOf(column).term, position);
    switch (column) {
    case EventsModel::Severity:
        return text.isEmpty() ? severityText(index.severity(position)) : wordText(text);
    case EventsModel::Status:
        return text.isEmpty() ? statusText(index.status(position)) : wordText(text);
    case EventsModel::Product:
        return productText(text);
    case EventsModel::Type:
        return text.isEmpty() ? familyText(index.family(position)) : typeText(text);
    default:
        return text;
    }
}

/// What is behind a cell: exact times, the portal's own word, the whole text.
QString toolTip(const EventIndex &index, quint32 position, int column)
{
    constexpr qsizetype most = 4000;
    switch (column) {
    case EventsModel::Received: {
        const QString first = longTime(index.received(position));
        const int deliveries = index.deliveries(index.id(position));
        if (deliveries < 2)
            return first;
        return EventsModel::tr("%1\nReceived %n time(s), last %2", nullptr, deliveries)
                .arg(first, longTime(index.lastReceived(position)));
    }
    case EventsModel::Time:
        return longTime(index.time(position));
    case EventsModel::Severity:
    case EventsModel::Status:
    case EventsModel::Product:
    case EventsModel::Type: {
        const QString shown = cellText(index, position, column);
        const QString raw = index.text(*factsOf(column).term, position);
        const bool same = raw.isEmpty() || raw == shown;
        return multiLine(same ? shown
                              : QString(shown + QLatin1String(" (") + raw + QLatin1Char(')')))
                .left(most);
    }
    default:
        return multiLine(cellText(index, position, column)).left(most);
    }
}

QString filterValue(const EventIndex &index, quint32 position, int column)
{
    const ColumnFacts &column_ = factsOf(column);
    if (!column_.field)
        return {};
    if (column_.field == Field::Severity)
        return severityKey(index.severity(position));
    if (column_.field == Field::Status)
        return statusKey(index.status(position));
    return literalValue(index.text(*column_.term, position));
}

} // namespace

EventsModel::EventsModel(const EventIndex &index, EventQuery &query, QObject *parent)
    : QAbstractTableModel(parent), m_index(index), m_query(query)
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
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_query.rows().size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 position = m_query.rows()[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return singleLine(cellText(m_index, position, column));
    case Qt::ToolTipRole:
        return toolTip(m_index, position, column);
    case Qt::AccessibleTextRole: {
        const QString text = singleLine(cellText(m_index, position, column));
        return tr(column == Title && !m_index.isRead(position) ? "%1: %2 (unread)" : "%1: %2")
                .arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text);
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column == Received || column == Time
                                           ? Qt::AlignRight | Qt::AlignVCenter
                                           : Qt::AlignLeft | Qt::AlignVCenter);
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
    case FilterFieldRole:
        return factsOf(column).field ? static_cast<int>(*factsOf(column).field) : -1;
    case FilterValueRole:
        return filterValue(m_index, position, column);
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr(factsOf(section).header);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(section == Received || section == Time
                                           ? Qt::AlignRight | Qt::AlignVCenter
                                           : Qt::AlignLeft | Qt::AlignVCenter);
    }
    return {};
}

void EventsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_query.setOrder({ factsOf(column).key, order == Qt::DescendingOrder });
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

} // namespace models
