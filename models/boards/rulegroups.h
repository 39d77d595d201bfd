// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/chunks.h"
#include "models/boards/issuerecord.h"

#include <QHash>

#include <vector>

namespace models {

/// Subjects by rule type and asset, chained through IssueState::sameRule, and which of them are a
/// problem that came back under a new id. A value; one thread.
class RuleGroups final
{
public:
    using States = Chunks<IssueState>;

    /// Moves a subject from the group of what was known of it to that of what is known now.
    void move(States &states, quint32 subject, const IssueFacts &before, const IssueFacts &after);
    /// The subject's begin or end changed: its group has to be counted again.
    void touch(const IssueFacts &facts);
    /// Counts what was touched; appends the subjects whose count changed.
    void settle(States &states, std::vector<quint32> &changed);
    /// All subjects of the rule type on the asset, in no order; none where either is not known.
    std::vector<quint32> members(const States &states, const IssueFacts &facts) const;

private:
    static quint64 keyOf(const IssueFacts &facts);
    void count(States &states, quint32 first, std::vector<quint32> &changed);

    QHash<quint64, quint32> m_first; ///< head of each chain
    std::vector<quint64> m_touched;
    std::vector<qint64> m_fixes; ///< kept for its memory only
};

} // namespace models
