// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/store/eventreader.h"
#include "models/settings/settings.h"

#include <memory>

namespace app {

/// What the commands that read the store have in common: which store, and opening it.
class StoreCommand : public Command
{
protected:
    /// Adds the options that say where the store is.
    static void declareStore(QCommandLineParser &parser);
    /// Finds where the store is and returns done, or says why not and returns another exit status.
    static int findStore(const QCommandLineParser &parser, DatabaseUrl &url);
    /// Opens the store and returns done, or says why not and returns another exit status.
    static int openStore(const QCommandLineParser &parser, std::unique_ptr<EventReader> &reader);
    /// The settings beside the store, or those of --config; defaults where there are none. Fails
    /// where the file cannot be read.
    static models::Result<models::Settings> keptSettings(const QCommandLineParser &parser);
};

} // namespace app
