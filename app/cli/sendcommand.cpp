// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sendcommand.h"

#include "app/cli/console.h"
#include "app/cli/sendjob.h"
#include "app/shared/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

namespace app {

using models::Failure;
using models::Result;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::SendCommand", text);
}

/// Everything but the token. The failure is wrong usage.
Result<SendPlan> readPlan(const QCommandLineParser &parser, const QStringList &files)
{
    SendPlan plan;
    plan.files = files;
    if (files.isEmpty())
        return Failure { tr("Name at least one file; - is standard input.") };
    plan.url = QUrl(parser.value(QStringLiteral("url")), QUrl::StrictMode);
    const QString scheme = plan.url.scheme();
    if (!plan.url.isValid() || plan.url.host().isEmpty()
        || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return Failure { tr("--url needs an address that begins with http:// or https://.") };
    bool ok = false;
    plan.connections = parser.value(QStringLiteral("connections")).toInt(&ok);
    if (!ok || plan.connections < 1 || plan.connections > 1024)
        return Failure { tr("--connections is a number from 1 to 1024.") };
    if (parser.isSet(QStringLiteral("rate"))) {
        plan.rate = parser.value(QStringLiteral("rate")).toDouble(&ok);
        if (!ok || !(plan.rate > 0) || plan.rate > 1e9)
            return Failure { tr("--rate is a number above 0.") };
    }
    plan.acknowledgedFile = parser.value(QStringLiteral("acknowledged"));
    return plan;
}

} // namespace

QString SendCommand::name() const
{
    return QStringLiteral("send");
}

QString SendCommand::summary() const
{
    return tr("Posts events from JSON Lines to a receiver and reports statuses and latencies.");
}

void SendCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(QStringLiteral("files"),
                                 tr("Files with one event a line; - is standard input."),
                                 tr("FILE…"));
    parser.addOptions({
            { QStringLiteral("url"),
              tr("Address of the receiver, such as http://127.0.0.1:8787/webhook."),
              tr("address") },
            { QStringLiteral("token-file"), tr("File that holds the receiver's bearer token."),
              tr("file") },
            { QStringLiteral("rate"),
              tr("Events a second at most. Default: as fast as the receiver answers."),
              tr("number") },
            { QStringLiteral("connections"),
              tr("How many connections, each with one request under way. Default: 1."),
              tr("number"), QStringLiteral("1") },
            { QStringLiteral("acknowledged"),
              tr("Append every line that was answered with success to this file at once."),
              tr("file") },
            { QStringLiteral("json"), tr("Report as JSON.") },
    });
}

int SendCommand::run(const QCommandLineParser &parser, const QStringList &arguments)
{
    Result<SendPlan> plan = readPlan(parser, arguments);
    if (!plan)
        return wrongUsage(plan.error());
    if (parser.isSet(QStringLiteral("token-file"))) {
        const Result<QString> token = readTokenFile(parser.value(QStringLiteral("token-file")));
        if (!token)
            return failed(token.error());
        for (const QChar c : token.value()) {
            if (c.unicode() <= 0x20 || c.unicode() >= 0x7f)
                return failed(tr("The token has characters that no header may carry."));
        }
        plan.value().token = token.value().toLatin1();
    }

    SendJob job(plan.value());
    QObject::connect(&job, &SendJob::finished, QCoreApplication::instance(),
                     &QCoreApplication::quit, Qt::QueuedConnection);
    QTimer::singleShot(0, &job, &SendJob::start);
    QCoreApplication::exec();

    const QString said = parser.isSet(QStringLiteral("json"))
            ? QString::fromUtf8(QJsonDocument(job.report().json()).toJson(QJsonDocument::Compact))
            : job.report().text();
    if (!printLine(said))
        return exitstatus::failed;
    if (!job.failure().isEmpty())
        return failed(job.failure());
    if (!job.report().allAccepted())
        return failed(tr("Not every event was accepted."));
    return exitstatus::done;
}

} // namespace app
