// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/receiversecrets.h"
#include "models/settings/settings.h"

#include <QList>
#include <QString>

namespace models {

/// Something that keeps settings from being used.
struct SettingsProblem
{
    enum class Field : quint8 {
        Address,
        Port,
        Token,
        Authentication,
        Certificate,
        Key,
        TrustedProxies,
        Limits,
        TrustedHosts,
        AllowedHosts,
        Overdue
    };
    Field field = Field::Address;
    QString text; ///< what is wrong and what to do
    bool mayPass = false; ///< may go away by itself: worth trying again
    bool operator==(const SettingsProblem &) const = default;
};

/// What can be seen wrong with settings and secrets without trying them. Empty: worth trying.
/// A token, where its text is known, must be 16 to 512 printable ASCII characters without spaces
/// (RFC 6750 b64token and the vendor's "value of your choice"). Pure.
QList<SettingsProblem> validate(const Settings &settings, const ReceiverSecrets &secrets);

/// What is wrong with one trusted host, as a sentence; empty: nothing. Pure.
QString trustedHostProblem(const QString &entry);

/// What is wrong with one host that is allowed by itself ("host" or "host:port"), as a sentence;
/// empty: nothing. Pure.
QString allowedHostProblem(const QString &entry);

/// What is wrong with one trusted proxy, as a sentence; empty: nothing. Pure.
QString proxyProblem(const QString &entry);

/// A fresh token: 256 bits from the system's random source, base64url without padding.
QString generateToken();

} // namespace models
