// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/overduepolicy.h"
#include "models/domain/safeurl.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace models {

/// How a sender proves itself (spec/events.md, "The delivery").
enum class AuthMode : quint8 { Bearer, Url, None };

/// Bounds on what a peer may make the receiver hold (design: receiver).
struct ReceiverLimits
{
    qsizetype body = 1024 * 1024; ///< bytes
    qsizetype head = 16 * 1024; ///< bytes of request line and headers
    int headers = 100;
    int depth = 64; ///< nesting of objects and arrays in a body
    int connections = 1024;
    int connectionsPerPeer = 32; ///< loopback excepted
    qsizetype bodiesInFlight = 64 * 1024 * 1024; ///< bytes over all connections
    std::chrono::milliseconds headTime { 10000 };
    std::chrono::milliseconds bodyTime { 30000 };
    std::chrono::milliseconds idleTime { 60000 };
    int failedCredentials = 10; ///< by one peer within banTime before it is shut out
    std::chrono::milliseconds banTime { 60000 };
    bool operator==(const ReceiverLimits &) const = default;
};

/// Where and how the receiver listens.
struct ReceiverSettings
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 8787; ///< 0: any free one
    AuthMode auth = AuthMode::Bearer;
    QString certificateFile; ///< PEM; empty: plain HTTP
    QString keyFile; ///< PEM
    /// Taking events without credentials from other computers was confirmed (AuthMode::None).
    bool openConfirmed = false;
    bool metricsForAll = false; ///< /metrics answers others than loopback, too
    /// Addresses and networks ("10.0.0.0/8") of proxies whose word on the sender is believed.
    QStringList trustedProxies;
    ReceiverLimits limits;
    bool operator==(const ReceiverSettings &) const = default;
};

/// What the person can set; secrets are not among it (see SecretStore).
struct Settings
{
    ReceiverSettings receiver;
    LinkPolicy links;
    OverduePolicy overdue; ///< from when the Issues page calls an open issue overdue
    bool operator==(const Settings &) const = default;
};

} // namespace models
