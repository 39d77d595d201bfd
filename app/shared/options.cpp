// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace app {

using models::Failure;
using models::Result;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::Options", text);
}

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

Result<models::AuthMode> authMode(const QString &word)
{
    if (word == QLatin1String("bearer"))
        return models::AuthMode::Bearer;
    if (word == QLatin1String("url"))
        return models::AuthMode::Url;
    if (word == QLatin1String("none"))
        return models::AuthMode::None;
    return Failure { tr("--auth is bearer, url or none, not “%1”.").arg(word) };
}

} // namespace

void Options::declareStore(QCommandLineParser &parser)
{
    parser.addOptions({
            { name("data-dir"),
              tr("Folder for the store and the secret. Default: the platform's folder for "
                 "application data, watchfloor."),
              tr("folder") },
            { name("config"), tr("Settings file to use instead of the usual one."), tr("file") },
            { name("database"),
              tr("Where the store is, as sqlite:PATH. Default: a file in the data folder."),
              tr("address") },
    });
}

void Options::declare(QCommandLineParser &parser)
{
    declareStore(parser);
    parser.addOptions({
            { name("address"), tr("Address to listen on. Default: 127.0.0.1."), tr("address") },
            { name("port"), tr("Port to listen on; 0 means any free one. Default: 8787."),
              tr("number") },
            { name("auth"),
              tr("How senders prove themselves: bearer (a token in the header), url (a secret in "
                 "the address) or none. Default: bearer."),
              tr("way") },
            { name("token-file"),
              tr("File that holds the token. A token is never taken from the command line "
                 "itself, where others could read it."),
              tr("file") },
            { name("tls-cert"), tr("Certificate in PEM form; together with --tls-key."),
              tr("file") },
            { name("tls-key"), tr("Private key in PEM form; together with --tls-cert."),
              tr("file") },
    });
}

Result<Options> Options::readStore(const QCommandLineParser &parser)
{
    Options options;
    options.dataDir = parser.value(name("data-dir"));
    if (options.dataDir.isEmpty()) {
        if (parser.isSet(name("data-dir")))
            return Failure { tr("--data-dir needs the name of a folder.") };
        options.dataDir = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                + QLatin1String("/watchfloor");
    }
    options.dataDir = QDir::cleanPath(QDir(options.dataDir).absolutePath());
    options.configFile = parser.value(name("config"));
    if (options.configFile.isEmpty())
        options.configFile = options.dataDir + QLatin1String("/settings.ini");
    options.database = parser.value(name("database"));
    if (options.database.isEmpty())
        options.database =
                QLatin1String("sqlite:") + options.dataDir + QLatin1String("/watchfloor.sqlite");
    return options;
}

Result<Options> Options::read(const QCommandLineParser &parser)
{
    Result<Options> store = readStore(parser);
    if (!store)
        return store;
    Options options = store.value();
    if (parser.isSet(name("address")))
        options.address = parser.value(name("address"));
    if (parser.isSet(name("port"))) {
        bool ok = false;
        const QString given = parser.value(name("port"));
        options.port = given.toUShort(&ok);
        if (!ok)
            return Failure { tr("--port is a number from 0 to 65535, not “%1”.").arg(given) };
    }
    if (parser.isSet(name("auth"))) {
        const Result<models::AuthMode> auth = authMode(parser.value(name("auth")));
        if (!auth)
            return Failure { auth.error() };
        options.auth = auth.value();
    }
    options.tokenFile = parser.value(name("token-file"));
    if (parser.isSet(name("token-file")) && options.tokenFile.isEmpty())
        return Failure { tr("--token-file needs the name of a file.") };
    options.certificateFile = parser.value(name("tls-cert"));
    options.keyFile = parser.value(name("tls-key"));
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty())
        return Failure { tr("--tls-cert and --tls-key belong together.") };
    return options;
}

QString Options::secretFile() const
{
    return dataDir + QLatin1String("/token");
}

models::Settings Options::over(models::Settings settings) const
{
    if (address)
        settings.receiver.address = *address;
    if (port)
        settings.receiver.port = *port;
    if (auth)
        settings.receiver.auth = *auth;
    if (!certificateFile.isEmpty()) {
        settings.receiver.certificateFile = certificateFile;
        settings.receiver.keyFile = keyFile;
    }
    return settings;
}

Result<QString> Options::token() const
{
    return readTokenFile(tokenFile);
}

Result<QString> readTokenFile(const QString &path)
{
    const Result<SecretBytes> bytes = readTokenBytes(path);
    if (!bytes)
        return Failure { bytes.error() };
    return QString::fromUtf8(bytes.value().view()).trimmed();
}

Result<SecretBytes> readTokenBytes(const QString &path)
{
    constexpr qint64 most = 4096;
    Result<SecretBytes> bytes = readSecretBytes(path, most + 1);
    if (!bytes)
        return Failure { tr("The token file %1 cannot be read: %2.").arg(path, bytes.error()) };
    const QByteArrayView view = bytes.value().view();
    if (view.size() > most)
        return Failure { tr("The token file %1 is larger than a token can be.").arg(path) };
    if (view.trimmed().isEmpty())
        return Failure { tr("The token file %1 is empty.").arg(path) };
    return bytes;
}

} // namespace app
