// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/storecommand.h"

namespace app {

/// `verify`: looks whether the store is whole.
class VerifyCommand final : public StoreCommand
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser, const QStringList &arguments) override;
};

} // namespace app
