// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace app {

/// Writes a line to standard error and returns exitstatus::failed. Any thread.
int failed(const QString &reason);
/// Writes a line to standard error, points to --help and returns exitstatus::wrongUsage.
int wrongUsage(const QString &reason);
/// Writes a line to standard output at once. False: it cannot be written.
bool printLine(const QString &line);

} // namespace app
