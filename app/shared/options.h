// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shared/secretbytes.h"
#include "models/domain/result.h"
#include "models/settings/settings.h"

#include <QString>

#include <optional>

class QCommandLineParser;

namespace app {

/// The options that both programs share, as given on the command line. They override the
/// settings file for one run. A value type; any thread.
struct Options
{
    QString dataDir; ///< absolute; the platform's folder where the option is not given
    QString configFile; ///< the settings file; settings.ini in dataDir where not given
    QString database; ///< the store's address; never empty
    std::optional<QString> address;
    std::optional<quint16> port;
    std::optional<models::AuthMode> auth;
    QString tokenFile; ///< empty: the token comes from the secret store
    QString certificateFile;
    QString keyFile;

    /// Declares every shared option with its explanation.
    static void declare(QCommandLineParser &parser);
    /// Reads them after parse(). Fails with words for a wrong value (wrong usage).
    static models::Result<Options> read(const QCommandLineParser &parser);
    /// The same for programs that only read the store: --data-dir, --config and --database.
    static void declareStore(QCommandLineParser &parser);
    static models::Result<Options> readStore(const QCommandLineParser &parser);

    /// Where the token rests without a secret store: "token" in dataDir.
    QString secretFile() const;
    /// `settings` with what was given on the command line put over it.
    models::Settings over(models::Settings settings) const;
    /// The token in the token file, without white space around it. Fails with words when the
    /// file cannot be read, is empty or larger than 4 KiB. Only where tokenFile is not empty.
    models::Result<QString> token() const;
};

/// Reads a secret from a file for --token-file, as Options::token() does.
models::Result<QString> readTokenFile(const QString &path);
/// The same as bytes that are wiped after use, still with the white space around them.
models::Result<SecretBytes> readTokenBytes(const QString &path);

} // namespace app
