// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importcommand.h"

#include "app/cli/console.h"
#include "app/cli/importjob.h"
#include "app/shared/stopsignals.h"
#include "app/shared/worker.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::ImportCommand", text);
}

bool isTerminal()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDERR_FILENO) == 1;
#else
    return false;
#endif
}

} // namespace

QString ImportCommand::name() const
{
    return QStringLiteral("import");
}

QString ImportCommand::summary() const
{
    return tr("Stores events from JSON Lines; those that are there already are left out.");
}

void ImportCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addPositionalArgument(
            QStringLiteral("files"),
            tr("Files with one event a line, or lines of \"export --format jsonl\", which keep "
               "their time of arrival; - is standard input."),
            tr("FILE…"));
}

int ImportCommand::run(const QCommandLineParser &parser, const QStringList &arguments)
{
    if (arguments.isEmpty())
        return wrongUsage(tr("Name at least one file; - is standard input."));
    DatabaseUrl url;
    if (const int status = findStore(parser, url); status != exitstatus::done)
        return status;

    const bool progress = isTerminal();
    StopSignals stopSignals;
    Worker<ImportJob> job(QStringLiteral("import"), url, arguments, progress);
    QString said;
    QString failure;
    QObject context;
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &context,
                     [&job] { job.object().stop(); });
    QObject::connect(&job.object(), &ImportJob::finished, &context,
                     [&](const QString &summary, const QString &reason) {
                         said = summary;
                         failure = reason;
                         QCoreApplication::quit();
                     });
    job.call([](ImportJob &object) { object.run(); });
    QCoreApplication::exec();

    if (progress)
        std::fputs("\r\033[K", stderr);
    if (!printLine(said))
        return exitstatus::failed;
    return failure.isEmpty() ? exitstatus::done : failed(failure);
}

} // namespace app
