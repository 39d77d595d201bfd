// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/overduepolicy.h"
#include "models/boards/triagestate.h"
#include "models/index/filter.h"

#include <QList>
#include <QSet>
#include <QString>

#include <optional>

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
    SmallSet() = default;
    /// `bits`: the number n is in the set by 1 << n.
    explicit SmallSet(quint32 bits) : m_bits(bits) { }
    quint32 bits() const { return m_bits; }
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

/// What the team's state adds to an issue, for filters.
struct TriageMark
{
    TriageJudgement::Standing standing = TriageJudgement::Standing::New;
    bool isConflict = false;
    bool operator==(const TriageMark &) const = default;
};

/// The classes of an issue. `closure` is what its status word means (closureFromWord()); only
/// that of one accepted as it is, is looked at. Pure.
SmallSet classesOf(const IssueDigest &issue, Closure closure, const TriageMark &mark,
                   const OverduePolicy &policy, Instant now);

/// What of an issue a filter asks about.
enum class IssueField : quint8 {
    Class, ///< IssueClass; an issue can be of several
    Severity,
    Standing, ///< TriageJudgement::Standing
    Group, ///< IssueFacts::group, a term as are the next
    Asset, ///< IssueFacts::assetKey()
    Policy, ///< IssueFacts::policy
    Rule, ///< IssueFacts::ruleType
};
inline constexpr int issueFieldCount = 7;

/// A value of an issue: the number of an enumeration, or a term (0: not known).
struct IssueValue
{
    IssueField field = IssueField::Class;
    qint64 key = 0;
    bool operator==(const IssueValue &) const = default;
};
/// A value as one word, and what is read of it again; nothing of what is none. Pure; any thread.
QString written(const IssueValue &value);
std::optional<IssueValue> readIssueValue(const QString &text);

/// Values of issues by field; a value.
struct IssueValues
{
    SmallSet classes; ///< of IssueClass
    SmallSet severities; ///< of Severity
    SmallSet standings; ///< of TriageJudgement::Standing
    QSet<TermId> groups;
    QSet<TermId> assets;
    QSet<TermId> policies;
    QSet<TermId> rules;
    bool operator==(const IssueValues &) const = default;

    bool has(const IssueValue &value) const;
    void set(const IssueValue &value, bool on = true);
    void clear(IssueField field);
    /// Those of one field, ascending.
    QList<qint64> of(IssueField field) const;
    int count(IssueField field) const;
};

/// Which issues are shown: those that have one of the values of each field, and none of the
/// excluded ones, and pass the expression; a field without values asks nothing. A value.
struct IssueFilter : IssueValues
{
    Filter expression; ///< of the search box (FilterScope::IssuesOnly)
    IssueValues excluded;
    bool operator==(const IssueFilter &) const = default;
    bool isEmpty() const { return *this == IssueFilter(); }
};

/// A filter with one value more; it is excluded (selected) no longer. All pure; any thread.
IssueFilter included(const IssueFilter &filter, const IssueValue &value);
IssueFilter excludedToo(const IssueFilter &filter, const IssueValue &value);
/// Selects this value of its field and no other, and excludes none.
IssueFilter only(const IssueFilter &filter, const IssueValue &value);
/// Neither selects nor excludes the value.
IssueFilter released(const IssueFilter &filter, const IssueValue &value);

/// The parts that a filter consists of, each can be dropped: the wanted values of a field, the
/// excluded ones, the top-level clauses of the expression; the last part is all clauses from its
/// place on.
inline constexpr int issuePart(IssueField field, bool excluded)
{
    return 2 * int(field) + (excluded ? 1 : 0);
}
inline constexpr int issueTextPart = 2 * issueFieldCount; ///< the first clause
inline constexpr int issueTextParts = 16;
inline constexpr int issuePartCount = issueTextPart + issueTextParts;
/// The filter without one of its parts (0 to issuePartCount - 1). Pure; any thread.
IssueFilter withoutPart(const IssueFilter &filter, int part);
/// The same without several of them.
IssueFilter withoutParts(const IssueFilter &filter, SmallSet parts);

/// The parts that an issue does not meet, but for the expression, which is not looked at. `classes`
/// as of classesOf(). Pure; any thread.
SmallSet missedParts(const IssueFilter &filter, const IssueDigest &issue, SmallSet classes,
                     TriageJudgement::Standing standing);

} // namespace models
