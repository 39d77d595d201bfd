// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verifycommand.h"

#include "app/cli/console.h"
#include "app/store/storecheck.h"
#include "models/items/eventtext.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::VerifyCommand", text);
}

} // namespace

QString VerifyCommand::name() const
{
    return QStringLiteral("verify");
}

QString VerifyCommand::summary() const
{
    return tr("Looks whether the store is whole, without changing it.");
}

void VerifyCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
}

int VerifyCommand::run(const QCommandLineParser &parser, const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return wrongUsage(tr("“%1” is not expected here.").arg(arguments.first()));
    DatabaseUrl url;
    if (const int status = findStore(parser, url); status != exitstatus::done)
        return status;
    const auto found = StoreCheck(url).run();
    if (!found)
        return failed(found.error());
    for (const QString &problem : found.value().problems) {
        if (!printLine(models::singleLine(problem)))
            return exitstatus::failed;
    }
    const QString looked = tr("Looked at %1 events and the record of %2 requests.")
                                   .arg(found.value().events)
                                   .arg(found.value().deliveries);
    if (!printLine(looked))
        return exitstatus::failed;
    if (!found.value().problems.isEmpty()) {
        return failed(tr("The store is not whole. Keep a copy of it as it is; export what can be "
                         "read, and restore the rest from a copy or ask the portal for it."));
    }
    return printLine(tr("The store is whole.")) ? exitstatus::done : exitstatus::failed;
}

} // namespace app
