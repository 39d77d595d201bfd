// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/storecommand.h"

namespace app {

/// `stats`: counts of events by what they are, and of deliveries by what became of them.
class StatsCommand final : public StoreCommand
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser, const QStringList &arguments) override;
};

} // namespace app
