// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuematch.h"

#include <QByteArray>

namespace app {

/// An issue as a line for people, without its end, with tabs between the cells: status, the team's
/// state, severity, first seen, opened, closed, age, title, asset, asset group, subject. Words are
/// the portal's where it sent some; times are of ISO 8601 in UTC. On the index's thread.
QByteArray issueLine(const models::IssueGround &ground, quint32 place);

/// An issue as a JSON object in one line, without its end: all that is known of it under stable
/// keys. Words are the stable ones of the filter language, those of the portal stand beside them;
/// times are of ISO 8601 in UTC; null: there is none. On the index's thread.
QByteArray issueJson(const models::IssueGround &ground, quint32 place);

} // namespace app
