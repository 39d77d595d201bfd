// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QString>

#include <vector>

namespace models {

/// A value of the fields age, time and received, with what it stands for.
struct TimeExample
{
    QString value;
    QString meaning; ///< translated
};

/// Times that are often meant: spans back from now and, with `moments`, the parts of the calendar
/// that the language has words for and dates in local time about `now`. Any thread.
std::vector<TimeExample> timeExamples(Instant now, bool moments);

} // namespace models
