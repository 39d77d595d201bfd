// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deliveryrows.h"

#include <algorithm>
#include <limits>

namespace models {

namespace {

bool canFold(const DeliveryRecord &record)
{
    return record.result() == DeliveryResult::Refused && record.refused == 0;
}

bool areAlike(const DeliveryRecord &one, const DeliveryRecord &other)
{
    return one.status == other.status && one.imported == other.imported && one.peer == other.peer
            && one.path == other.path && one.cause == other.cause;
}

int sum(int one, int other)
{
    return int(std::min<qint64>(qint64(one) + other, std::numeric_limits<int>::max()));
}

} // namespace

bool areOneStorm(const DeliveryRow &newer, const DeliveryRow &older)
{
    return canFold(newer.record) && canFold(older.record) && areAlike(newer.record, older.record)
            && newer.record.received - older.since <= longestStorm;
}

DeliveryRow joined(DeliveryRow newer, const DeliveryRow &older)
{
    newer.record.count = sum(newer.record.count, older.record.count);
    newer.record.size += older.record.size;
    newer.oldest = older.oldest;
    newer.since = older.since;
    newer.records = sum(newer.records, older.records);
    return newer;
}

std::vector<DeliveryRow> foldRecords(const QList<DeliveryRecord> &newestFirst)
{
    std::vector<DeliveryRow> rows;
    rows.reserve(std::size_t(newestFirst.size()));
    for (const DeliveryRecord &record : newestFirst) {
        DeliveryRow row { record, record.id, record.received };
        if (!rows.empty() && areOneStorm(rows.back(), row))
            rows.back() = joined(std::move(rows.back()), row);
        else
            rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace models
