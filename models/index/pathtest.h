// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/payloadpath.h"
#include "models/index/filter.h"
#include "models/index/filterwords.h"
#include "models/index/timebound.h"

namespace models {

/// Judges a body by a clause on a path of it (Field::Path). The body passes if any value at the
/// path does; the value "" also stands for no value at all. A comparison takes the values that
/// are numbers or, where its bound is a time, times. Immutable; any thread.
class PathTest final
{
public:
    /// Spans of time are counted back from `now`. Any other clause passes nothing.
    explicit PathTest(const FilterNode &clause, Instant now = models::now());

    bool operator()(QByteArrayView body) const;

    /// Whether a path can be compared with this: a number or a time (TimeBound).
    static bool comparable(QStringView bound);

private:
    bool passes(const QString &value) const;

    std::optional<PayloadPath> m_path;
    FilterNode::Relation m_relation = FilterNode::Relation::Is;
    ValueTest m_values;
    bool m_missing = false; ///< no value passes, too
    std::optional<double> m_number;
    std::optional<TimeRange> m_range;
};

} // namespace models
