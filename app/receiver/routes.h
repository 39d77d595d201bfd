// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/request.h"

namespace app {

/// A request target taken apart.
struct Target
{
    Route route = Route::Unknown;
    QByteArrayView secret; ///< the part after /hook/; only of Route::Hook
};

/// Finds the route of an origin-form target by exact comparison; a query is ignored.
/// Pure, any thread.
Target findRoute(QByteArrayView target);

/// The methods a route answers, as for an Allow header (RFC 9110, 10.2.1).
QByteArray allowedMethods(Route route);

/// The path for records and lists: a secret in it is replaced by "…", and so is every part of
/// an unknown path that is as long as a secret can be, since the address may be mistyped. Unknown
/// paths are cut at 200 characters and cleaned of everything but printable ASCII.
QString recordedPath(QByteArrayView target);

/// True for the routes that take events.
bool takesEvents(Route route);

} // namespace app
