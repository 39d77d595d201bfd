// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace app::grammar {

/// tchar of RFC 9110, 5.6.2: what methods and field names are made of.
constexpr bool isTokenChar(char c)
{
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return true;
    switch (c) {
    case '!':
    case '#':
    case '$':
    case '%':
    case '&':
    case '\'':
    case '*':
    case '+':
    case '-':
    case '.':
    case '^':
    case '_':
    case '`':
    case '|':
    case '~':
        return true;
    default:
        return false;
    }
}

/// True for a non-empty text of token characters.
constexpr bool isToken(QByteArrayView text)
{
    for (const char c : text) {
        if (!isTokenChar(c))
            return false;
    }
    return !text.isEmpty();
}

/// True for a non-empty text of ASCII digits.
constexpr bool isDigits(QByteArrayView text)
{
    for (const char c : text) {
        if (c < '0' || c > '9')
            return false;
    }
    return !text.isEmpty();
}

/// field-content of RFC 9110, 5.5: no control character but the tab. Bytes over 0x7f pass.
constexpr bool isFieldValue(QByteArrayView text)
{
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && byte != '\t') || byte == 0x7f)
            return false;
    }
    return true;
}

/// Visible ASCII only, as a request target must be.
constexpr bool isVisible(QByteArrayView text)
{
    for (const char c : text) {
        if (c <= 0x20 || c >= 0x7f)
            return false;
    }
    return !text.isEmpty();
}

/// Without the optional white space (space and tab) at both ends.
constexpr QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text = text.chopped(1);
    return text;
}

/// Equal when ASCII letters are taken as lower case.
inline bool equalsIgnoringCase(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && left.compare(right, Qt::CaseInsensitive) == 0;
}

} // namespace app::grammar
