// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace models {

/// Reads single tokens of a JSON text that may be cut off or no JSON at all. Pure; any thread.
/// Both leave `at` behind the token, and return nothing where there is none.

/// A string, `at` being its opening quote; its escapes are resolved. A line end within ends it as
/// broken.
std::optional<QString> scanJsonString(QStringView json, qsizetype &at);

/// A number or a word such as true, by its letters.
std::optional<QString> scanJsonWord(QStringView json, qsizetype &at);

/// A member's name as PayloadPath writes it: dots and back-slashes escaped.
QString pathName(QString name);

} // namespace models
