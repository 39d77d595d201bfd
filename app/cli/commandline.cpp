// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/console.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::CommandLine", text);
}

} // namespace

CommandLine::CommandLine(std::vector<std::unique_ptr<Command>> commands)
    : m_commands(std::move(commands))
{
}

int CommandLine::run(const QStringList &arguments)
{
    const QString first = arguments.value(1);
    if (first == QLatin1String("--help") || first == QLatin1String("-h")
        || first == QLatin1String("help"))
        return printLine(help()) ? exitstatus::done : exitstatus::failed;
    if (first == QLatin1String("--version") || first == QLatin1String("-v")) {
        const bool said =
                printLine(QLatin1String("watchfloor-cli ") + QLatin1String(WATCHFLOOR_VERSION));
        return said ? exitstatus::done : exitstatus::failed;
    }
    if (first.isEmpty())
        return wrongUsage(tr("Name a command."));
    if (first.startsWith(QLatin1Char('-')))
        return wrongUsage(
                tr("“%1” is no option of the program; a command comes first.").arg(first));
    Command *command = find(first);
    if (!command)
        return wrongUsage(tr("There is no command “%1”.").arg(first));
    return runCommand(*command, arguments);
}

Command *CommandLine::find(const QString &name) const
{
    for (const auto &command : m_commands) {
        if (command->name() == name)
            return command.get();
    }
    return nullptr;
}

int CommandLine::runCommand(Command &command, const QStringList &arguments) const
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary());
    command.declare(parser);
    const QCommandLineOption help({ QStringLiteral("h"), QStringLiteral("help") },
                                  tr("Explain the options."));
    parser.addOption(help);
    if (!parser.parse(arguments))
        return wrongUsage(parser.errorText());
    if (parser.isSet(help)) {
        // Qt puts the program as it was called into the first line; ours names the command.
        QString text = parser.helpText().trimmed();
        const QString called = QCoreApplication::arguments().constFirst();
        const qsizetype at = text.indexOf(called);
        if (at >= 0 && at < text.indexOf(QLatin1Char('\n')))
            text.replace(at, called.size(), QLatin1String("watchfloor-cli ") + command.name());
        const QString further = command.furtherHelp();
        if (!further.isEmpty())
            text += QLatin1String("\n\n") + further.trimmed();
        return printLine(text) ? exitstatus::done : exitstatus::failed;
    }
    return command.run(parser, parser.positionalArguments().mid(1));
}

QString CommandLine::help() const
{
    QString text = tr("Usage: watchfloor-cli COMMAND [options]\n"
                      "Watchfloor without a screen.\n\nCommands:\n");
    for (const auto &command : m_commands)
        text += QStringLiteral("  %1 %2\n").arg(command->name(), -10).arg(command->summary());
    text += tr("\nOptions:\n"
               "  -h, --help     Explain the program; after a command: explain its options.\n"
               "  -v, --version  Say which version this is.");
    return text;
}

} // namespace app
