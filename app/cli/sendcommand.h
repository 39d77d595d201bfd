// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace app {

/// `send`: posts events from JSON Lines to a receiver and reports statuses and latencies.
class SendCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser, const QStringList &arguments) override;
};

} // namespace app
