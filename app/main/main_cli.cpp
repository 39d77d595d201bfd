// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/exportcommand.h"
#include "app/cli/generatecommand.h"
#include "app/cli/importcommand.h"
#include "app/cli/querycommand.h"
#include "app/cli/sendcommand.h"
#include "app/cli/statscommand.h"
#include "app/cli/verifycommand.h"
#include "app/main/servecommand.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("watchfloor"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WATCHFLOOR_VERSION));

    std::vector<std::unique_ptr<app::Command>> commands;
    commands.push_back(std::make_unique<app::ServeCommand>());
    commands.push_back(std::make_unique<app::ExportCommand>());
    commands.push_back(std::make_unique<app::QueryCommand>());
    commands.push_back(std::make_unique<app::ImportCommand>());
    commands.push_back(std::make_unique<app::StatsCommand>());
    commands.push_back(std::make_unique<app::VerifyCommand>());
    commands.push_back(std::make_unique<app::GenerateCommand>());
    commands.push_back(std::make_unique<app::SendCommand>());
    return app::CommandLine(std::move(commands)).run(QCoreApplication::arguments());
}
