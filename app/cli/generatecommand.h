// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace app {

/// `generate`: sample events as JSON Lines on standard output; the same options give the same
/// bytes.
class GenerateCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser, const QStringList &arguments) override;
};

} // namespace app
