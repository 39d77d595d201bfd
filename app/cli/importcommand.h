// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/storecommand.h"

namespace app {

/// `import`: events from JSON Lines into the store, marked as imported, never doubled.
class ImportCommand final : public StoreCommand
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser, const QStringList &arguments) override;
};

} // namespace app
