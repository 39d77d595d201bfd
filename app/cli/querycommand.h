// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/storecommand.h"

namespace app {

/// `query`: events that match, in the language of the search box, as text, JSON or a count.
class QueryCommand final : public StoreCommand
{
public:
    QString name() const override;
    QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    QString furtherHelp() const override;
    int run(const QCommandLineParser &parser, const QStringList &arguments) override;
};

} // namespace app
