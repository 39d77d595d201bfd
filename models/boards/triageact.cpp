// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/triageact.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace models {

namespace {

constexpr qsizetype longestValue = 128 * 1024;

constexpr std::array<std::pair<QLatin1String, SnoozeEnd>, 3> ends { {
        { QLatin1String("time"), SnoozeEnd::Time },
        { QLatin1String("event"), SnoozeEnd::NextEvent },
        { QLatin1String("worse"), SnoozeEnd::MoreSevere },
} };

/// The key under which a kind keeps its text.
QLatin1String textKey(ActKind kind)
{
    switch (kind) {
    case ActKind::Acknowledge:
        return QLatin1String("why");
    case ActKind::Assign:
        return QLatin1String("to");
    default:
        return QLatin1String("text");
    }
}

std::optional<SnoozeEnd> endFromWord(const QString &word)
{
    for (const auto &[known, end] : ends) {
        if (word == known)
            return end;
    }
    return {};
}

} // namespace

bool isTriage(ActKind kind)
{
    return kind >= ActKind::Acknowledge && kind <= ActKind::Undo;
}

qint64 eventCount(const std::vector<IdRange> &events)
{
    qint64 count = 0;
    for (const IdRange &range : events) {
        // Each fits, the sum of many need not.
        const qint64 more = range.last - range.first + 1;
        if (more > TriageAct::mostEvents || count > TriageAct::mostEvents)
            return TriageAct::mostEvents + 1;
        count += more;
    }
    return count;
}

std::optional<TriageAct> TriageAct::read(const Act &act)
{
    if (!isTriage(act.kind) || act.value.size() > longestValue)
        return {};
    TriageAct read;
    read.kind = act.kind;
    const QJsonDocument document = QJsonDocument::fromJson(act.value.toUtf8());
    if (!document.isObject())
        return {};
    const QJsonObject value = document.object();
    read.text = value.value(textKey(act.kind)).toString().left(longestText);
    const QJsonValue until = value.value(QLatin1String("until"));
    if (until.isDouble())
        read.until = Instant(std::chrono::milliseconds(until.toInteger()));
    if (act.kind == ActKind::Snooze) {
        const auto end = endFromWord(value.value(QLatin1String("end")).toString());
        if (!end || (*end == SnoozeEnd::Time && !read.until))
            return {};
        read.end = *end;
    }
    if (act.kind == ActKind::Undo) {
        auto acts = rangesFromText(value.value(QLatin1String("acts")).toString());
        if (!acts || acts->empty())
            return {};
        read.acts = std::move(*acts);
    }
    return read;
}

QString TriageAct::value() const
{
    QJsonObject value;
    if (!text.isEmpty() || kind == ActKind::Assign)
        value.insert(textKey(kind), text.left(longestText));
    if (until)
        value.insert(QLatin1String("until"), qint64(until->time_since_epoch().count()));
    if (kind == ActKind::Snooze)
        value.insert(QLatin1String("end"), QString(ends.at(std::size_t(end)).first));
    if (kind == ActKind::Undo)
        value.insert(QLatin1String("acts"), rangesText(acts));
    return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
}

} // namespace models
