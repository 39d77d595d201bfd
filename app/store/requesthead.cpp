// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/requesthead.h"

#include <algorithm>

namespace app {

namespace {

constexpr QByteArrayView field("content-length:");

/// Where the value of the first Content-Length begins; -1 where there is none.
qsizetype valueAt(const QByteArray &head)
{
    for (qsizetype line = head.indexOf('\n') + 1; line > 0; line = head.indexOf('\n', line) + 1) {
        const QByteArrayView rest = QByteArrayView(head).sliced(line);
        if (rest.size() < field.size() || (rest[0] | 0x20) != 'c'
            || rest.first(field.size()).compare(field, Qt::CaseInsensitive) != 0)
            continue;
        qsizetype at = line + field.size();
        while (at < head.size() && (head[at] == ' ' || head[at] == '\t'))
            ++at;
        return at;
    }
    return -1;
}

} // namespace

SplitHead splitHead(const QByteArray &head)
{
    constexpr qsizetype mostDigits = 15;
    const qsizetype at = valueAt(head);
    if (at < 0)
        return { head, -1 };
    qsizetype end = at;
    while (end < head.size() && head[end] >= '0' && head[end] <= '9')
        ++end;
    const bool lineEnds = end == head.size() || head[end] == '\r' || head[end] == '\n';
    const bool leadingZero = end - at > 1 && head[at] == '0'; // would come back without it
    if (end == at || end - at > mostDigits || leadingZero || !lineEnds)
        return { head, -1 };
    SplitHead split;
    split.length = head.mid(at, end - at).toLongLong();
    split.text.reserve(head.size());
    split.text.append(QByteArrayView(head).first(at));
    split.text.append('\0');
    split.text.append(QByteArrayView(head).sliced(end));
    return split;
}

QByteArray joinHead(const SplitHead &head)
{
    const qsizetype at = head.length < 0 ? -1 : valueAt(head.text);
    QByteArray text = head.text;
    if (at >= 0 && at < text.size() && text[at] == '\0')
        text.replace(at, 1, QByteArray::number(head.length));
    return text;
}

} // namespace app
