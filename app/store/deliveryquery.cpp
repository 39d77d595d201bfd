// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/deliveryquery.h"

namespace app {

QByteArray likePattern(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QByteArray bytes = text.toUtf8();
    QByteArray pattern("%");
    for (const char c : bytes) {
        if (c == '%' || c == '_' || c == '\\')
            pattern.append('\\');
        pattern.append(c);
    }
    return pattern.append('%');
}

std::vector<SqlValue> filterValues(const models::DeliveryFilter &filter)
{
    return { likePattern(filter.text), qint64(filter.results.toInt()), filter.peer.toUtf8(),
             filter.cause.toUtf8() };
}

models::DeliveryRecord recordAt(const Cursor &cursor)
{
    models::DeliveryRecord record;
    record.id = cursor.integer(0);
    record.received = models::Instant(std::chrono::milliseconds(cursor.integer(1)));
    record.peer = QString::fromUtf8(cursor.bytes(2));
    record.path = QString::fromUtf8(cursor.bytes(3));
    record.status = int(cursor.integer(4));
    record.cause = QString::fromUtf8(cursor.bytes(5));
    record.size = cursor.integer(6);
    record.events = int(cursor.integer(7));
    record.repeated = int(cursor.integer(8));
    record.refused = int(cursor.integer(9));
    record.count = int(cursor.integer(10));
    record.imported = cursor.integer(11) != 0;
    if (!cursor.isNull(12))
        record.took = std::chrono::microseconds(cursor.integer(12));
    return record;
}

} // namespace app
