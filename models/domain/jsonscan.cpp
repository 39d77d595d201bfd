// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonscan.h"

namespace models {
namespace {

/// The character that an escape means; `at` is the letter behind the back-slash, and stays on the
/// escape's last character.
QChar escaped(QStringView json, qsizetype &at)
{
    const QChar c = json[at];
    switch (c.unicode()) {
    case 'n':
        return u'\n';
    case 't':
        return u'\t';
    case 'r':
        return u'\r';
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'u': {
        bool hex = false;
        const ushort unit = json.mid(at + 1, 4).toUShort(&hex, 16);
        if (!hex)
            return c;
        at += 4;
        return QChar(unit);
    }
    default:
        return c;
    }
}

} // namespace

std::optional<QString> scanJsonString(QStringView json, qsizetype &at)
{
    QString text;
    for (++at; at < json.size(); ++at) {
        const QChar c = json[at];
        if (c == u'"') {
            ++at;
            return text;
        }
        if (c == u'\n')
            break; // cut off, or no JSON
        if (c == u'\\' && at + 1 < json.size())
            text += escaped(json, ++at);
        else
            text += c;
    }
    return {};
}

std::optional<QString> scanJsonWord(QStringView json, qsizetype &at)
{
    const qsizetype begin = at;
    while (at < json.size()
           && (json[at].isLetterOrNumber() || QStringView(u"+-.").contains(json[at])))
        ++at;
    if (at == begin)
        return {};
    return json.sliced(begin, at - begin).toString();
}

QString pathName(QString name)
{
    name.replace(u'\\', QLatin1String("\\\\"));
    name.replace(u'.', QLatin1String("\\."));
    return name;
}

} // namespace models
