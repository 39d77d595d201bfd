// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/overduepolicy.h"
#include "models/boards/triagestate.h"

#include <QSet>
#include <QString>

namespace models {

/// What people look for among issues. The first four overlap, the others exclude each other.
enum class IssueClass : quint8 {
    Open,
    Overdue,
    BackAgain, ///< open, and fixed before under another id
    Conflict, ///< our state and the portal's do not fit together
    Fixed,
    WontFix,
    RiskAccepted,
    CompensatingControl,
    AcceptedByPolicy,
    ClosedOtherwise,
    Unknown, ///< no event said whether it is open
};
inline constexpr int issueClassCount = 11;

/// A set of small numbers, such as those of an enumeration; a value.
class SmallSet final
{
public:
    template<typename T> bool has(T value) const { return (m_bits >> int(value) & 1U) != 0; }
    template<typename T> void set(T value, bool on = true)
    {
        const quint32 bit = 1U << int(value);
        m_bits = on ? m_bits | bit : m_bits & ~bit;
    }
    bool isEmpty() const { return m_bits == 0; }
    int size() const { return int(qPopulationCount(m_bits)); }
    bool meets(SmallSet other) const { return (m_bits & other.m_bits) != 0; }
    bool operator==(const SmallSet &) const = default;

private:
    quint32 m_bits = 0;
};

/// The classes of an issue. `closure` is what its status word means (closureFromWord()); only
/// that of one accepted as it is, is looked at. Pure.
SmallSet classesOf(const Issue &issue, Closure closure, const TriageJudgement &judgement,
                   const OverduePolicy &policy, Instant now);

/// Which issues are shown: those that meet every part; an empty part asks nothing. A value.
struct IssueFilter
{
    QString text; ///< somewhere in what the issue says of itself, without case or accents
    SmallSet classes; ///< of IssueClass
    SmallSet severities; ///< of Severity
    SmallSet standings; ///< of TriageJudgement::Standing
    QSet<TermId> groups;
    bool operator==(const IssueFilter &) const = default;
    bool isEmpty() const { return *this == IssueFilter(); }
};

} // namespace models
