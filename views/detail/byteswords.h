// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace views {

/// Bytes from outside as text to read: UTF-8 as it is, long lines broken every 1,000 characters,
/// what cannot be seen as \uXXXX; anything else as a hex dump of at most 4 KiB. Says how many of
/// `size` bytes are missing. Pure; translated.
QString bytesForReading(const QByteArray &bytes, qint64 size);

/// What to do about a refusal with this HTTP status, in one or two sentences; empty where there is
/// nothing to do. Pure; translated.
QString refusalAdvice(int status);

} // namespace views
