// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace models {

/// The top-level JSON values of a body: an array at the top is taken apart, concatenated and
/// line-separated values are told from each other by counting brackets outside strings. Nothing
/// is judged; a value that never ends reaches to the end of the body. A byte order mark is
/// skipped. At most `most` values are returned; the last then holds all the rest.
QList<QByteArrayView> splitJson(QByteArrayView body, qsizetype most);

/// Without the white space of JSON (RFC 8259, section 2) at both ends.
QByteArrayView trimJson(QByteArrayView text);

/// Indents a JSON text for reading, two spaces a level. Only white space outside strings
/// changes: numbers, key order and escapes stay as they came. Stops after `most` bytes.
QByteArray indentJson(QByteArrayView json, qsizetype most);

/// Removes white space outside strings, so that the value fits on one line.
QByteArray compactJson(QByteArrayView json);

} // namespace models
