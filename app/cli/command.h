// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QCommandLineParser;

namespace app {

/// What a program tells the shell (design: interfaces, "Programs").
namespace exitstatus {
inline constexpr int done = 0;
inline constexpr int failed = 1; ///< the reason is on standard error
inline constexpr int wrongUsage = 2;
} // namespace exitstatus

/// A sub-command of watchfloor-cli. Main thread.
class Command
{
public:
    virtual ~Command() = default;

    virtual QString name() const = 0;
    /// What it does, in one sentence.
    virtual QString summary() const = 0;
    /// Adds its options and arguments, each with an explanation.
    virtual void declare(QCommandLineParser &parser) const = 0;
    /// What --help says behind the options; may be long.
    virtual QString furtherHelp() const { return {}; }
    /// Does the work and returns the exit status. `arguments` are the positional ones after
    /// the command's name. A command that needs events runs the main loop itself.
    virtual int run(const QCommandLineParser &parser, const QStringList &arguments) = 0;
};

} // namespace app
