// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace app {

/// A field as RFC 4180 wants it, UTF-8. A text that a spreadsheet would run as a formula
/// (beginning with = + - @, a tab or a line end) gets a ' in front, so that it stays text. Pure.
QByteArray csvField(const QString &text);

/// A record with its line end (CR LF). Pure.
QByteArray csvRecord(const QStringList &fields);

} // namespace app
