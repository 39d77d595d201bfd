// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/index/filter.h"

namespace app {

/// A query, and what it asks for.
struct Query
{
    models::Filter filter;
    models::FilterScope scope = models::FilterScope::Events;
};

/// Reads a query that may ask for issues instead of events. The failure is wrong usage, in words;
/// below them stand the query and a line that points at its wrong part, and what is most likely
/// meant. Pure; any thread.
models::Result<Query> readQuery(const QString &text);
/// The same for a command that knows events only.
models::Result<models::Filter> readEventQuery(const QString &text);

} // namespace app
