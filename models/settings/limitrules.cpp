// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/limitrules.h"

#include <QCoreApplication>
#include <QLocale>

#include <limits>
#include <type_traits>

namespace models {
namespace {

constexpr qint64 kibi = 1024;
constexpr qint64 mebi = 1024 * kibi;
constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;

QString words(const char *text)
{
    return QCoreApplication::translate("models::Settings", text);
}

/// Calls `visit` with the field that holds the limit.
template<typename Limits, typename Visit> auto visitLimit(Limits &limits, Limit limit, Visit visit)
{
    switch (limit) {
    case Limit::Body:
        return visit(limits.body);
    case Limit::BodiesInFlight:
        return visit(limits.bodiesInFlight);
    case Limit::Head:
        return visit(limits.head);
    case Limit::Headers:
        return visit(limits.headers);
    case Limit::Depth:
        return visit(limits.depth);
    case Limit::Connections:
        return visit(limits.connections);
    case Limit::ConnectionsPerPeer:
        return visit(limits.connectionsPerPeer);
    case Limit::HeadTime:
        return visit(limits.headTime);
    case Limit::BodyTime:
        return visit(limits.bodyTime);
    case Limit::IdleTime:
        return visit(limits.idleTime);
    case Limit::FailedCredentials:
        return visit(limits.failedCredentials);
    case Limit::BanTime:
        break;
    }
    return visit(limits.banTime);
}

} // namespace

const QList<LimitRange> &limitRanges()
{
    static const QList<LimitRange> ranges {
        { Limit::Body, kibi, 64 * mebi, kibi },
        { Limit::BodiesInFlight, mebi, 1024 * mebi, mebi },
        { Limit::Head, kibi, 64 * kibi, kibi },
        { Limit::Headers, 10, 1000, 1 },
        { Limit::Depth, 4, 512, 1 },
        { Limit::Connections, 1, 10000, 1 },
        { Limit::ConnectionsPerPeer, 1, 10000, 1 },
        { Limit::HeadTime, second, 10 * minute, second },
        { Limit::BodyTime, second, 10 * minute, second },
        { Limit::IdleTime, second, 10 * minute, second },
        { Limit::FailedCredentials, 1, 1000, 1 },
        { Limit::BanTime, second, 24 * hour, second },
    };
    return ranges;
}

QString limitName(Limit limit)
{
    switch (limit) {
    case Limit::Body:
        return words("Largest body");
    case Limit::BodiesInFlight:
        return words("All bodies under way together");
    case Limit::Head:
        return words("Largest request line and headers");
    case Limit::Headers:
        return words("Most headers");
    case Limit::Depth:
        return words("Deepest nesting of a body");
    case Limit::Connections:
        return words("Most connections");
    case Limit::ConnectionsPerPeer:
        return words("Most connections of one sender");
    case Limit::HeadTime:
        return words("Time for the headers");
    case Limit::BodyTime:
        return words("Time for the body");
    case Limit::IdleTime:
        return words("Time without a request");
    case Limit::FailedCredentials:
        return words("Wrong credentials of one sender");
    case Limit::BanTime:
        break;
    }
    return words("Time a sender is shut out");
}

QString limitText(const LimitRange &range, qint64 value)
{
    const QLocale locale;
    const bool isTime = range.unit == second;
    if (range.unit == 1)
        return locale.toString(value);
    if (isTime && value % second == 0)
        return words("%1 s").arg(locale.toString(value / second));
    if (isTime)
        return words("%1 ms").arg(locale.toString(value));
    if (value % mebi == 0 && value != 0)
        return words("%1 MiB").arg(locale.toString(value / mebi));
    if (value % kibi == 0 && value != 0)
        return words("%1 KiB").arg(locale.toString(value / kibi));
    return words("%1 bytes").arg(locale.toString(value));
}

qint64 limitValue(const ReceiverLimits &limits, Limit limit)
{
    return visitLimit(limits, limit, [](const auto &field) -> qint64 {
        if constexpr (std::is_same_v<std::decay_t<decltype(field)>, std::chrono::milliseconds>)
            return field.count();
        else
            return field;
    });
}

void setLimitValue(ReceiverLimits &limits, Limit limit, qint64 value)
{
    visitLimit(limits, limit, [value](auto &field) {
        using Field = std::decay_t<decltype(field)>;
        if constexpr (std::is_same_v<Field, int>)
            field = int(qBound(qint64(std::numeric_limits<int>::min()), value,
                               qint64(std::numeric_limits<int>::max())));
        else
            field = Field(value);
    });
}

QStringList limitProblems(const ReceiverLimits &limits)
{
    QStringList problems;
    for (const LimitRange &range : limitRanges()) {
        const qint64 value = limitValue(limits, range.limit);
        if (value < range.lowest || value > range.highest) {
            problems += words("“%1” must be %2 to %3; it is %4.")
                                .arg(limitName(range.limit), limitText(range, range.lowest),
                                     limitText(range, range.highest), limitText(range, value));
        }
    }
    if (limits.connectionsPerPeer > limits.connections) {
        problems +=
                words("“%1” must not be more than “%2”.")
                        .arg(limitName(Limit::ConnectionsPerPeer), limitName(Limit::Connections));
    }
    if (limits.bodiesInFlight < limits.body) {
        problems += words("“%1” must not be less than “%2”.")
                            .arg(limitName(Limit::BodiesInFlight), limitName(Limit::Body));
    }
    return problems;
}

} // namespace models
