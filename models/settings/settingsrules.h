// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settings.h"

#include <QList>
#include <QString>

namespace models {

/// Something that keeps settings from being used.
struct SettingsProblem
{
    enum class Field : quint8 { Address, Port, Token, Certificate, Key, TrustedHosts };
    Field field = Field::Address;
    QString text; ///< what is wrong and what to do
    bool operator==(const SettingsProblem &) const = default;
};

/// What can be seen wrong with settings and token without trying them. Empty: worth trying.
/// The token must be 16 to 512 printable ASCII characters without spaces (RFC 6750 b64token
/// and the vendor's "value of your choice"). Pure.
QList<SettingsProblem> validate(const Settings &settings, const QString &token);

/// A fresh token: 256 bits from the system's random source, base64url without padding.
QString generateToken();

} // namespace models
