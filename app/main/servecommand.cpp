// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/servecommand.h"

#include "app/cli/console.h"
#include "app/main/collector.h"
#include "app/settings/filesecrets.h"
#include "app/settings/keptsecret.h"
#include "app/settings/settingsfile.h"
#include "app/shared/coredumps.h"
#include "app/shared/options.h"
#include "app/shared/stopsignals.h"
#include "models/domain/certificatewarning.h"
#include "models/settings/settingsrules.h"
#include "models/settings/tokenrules.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace app {

using models::Failure;
using models::Result;

namespace {

constexpr const char *coreDumps = "core-dumps";

QString tr(const char *text)
{
    return QCoreApplication::translate("app::ServeCommand", text);
}

/// The token: from its file, else from the data folder, where one is made at first start.
Result<SecretBytes> findToken(const Options &options)
{
    if (!options.tokenFile.isEmpty())
        return readTokenBytes(options.tokenFile);
    const FileSecrets secrets(options.secretFile());
    Result<SecretBytes> token = secrets.readBytes();
    if (!token || !token.value().view().trimmed().isEmpty())
        return token;
    SecretBytes made(models::generateTokenBytes());
    if (const Result<models::Done> kept = secrets.write(made); !kept)
        return Failure { kept.error() };
    note(tr("A token was made; it is in %1.").arg(secrets.path()));
    return made;
}

/// Runs the main loop until the collector has stopped; returns the exit status.
int serve(Collector &collector)
{
    StopSignals stopSignals;
    int status = exitstatus::done;
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &collector, &Collector::stop);
    QObject::connect(&collector, &Collector::listening, &collector,
                     [](const QString &url) { printLine(tr("listening on %1").arg(url)); });
    QObject::connect(&collector, &Collector::failed, &collector,
                     [&collector, &status](const QString &reason) {
                         status = failed(reason);
                         collector.stop();
                     });
    QObject::connect(&collector, &Collector::waiting, &collector, [](const QString &reason) {
        note(tr("%1 Trying again every few seconds.").arg(reason));
    });
    QObject::connect(&collector, &Collector::certificateChanged, &collector,
                     [](const std::optional<models::CertificateInfo> &certificate) {
                         if (!certificate)
                             return;
                         const auto warning =
                                 models::certificateWarning(*certificate, models::now());
                         if (!warning.text.isEmpty())
                             note(warning.text);
                     });
    QObject::connect(&collector, &Collector::certificateProblem, &collector,
                     [](const QString &text) {
                         if (!text.isEmpty())
                             note(text);
                     });
    QObject::connect(&collector, &Collector::storeFailed, &collector,
                     [](const QString &reason) { note(reason); });
    QObject::connect(&collector, &Collector::storeRecovered, &collector,
                     [] { note(tr("Events are stored again.")); });
    QObject::connect(&collector, &Collector::stopped, &collector, &QCoreApplication::quit);
    collector.start();
    QCoreApplication::exec();
    return status;
}

} // namespace

QString ServeCommand::name() const
{
    return QStringLiteral("serve");
}

QString ServeCommand::summary() const
{
    return tr("Receives events and stores them, until SIGTERM or SIGINT.");
}

void ServeCommand::declare(QCommandLineParser &parser) const
{
    Options::declare(parser);
    parser.addOption({ QString::fromLatin1(coreDumps),
                       tr("Lets the system write core dumps of this program, and debuggers of the "
                          "same user read its memory. Without it neither may, as what was received "
                          "would be in them.") });
}

int ServeCommand::run(const QCommandLineParser &parser, const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return wrongUsage(tr("“%1” is not expected here.").arg(arguments.first()));
    if (!parser.isSet(QString::fromLatin1(coreDumps)))
        refuseCoreDumps();
    const Result<Options> options = Options::read(parser);
    if (!options)
        return wrongUsage(options.error());
    const Result<DatabaseUrl> url = DatabaseUrl::parse(options.value().database);
    if (!url)
        return wrongUsage(url.error());
    const Result<models::Settings> kept = SettingsFile(options.value().configFile).load();
    if (!kept)
        return failed(kept.error());
    const models::Settings settings = options.value().over(kept.value());
    models::ReceiverSecrets secrets;
    if (settings.receiver.auth != models::AuthMode::None) {
        const Result<SecretBytes> found = findToken(options.value());
        if (!found)
            return failed(found.error());
        const auto hidden = readHidden(found.value(), settings.receiver.auth);
        if (!hidden)
            return failed(hidden.error());
        secrets = hidden.value();
    }
    const QList<models::SettingsProblem> problems = models::validate(settings, secrets);
    if (!problems.isEmpty())
        return failed(problems.first().text);
    Collector collector(url.value(), settings.receiver, secrets);
    return serve(collector);
}

} // namespace app
