// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settings.h"
#include "models/settings/settingsrules.h"

#include <QCoreApplication>
#include <QSslConfiguration>

#include <variant>

namespace app {

/// Reads certificate chain and key (PEM) into a server configuration: TLS 1.2 or newer, suites
/// with forward secrecy and authenticated encryption only (RFC 9325, 4.2), no client
/// certificates. Reads files of at most 1 MiB; any thread.
class TlsFiles final
{
    Q_DECLARE_TR_FUNCTIONS(TlsFiles)
public:
    /// A configuration, or what is wrong with one of the files and what to do. Whether the key
    /// belongs to the certificate shows only in a handshake: see TlsProbe.
    static std::variant<QSslConfiguration, models::SettingsProblem> load(
            const models::ReceiverSettings &settings);

    /// What should be better about files that can be used, with what to do; empty: nothing. That
    /// other users can read the key is said here and not refused: a refusal could lock a person
    /// out of a receiver that runs. A group's right is not counted; Debian's ssl-cert is one.
    static QString warning(const models::ReceiverSettings &settings);
};

} // namespace app
