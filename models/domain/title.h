// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace models {

/// The first sentence of a text, at most 200 characters (then ending in …): serves as title
/// where the portal sends none (spec/events.md, "There is no title"). The two characters
/// backslash-n count as a line end. Pure.
QString firstSentence(const QString &text);

/// A word of the feed as a phrase: "SQL_INJECTION_ATTEMPT" → "Sql injection attempt". Text that
/// is not all upper case, digits and underscores comes back unchanged. Pure.
QString phraseOfWord(const QString &word);

/// The title of an event that a person made of a refused part: "Accepted by hand: <reason>". Pure.
QString titleOfAccepted(const QString &reason);

} // namespace models
