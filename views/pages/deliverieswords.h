// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"
#include "views/widgets/emptystate.h"

#include <optional>

namespace views {

/// What the page of requests says in the table's place. All pure; translated.
EmptyState::Content noRequests();
EmptyState::Content loadingRequests();
EmptyState::Content requestsUnreadable(const QString &reason);
/// Requests there are, but none under the filter: names what was chosen.
EmptyState::Content noRequestMatches(const models::DeliveryFilter &filter);
/// "1,204 of 48,210 requests", or "300 requests" where nothing is filtered.
QString requestCount(qint64 shown, std::optional<qint64> total, bool filtered);

} // namespace views
