// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFontMetrics;

namespace views {

class ColumnHeader;

/// How the columns of models::IssuesModel share the width. GUI thread.
void planIssueColumns(ColumnHeader &header, const QFontMetrics &metrics);

} // namespace views
