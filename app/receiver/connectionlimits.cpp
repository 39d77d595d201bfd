// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/connectionlimits.h"

#include <algorithm>

namespace app {

using namespace std::chrono_literals;

models::ReceiverLimits withinReason(models::ReceiverLimits limits)
{
    constexpr qsizetype megabyte = 1024 * 1024;
    constexpr std::chrono::milliseconds day = 24h;
    limits.body = std::clamp<qsizetype>(limits.body, 1, 256 * megabyte);
    limits.head = std::clamp<qsizetype>(limits.head, 64, megabyte);
    limits.headers = std::clamp(limits.headers, 1, 1000);
    limits.depth = std::clamp(limits.depth, 1, 1024);
    limits.connections = std::clamp(limits.connections, 1, 1'000'000);
    limits.connectionsPerPeer = std::clamp(limits.connectionsPerPeer, 1, 1'000'000);
    limits.bodiesInFlight = std::max<qsizetype>(limits.bodiesInFlight, 1);
    limits.headTime = std::clamp<std::chrono::milliseconds>(limits.headTime, 1ms, day);
    limits.bodyTime = std::clamp<std::chrono::milliseconds>(limits.bodyTime, 1ms, day);
    limits.idleTime = std::clamp<std::chrono::milliseconds>(limits.idleTime, 1ms, day);
    limits.failedCredentials = std::max(limits.failedCredentials, 1);
    limits.banTime = std::clamp<std::chrono::milliseconds>(limits.banTime, 0ms, 30 * day);
    return limits;
}

} // namespace app
