// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

namespace models {

/// Whether every byte is ASCII. Any thread.
bool isAscii(QByteArrayView text);

/// A text as it is searched: lower case without accents (canonical decomposition, non-spacing
/// marks dropped), UTF-8. Any thread.
QByteArray foldText(QStringView text);
QByteArray foldUtf8(QByteArrayView utf8);

/// Lower case of an ASCII letter, any other byte unchanged.
constexpr char asciiLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Searches one folded text in many others. Immutable; any thread.
class Needle final
{
public:
    /// `folded` as foldText() makes it; the empty text is found everywhere.
    explicit Needle(QByteArray folded);

    /// Whether an ASCII text of any case holds the needle.
    bool inAscii(QByteArrayView text) const;
    /// Whether a text of hexadecimal digits and dashes can hold the needle.
    bool mayBeInDigits() const { return m_digits; }
    /// Whether a folded text holds the needle.
    bool inFolded(QByteArrayView folded) const;

private:
    QByteArray m_text;
    bool m_ascii = false;
    bool m_digits = false;
};

} // namespace models
