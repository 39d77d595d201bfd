// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace app {

/// The head of a request for the record: its lines, ended by LF, up to the empty one, with "***"
/// for what may be a secret: credentials (their scheme stays), cookies, the value of any field
/// whose name speaks of tokens, keys and the like, the secret of a capability address and long
/// parts of other paths, values of a query. Where a line is no well-formed field, it goes as a
/// whole if it speaks of such things or continues another line, else its words of 16 characters
/// and more do (no token is shorter). Bytes that are not printable ASCII become "?". At most
/// `most` bytes. Takes any bytes, whole or not. Pure, any thread.
QByteArray maskedHead(QByteArrayView head, qsizetype most = 16 * 1024);

} // namespace app
