// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QStringList>

namespace app {

/// A certificate and its private key, both PEM.
struct PemPair
{
    QByteArray certificate;
    QByteArray key;
};

/// How long a certificate made here is valid. The limit for public ones is 398 days (CA/Browser
/// Forum, 6.3.2); some clients hold it against any.
inline constexpr std::chrono::days selfSignedTime { 365 };

/// A fresh key (P-256) and a certificate signed with it (X.509 version 3, SHA-256) for a server
/// with these names: host names and addresses as isHostName() takes them, the first becomes the
/// subject. Not a CA: whoever trusts it trusts this server alone. Valid from an hour before `now`,
/// for clocks that go late. Fails without names, or in OpenSSL's words. Any thread, milliseconds.
models::Result<PemPair> makeSelfSigned(const QStringList &names, models::Instant now);

} // namespace app
