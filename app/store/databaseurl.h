// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace app {

/// Where the store is, as given by --database: "sqlite:PATH" (a relative path is taken from the
/// working directory). A value type; any thread.
struct DatabaseUrl
{
    QString sqlitePath; ///< absolute path of the database file

    /// Reads an address. Fails with words for an unknown scheme, for an empty path and for
    /// "postgresql://…", which this version does not support.
    static models::Result<DatabaseUrl> parse(const QString &text);

    /// The address as text; parse(text()) yields an equal one.
    QString text() const;
    bool operator==(const DatabaseUrl &) const = default;
};

} // namespace app
