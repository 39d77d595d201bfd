// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/storedevent.h"

#include <QString>

namespace views {

/// What can be copied of an event, in the order of the menu.
enum class CopyKind : quint8 { Link, Title, Json, Markdown, Jira, Slack, Curl };

/// An event in Jira's wiki markup: severity, asset and facts, recommendation, description, portal
/// link. Texts from outside are escaped and bounded. Pure; GUI thread (translated).
QString eventJira(const models::StoredEvent &stored);

/// An event in Slack's mrkdwn, short: title, severity, status, asset, recommendation, portal link.
/// Pure; GUI thread (translated).
QString eventSlack(const models::StoredEvent &stored);

/// The event as text of a kind; empty: it has none, such as no link. `receiver` is where a replay
/// is sent to. Pure; GUI thread (translated).
QString eventCopy(const models::StoredEvent &stored, CopyKind kind, const QString &receiver);

/// "Link copied" and so on, for a status line.
QString copiedText(CopyKind kind);

} // namespace views
