// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/timebound.h"

namespace models {

/// What a filter says of one time column as one stretch of it.
struct TimeSelection
{
    Field field = Field::Received;
    TimeRange range; ///< what all the clauses let through; an end may be open
    QString text; ///< the clauses as written
    bool moves = false; ///< means something else as time passes
    bool operator==(const TimeSelection &other) const
    {
        return field == other.field && text == other.text && range.first == other.range.first
                && range.last == other.range.last;
    }
};

/// The time range as a part of the one filter: the top-level clauses with one value on
/// `received`, or on `time` and `age`. Other clauses, also those on times within "or" and "not",
/// are never touched. Pure; any thread.
class TimeClauses final
{
public:
    /// `field` is Received or Time. Nothing where no such clause is there.
    static std::optional<TimeSelection> selection(const Filter &filter, Field field, Instant now);
    /// Without them.
    static Filter without(const Filter &filter, Field field);
    /// With the range from `first` to just before `end` (milliseconds since the epoch) in their
    /// place; an end that is not there is open.
    static Filter withRange(const Filter &filter, Field field, std::optional<qint64> first,
                            std::optional<qint64> end);
    /// With everything since a value of timeBound() in their place, e.g. "24h", "thisyear".
    static Filter since(const Filter &filter, Field field, const QString &value);
    /// The same range asked of the other time column; an age becomes a time.
    static Filter moved(const Filter &filter, Field from, Field to);
    /// Whether any clause, at any depth, means something else as time passes.
    static bool move(const Filter &filter);

private:
    static Filter replaced(const Filter &filter, Field field, const QStringList &clauses);
};

/// A moment as the filter language writes it: local time, no finer than needed; in UTC where
/// local time would be ambiguous. Any thread.
QString timeValue(qint64 moment);

} // namespace models
