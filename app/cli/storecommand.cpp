// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/storecommand.h"

#include "app/cli/console.h"
#include "app/settings/settingsfile.h"
#include "app/shared/options.h"

#include <QCommandLineParser>

namespace app {

void StoreCommand::declareStore(QCommandLineParser &parser)
{
    Options::declareStore(parser);
}

int StoreCommand::findStore(const QCommandLineParser &parser, DatabaseUrl &url)
{
    const models::Result<Options> options = Options::readStore(parser);
    if (!options)
        return wrongUsage(options.error());
    const models::Result<DatabaseUrl> parsed = DatabaseUrl::parse(options.value().database);
    if (!parsed)
        return wrongUsage(parsed.error());
    url = parsed.value();
    return exitstatus::done;
}

int StoreCommand::openStore(const QCommandLineParser &parser, std::unique_ptr<EventReader> &reader)
{
    DatabaseUrl url;
    if (const int status = findStore(parser, url); status != exitstatus::done)
        return status;
    auto opened = EventReader::open(url);
    if (!opened)
        return failed(opened.error());
    reader = std::move(opened.value());
    return exitstatus::done;
}

models::Result<models::Settings> StoreCommand::keptSettings(const QCommandLineParser &parser)
{
    const models::Result<Options> options = Options::readStore(parser);
    if (!options)
        return models::Failure { options.error() };
    return SettingsFile(options.value().configFile).load();
}

} // namespace app
