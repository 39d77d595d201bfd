// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/storecommand.h"

#include "app/cli/console.h"
#include "app/shared/options.h"

#include <QCommandLineParser>

namespace app {

void StoreCommand::declareStore(QCommandLineParser &parser)
{
    Options::declareStore(parser);
}

int StoreCommand::openStore(const QCommandLineParser &parser, std::unique_ptr<EventReader> &reader)
{
    const models::Result<Options> options = Options::readStore(parser);
    if (!options)
        return wrongUsage(options.error());
    const models::Result<DatabaseUrl> url = DatabaseUrl::parse(options.value().database);
    if (!url)
        return wrongUsage(url.error());
    auto opened = EventReader::open(url.value());
    if (!opened)
        return failed(opened.error());
    reader = std::move(opened.value());
    return exitstatus::done;
}

} // namespace app
