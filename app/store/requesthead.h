// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace app {

/// A request line with headers as the store keeps it: the value of Content-Length, which differs
/// from request to request, apart from the rest, which hardly does.
struct SplitHead
{
    QByteArray text; ///< with a NUL byte in place of that value
    qint64 length = -1; ///< that value; -1: there is none
    bool operator==(const SplitHead &) const = default;
};

/// Takes the value of the first Content-Length out, if it is a plain number (RFC 9110, 8.6).
/// Pure.
SplitHead splitHead(const QByteArray &head);

/// Puts it back. Pure.
QByteArray joinHead(const SplitHead &head);

} // namespace app
