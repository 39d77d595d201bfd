// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/eventtime.h"

#include <QDateTime>

#include <cmath>

namespace models {

std::optional<Instant> timeFromNumber(double value)
{
    constexpr double placeholder = 123456789;
    if (!std::isfinite(value) || value <= 0 || value == placeholder)
        return std::nullopt;
    double milliseconds = value * 1000;
    if (value >= 1e17)
        milliseconds = value / 1e6;
    else if (value >= 1e14)
        milliseconds = value / 1e3;
    else if (value >= 1e11)
        milliseconds = value;
    if (milliseconds >= 1e15) // beyond the year 33000: no time
        return std::nullopt;
    return Instant(std::chrono::milliseconds(std::llround(milliseconds)));
}

std::optional<Instant> timeFromText(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > 64)
        return std::nullopt;
    bool isNumber = false;
    const double number = text.contains(u':') ? 0 : text.toDouble(&isNumber);
    if (isNumber)
        return timeFromNumber(number);
    QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace models
