// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace models {

/// A single value of a JSON text with the place where it stands.
struct JsonPlace
{
    QString path; ///< as PayloadPath reads it; elements of an array have that of the array
    QString value; ///< strings as they are, numbers and words by their letters, null empty
    bool operator==(const JsonPlace &) const = default;
};

/// The value that stands at a character of a JSON text, or whose name does; nothing on
/// brackets, between members and in what is not JSON. Reads from the beginning up to `at` and
/// trusts no structure: for texts of a screen, not for bodies of any size. Pure; any thread.
std::optional<JsonPlace> jsonPlaceAt(QStringView json, qsizetype at);

} // namespace models
