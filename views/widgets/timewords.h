// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/uptime.h"
#include "models/index/histogram.h"
#include "models/index/timeclauses.h"

#include <QString>

namespace views {

/// What is said of times above the table. All pure, in local time, translated.

/// "Mon 24 Nov 14:00 – 16:00", "24 – 26 Nov", "November 2026", "2026": from `first` to just before
/// `end`, milliseconds since the epoch. The year only where it is not the one of `today`.
QString spanText(qint64 first, qint64 end, QDate today);
/// What the filter selects: "All time", "Last 7 days", "This year", or the span.
QString selectionText(const std::optional<models::TimeSelection> &selection, QDate today);
/// "38 events".
QString eventsText(quint32 count);
/// How long a bar lasts: "12 hours a bar".
QString binText(const models::TimeBins &bins);
/// What lies beyond the ends of the axis: "3 events before", "1 event after"; empty for none.
QString beforeText(quint32 count);
QString afterText(quint32 count);
/// All of what the bins [first, end) hold: span, number, numbers by severity, and what the record
/// of the receiver says of that time; at the first and the last bin also how many events lie
/// beyond. Several lines.
QString detailText(const models::Histogram &histogram, int first, int end,
                   const std::optional<models::Uptime> &uptime, QDate today);

} // namespace views
