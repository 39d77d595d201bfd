// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deliverycells.h"

#include "models/items/deliverytext.h"
#include "models/items/eventtext.h"

#include <QLocale>

namespace models {

namespace {

using Column = DeliveriesModel::Column;

QString stormText(const DeliveryRow &row)
{
    if (row.record.count < 2)
        return {};
    const QString times = QString(QChar(0x00d7) % QLocale().toString(row.record.count));
    if (row.since == row.record.received)
        return times;
    return DeliveriesModel::tr("%1 since %2").arg(times, shortTime(row.since, now()));
}

QString cellText(const DeliveryRow &row, Column column)
{
    const DeliveryRecord &record = row.record;
    switch (column) {
    case DeliveriesModel::Time:
        return shortTime(record.received, now());
    case DeliveriesModel::Result:
        return resultText(record.result());
    case DeliveriesModel::Peer:
        return record.imported ? DeliveriesModel::tr("(file)") : singleLine(record.peer);
    case DeliveriesModel::Path:
        return singleLine(record.path);
    case DeliveriesModel::Size:
        return bytesText(record.size);
    case DeliveriesModel::Took:
        return tookText(record.took);
    case DeliveriesModel::Events:
        return storedText(record);
    case DeliveriesModel::Status:
        return record.imported ? QString(QChar(0x2013)) : QString::number(record.status);
    case DeliveriesModel::Cause:
    case DeliveriesModel::ColumnCount:
        break;
    }
    const QString storm = stormText(row);
    const QString cause = singleLine(record.cause);
    return storm.isEmpty() ? cause : QString(cause % u" (" % storm % u')');
}

QString toolTip(const DeliveryRow &row, Column column)
{
    const DeliveryRecord &record = row.record;
    switch (column) {
    case DeliveriesModel::Time:
        if (row.since == record.received)
            return longTime(record.received);
        return DeliveriesModel::tr("%1 to %2").arg(longTime(row.since), longTime(record.received));
    case DeliveriesModel::Size:
        return DeliveriesModel::tr("%1 bytes").arg(QLocale().toString(record.size));
    case DeliveriesModel::Status:
        return record.imported ? DeliveriesModel::tr("read from a file")
                               : httpStatusText(record.status);
    case DeliveriesModel::Peer:
        return record.imported ? DeliveriesModel::tr("read from a file") : multiLine(record.peer);
    case DeliveriesModel::Path:
        return multiLine(record.path);
    default:
        return cellText(row, column);
    }
}

bool isFigure(Column column)
{
    return column == DeliveriesModel::Time || column == DeliveriesModel::Size
            || column == DeliveriesModel::Took || column == DeliveriesModel::Status;
}

QVariant alignment(Column column)
{
    return QVariant::fromValue(isFigure(column) ? Qt::AlignRight | Qt::AlignVCenter
                                                : Qt::AlignLeft | Qt::AlignVCenter);
}

QString headerText(Column column)
{
    switch (column) {
    case DeliveriesModel::Time:
        return DeliveriesModel::tr("Time");
    case DeliveriesModel::Result:
        return DeliveriesModel::tr("Result");
    case DeliveriesModel::Peer:
        return DeliveriesModel::tr("Peer");
    case DeliveriesModel::Path:
        return DeliveriesModel::tr("Path");
    case DeliveriesModel::Size:
        return DeliveriesModel::tr("Size");
    case DeliveriesModel::Took:
        return DeliveriesModel::tr("Took");
    case DeliveriesModel::Events:
        return DeliveriesModel::tr("Events");
    case DeliveriesModel::Status:
        return DeliveriesModel::tr("Status");
    case DeliveriesModel::Cause:
    case DeliveriesModel::ColumnCount:
        break;
    }
    return DeliveriesModel::tr("Cause");
}

} // namespace

QVariant deliveryCell(const DeliveryRow &row, DeliveriesModel::Column column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole:
        return QString(headerText(column) % u": " % cellText(row, column));
    case Qt::TextAlignmentRole:
        return alignment(column);
    case DeliveriesModel::IdRole:
        return row.record.id;
    case DeliveriesModel::ResultRole:
        return int(row.record.result());
    case DeliveriesModel::CauseRole:
        return row.record.cause;
    case DeliveriesModel::StormRole:
        return stormText(row);
    case DeliveriesModel::StatusRole:
        return row.record.status;
    default:
        return {};
    }
}

QVariant deliveryHeader(DeliveriesModel::Column column, int role)
{
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return headerText(column);
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    return {};
}

} // namespace models
