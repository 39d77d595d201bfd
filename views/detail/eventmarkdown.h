// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/storedevent.h"

#include <QString>

namespace views {

/// An event as Markdown (CommonMark) for tickets and chats. Texts from outside are escaped, so
/// that they format nothing and hide no links; only https addresses become links, and they
/// show themselves whole. Pure; GUI thread (translated).
QString eventMarkdown(const models::StoredEvent &stored);

} // namespace views
