// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventtext.h"

#include <algorithm>

namespace models {

namespace {

/// Characters that change how the text around them is laid out, or that nobody can see.
bool isHidden(char16_t c)
{
    return (c >= 0x200b && c <= 0x200f) // zero width, direction marks
            || (c >= 0x202a && c <= 0x202e) // embeddings and overrides
            || (c >= 0x2060 && c <= 0x206f) // joiners, isolates
            || c == 0x061c || c == 0xfeff || c == 0x00ad || (c >= 0xfff9 && c <= 0xfffb);
}

/// Adds a character, or a mark in place of one that does not show.
void appendVisible(QString &text, QChar c)
{
    const char16_t unit = c.unicode();
    if (unit < 0x20)
        text += QChar(static_cast<char16_t>(0x2400 + unit)); // the control picture
    else if (unit == 0x7f)
        text += QChar(0x2421);
    else if ((unit >= 0x80 && unit < 0xa0) || isHidden(unit))
        text += QLatin1String("[U+")
                + QString::number(unit, 16).toUpper().rightJustified(4, QLatin1Char('0'))
                + QLatin1Char(']');
    else
        text += c;
}

bool isLineEnd(QChar c)
{
    const char16_t unit = c.unicode();
    return unit == '\n' || unit == '\r' || unit == 0x0b || unit == 0x0c || unit == 0x85
            || unit == 0x2028 || unit == 0x2029;
}

/// Length of the line end that begins at `at`: the characters themselves, or the two
/// characters backslash-n; 0 where there is none.
qsizetype lineEnd(const QString &text, qsizetype at)
{
    const bool more = at + 1 < text.size();
    if (more && text[at] == QLatin1Char('\\') && text[at + 1] == QLatin1Char('n'))
        return 2;
    if (more && text[at] == QLatin1Char('\r') && text[at + 1] == QLatin1Char('\n'))
        return 2;
    return isLineEnd(text[at]) ? 1 : 0;
}

} // namespace

QString singleLine(const QString &text, qsizetype most)
{
    QString line;
    line.reserve(std::min(text.size(), most));
    for (qsizetype at = 0; at < text.size();) {
        if (line.size() >= most) {
            line.truncate(std::max<qsizetype>(0, most - 1));
            if (!line.isEmpty() && line.back().isHighSurrogate())
                line.chop(1);
            return most > 0 ? QString(line + QChar(0x2026)) : QString();
        }
        const qsizetype end = lineEnd(text, at);
        const bool space = end > 0 || text[at] == QLatin1Char('\t');
        if (!space)
            appendVisible(line, text[at]);
        else if (!line.isEmpty() && !line.endsWith(QLatin1Char(' ')))
            line += QLatin1Char(' ');
        at += std::max<qsizetype>(end, 1);
    }
    if (line.size() > most) {
        line.truncate(std::max<qsizetype>(0, most - 1));
        line += QChar(0x2026);
    }
    return line;
}

QString multiLine(const QString &text)
{
    QString lines;
    lines.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = lineEnd(text, at);
        if (end > 0)
            lines += QLatin1Char('\n');
        else if (text[at] == QLatin1Char('\t'))
            lines += QLatin1Char('\t');
        else
            appendVisible(lines, text[at]);
        at += std::max<qsizetype>(end, 1);
    }
    return lines;
}

} // namespace models
