// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace models {

/// Text from outside for places that read markup or formulas. All pure; any thread.

/// A text for Jira's wiki markup that formats nothing, links nothing, names nobody and calls no
/// macro; what an escape cannot stop becomes a character entity. Line ends stay.
QString jiraEscaped(const QString &text);

/// An address for the inside of a Jira link: what would end the link is percent-encoded.
QString jiraAddress(const QString &encodedUrl);

/// A text for Slack's mrkdwn: `&`, `<` and `>` as entities, so that it holds no links and no
/// mentions; a bare @here, @channel or @everyone is broken up. Stars and the like only format.
QString slackEscaped(const QString &text);

/// An address for the inside of a Slack link.
QString slackAddress(const QString &encodedUrl);

/// A cell for text that a spreadsheet reads from the clipboard: one line; what the sheet would
/// take for a formula or an opening quote has an apostrophe before it.
QString sheetCell(const QString &text);

/// Rows of cells as tab-separated lines, each cell as sheetCell() makes it; a line end after each.
QString tabSeparated(const QList<QStringList> &rows);

} // namespace models
