// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsontext.h"

namespace models {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The position behind the string that begins at `at`; the end where it never closes.
qsizetype skipString(QByteArrayView text, qsizetype at)
{
    for (qsizetype from = at + 1;;) {
        const qsizetype quote = text.indexOf('"', from); // faster than byte by byte
        if (quote < 0)
            return text.size();
        qsizetype backslashes = 0;
        while (quote - backslashes > from && text[quote - backslashes - 1] == '\\')
            ++backslashes;
        from = quote + 1;
        if (backslashes % 2 == 0)
            return from;
    }
}

/// The position behind the value that begins at `at`. Brackets are only counted: whether they
/// match in kind is the parser's business.
qsizetype skipValue(QByteArrayView text, qsizetype at)
{
    if (text[at] == '"')
        return skipString(text, at);
    if (text[at] != '{' && text[at] != '[') {
        for (++at; at < text.size(); ++at) {
            const char c = text[at];
            if (isSpace(c) || c == ',' || c == '{' || c == '[' || c == ']' || c == '"')
                break;
        }
        return at;
    }
    qsizetype depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = skipString(text, at);
            continue;
        }
        ++at;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return text.size();
}

/// Copies the JSON text without white space outside strings, calling `between` for each
/// structural character so that the caller can lay out.
template<typename Structural>
void walk(QByteArrayView json, QByteArray &out, qsizetype most, Structural structural)
{
    for (qsizetype at = 0; at < json.size() && out.size() < most;) {
        const char c = json[at];
        if (c == '"') {
            const qsizetype end = skipString(json, at);
            out.append(json.sliced(at, qMin(end - at, most - out.size())));
            at = end;
        } else {
            if (!isSpace(c))
                structural(c, at);
            ++at;
        }
    }
}

} // namespace

QByteArrayView trimJson(QByteArrayView text)
{
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

QList<QByteArrayView> splitJson(QByteArrayView body, qsizetype most)
{
    if (body.startsWith("\xEF\xBB\xBF"))
        body = body.sliced(3);
    QList<QByteArrayView> values;
    bool inArray = false;
    for (qsizetype at = 0; at < body.size();) {
        const char c = body[at];
        if (isSpace(c) || (inArray && c == ',')) {
            ++at;
        } else if (!inArray && c == '[') {
            inArray = true;
            ++at;
        } else if (inArray && c == ']') {
            inArray = false;
            ++at;
        } else {
            const bool last = values.size() + 1 >= most;
            const qsizetype end = last ? body.size() : skipValue(body, at);
            values.append(body.sliced(at, end - at));
            at = end;
        }
    }
    return values;
}

QByteArray compactJson(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size());
    walk(json, out, json.size(), [&out](char c, qsizetype) { out.append(c); });
    return out;
}

QByteArray indentJson(QByteArrayView json, qsizetype most)
{
    // Indentation of nesting without end would grow with the square of the depth.
    constexpr qsizetype deepest = 64;
    QByteArray out;
    qsizetype depth = 0;
    const auto breakLine = [&] {
        out.append('\n');
        out.append(2 * qBound(qsizetype(0), depth, deepest), ' ');
    };
    walk(json, out, most, [&](char c, qsizetype at) {
        switch (c) {
        case '{':
        case '[': {
            out.append(c);
            ++depth;
            qsizetype next = at + 1;
            while (next < json.size() && isSpace(json[next]))
                ++next;
            const bool empty = next < json.size() && (json[next] == '}' || json[next] == ']');
            if (!empty)
                breakLine();
            break;
        }
        case '}':
        case ']':
            --depth;
            if (!out.endsWith('{') && !out.endsWith('['))
                breakLine();
            out.append(c);
            break;
        case ',':
            out.append(c);
            breakLine();
            break;
        case ':':
            out.append(": ");
            break;
        default:
            out.append(c);
        }
    });
    return out.first(qMin(out.size(), most));
}

} // namespace models
