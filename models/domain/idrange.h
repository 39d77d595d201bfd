// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace models {

/// Event ids from `first` to `last`, both included. A value.
struct IdRange
{
    qint64 first = 0;
    qint64 last = 0;
    bool operator==(const IdRange &) const = default;
};

/// Ranges as text, "1-40,42": how the store keeps them.
QString rangesText(const std::vector<IdRange> &ranges);

/// Reads what rangesText() wrote; nothing for any other text, so that a damaged one is not taken
/// for half of what it was. Ids are above 0.
std::optional<std::vector<IdRange>> rangesFromText(const QString &text);

} // namespace models
