// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace models {

/// How many events match a filter: those that were not read, and those whose status is open.
struct ViewCount
{
    qint64 unread = 0;
    qint64 open = 0;
    bool operator==(const ViewCount &) const = default;
};

} // namespace models
