// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"

#include <QString>

namespace models {

/// Words for people about requests. All pure; any thread; translated, in the system's language.

/// "Accepted", "Repeated", "Partly accepted", "Refused".
QString resultText(DeliveryResult result);
/// "3 new · 1 repeated · 2 refused", without what is none; "–" where nothing was stored or kept.
QString storedText(const DeliveryRecord &record);
/// "0.31 ms", "12 ms", "1.4 s"; "–" where it is not known.
QString tookText(std::optional<std::chrono::microseconds> took);
/// "812 bytes", "2.1 kB".
QString bytesText(qint64 size);
/// The status with its usual word: "401 Unauthorized" (RFC 9110, section 15); the number alone
/// where it is a rare one.
QString httpStatusText(int status);
/// When a storm was: "12:04:05 – 12:31:40", or the one time of what came once.
QString spanText(Instant first, Instant last, Instant now);

} // namespace models
