// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/idrange.h"

namespace models {

namespace {

/// The number at the beginning of `text`, which is shortened by it; 0 where there is none.
qint64 takeNumber(QStringView &text)
{
    qsizetype length = 0;
    while (length < text.size() && text[length] >= u'0' && text[length] <= u'9')
        ++length;
    bool fits = false;
    const qint64 number = text.first(length).toLongLong(&fits);
    text = text.sliced(length);
    return fits ? number : 0;
}

} // namespace

QString rangesText(const std::vector<IdRange> &ranges)
{
    QString text;
    for (const IdRange &range : ranges) {
        if (!text.isEmpty())
            text += QLatin1Char(',');
        text += QString::number(range.first);
        if (range.last != range.first) {
            text += QLatin1Char('-');
            text += QString::number(range.last);
        }
    }
    return text;
}

std::optional<std::vector<IdRange>> rangesFromText(const QString &text)
{
    std::vector<IdRange> ranges;
    QStringView rest(text);
    while (!rest.isEmpty()) {
        if (!ranges.empty()) {
            if (!rest.startsWith(u','))
                return {};
            rest = rest.sliced(1);
        }
        IdRange range;
        range.first = range.last = takeNumber(rest);
        if (rest.startsWith(u'-')) {
            rest = rest.sliced(1);
            range.last = takeNumber(rest);
        }
        if (range.first < 1 || range.last < range.first)
            return {};
        ranges.push_back(range);
    }
    return ranges;
}

} // namespace models
