// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settings.h"
#include "models/settings/settingsrules.h"

#include <QCoreApplication>
#include <QSslConfiguration>

#include <variant>

namespace app {

/// Reads certificate chain and key (PEM) into a server configuration: TLS 1.2 or newer, no
/// client certificates. Reads files; any thread.
class TlsFiles final
{
    Q_DECLARE_TR_FUNCTIONS(TlsFiles)
public:
    /// A configuration, or what is wrong with one of the files and what to do. Whether the key
    /// belongs to the certificate shows only in a handshake: see TlsProbe.
    static std::variant<QSslConfiguration, models::SettingsProblem> load(
            const models::ReceiverSettings &settings);
};

} // namespace app
