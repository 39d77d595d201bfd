// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <memory>
#include <vector>

namespace app {

/// Finds the sub-command that was named, reads its options and runs it. `--help` and
/// `--version` are answered here; what is not known is wrong usage. Main thread.
class CommandLine final
{
public:
    explicit CommandLine(std::vector<std::unique_ptr<Command>> commands);

    /// Returns the exit status. `arguments` begins with the program's name.
    int run(const QStringList &arguments);

private:
    Command *find(const QString &name) const;
    int runCommand(Command &command, const QStringList &arguments) const;
    QString help() const;

    std::vector<std::unique_ptr<Command>> m_commands;
};

} // namespace app
