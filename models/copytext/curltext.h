// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settings.h"

#include <QByteArray>
#include <QString>

namespace models {

/// A text as one word of a POSIX shell (IEEE 1003.1, 2.2.2: single quotes). Pure.
QString shellQuoted(const QString &text);

/// Where a body is sent to once more: this computer's receiver as set, never with its secret. Pure.
QString replayAddress(const ReceiverSettings &receiver);

/// A command for a POSIX shell that posts a body to `receiver` once more. The token is a place
/// holder, never a secret. The body stays the same JSON; characters that do not show, or that a
/// terminal would obey, stand as JSON escapes. Pure; any thread.
QString curlText(const QByteArray &body, const QString &receiver);

} // namespace models
