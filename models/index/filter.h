// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace models {

/// What a clause of the filter language can ask about. Facets come first, in screen order.
enum class Field : quint8 {
    Group,
    Severity,
    Status,
    Product,
    Type,
    Asset,
    Policy,
    Family,
    HostedOn,
    DiscoveredVia,
    Triage, ///< what the team decided about the subject: Standing
    // not shown as facets
    AssetType,
    Subject,
    Title,
    Actor,
    Age, ///< now minus event time: age>7d, age<12h
    Time, ///< event time: time>=2026-11-01
    Received, ///< arrival
    Is, ///< open, closed, unread, read
    Path, ///< whatever stands at a path of the body; FilterNode::path says where
    Any, ///< free text over everything that is shown
    // of issues only; two have the name of one of events
    IssueIs, ///< `is`: issue, open, closed, overdue, … (IssueTrait)
    OpenAge, ///< `age`: how long the issue has been open
    FirstSeen,
    Opened,
    Closed,
    AssignedTo,
};
inline constexpr int facetCount = 11;

/// What an expression asks for. Each has some fields and words of its own.
enum class FilterScope : quint8 {
    Events,
    Issues, ///< `is:issue` is one of the top-level clauses
    IssuesOnly, ///< nothing but issues can be asked for, so `is:issue` may be left out
};

/// A node of the filter expression; immutable, shared freely between threads.
struct FilterNode
{
    enum class Kind : quint8 { All, And, Or, Not, Match };
    enum class Relation : quint8 { Is, Less, LessOrEqual, Greater, GreaterOrEqual };
    Kind kind = Kind::All;
    std::vector<std::shared_ptr<const FilterNode>> children; ///< And, Or, Not
    Field field = Field::Any; ///< Match
    Relation relation = Relation::Is;
    QString path; ///< Field::Path: as PayloadPath::text()
    QStringList values; ///< Match: any of them; case does not matter
};

/// The one truth of what is shown: a parsed expression and its text. Facets, chips and the
/// search box are views of it. Grammar:
///   expr   := or
///   or     := and ("or" and)*
///   and    := unary ("and"? unary)*
///   unary  := ("-" | "not") unary | "(" expr ")" | clause
///   clause := field ":" value ("," value)* | field (">" | ">=" | "<" | "<=") value
///           | word | "quoted text"
/// `field:value` is equality without case (family, severity and status by their stable words or
/// the vendor's; `*` at the end of a value matches any rest, `*` alone whatever is not empty); a
/// lone word is searched in every text. A name with a dot in it is a path of the body: see
/// PayloadPath; such a field can be compared with numbers and times. An empty filter matches
/// everything. A value type; any thread.
class Filter final
{
public:
    Filter();

    /// A change of the text: what it puts in the place of a part.
    struct Edit
    {
        qsizetype position = 0;
        qsizetype length = 0;
        QString text;
        bool operator==(const Edit &) const = default;
    };
    struct Problem
    {
        qsizetype position = 0; ///< of the wrong part, in UTF-16 units
        qsizetype length = 0;
        QString text; ///< what is wrong, with a suggestion where there is one
        std::optional<Edit> fix; ///< a change that most likely cures it
    };
    struct Parsed;

    /// Reads an expression that asks for events, or for issues. A text that is wrong, also for
    /// this scope alone, yields a problem and no filter; nesting is bounded to 64, the text to
    /// 4,096 characters.
    static Parsed parse(const QString &text, FilterScope scope = FilterScope::Events);

    /// The expression as text; parse(text()) yields an equal filter.
    QString text() const;
    bool isEmpty() const;
    const FilterNode &root() const { return *m_root; }

    /// The values of `field` that a top-level clause selects; empty: any.
    QStringList values(Field field) const;
    /// This filter with its top-level selection on `field` replaced; no values: any.
    /// Other clauses stay as they are.
    Filter withValues(Field field, const QStringList &values) const;
    /// The values of `field` that top-level clauses exclude (-field:value).
    QStringList excluded(Field field) const;
    /// This filter with its top-level exclusions on `field` replaced by one clause; no values:
    /// none is excluded. Other clauses stay as they are.
    Filter withExcluded(Field field, const QStringList &values) const;
    /// The same for a path of the body (PayloadPath; no path: this filter as it is).
    QStringList pathValues(const QString &path) const;
    Filter withPathValues(const QString &path, const QStringList &values) const;
    QStringList excludedPathValues(const QString &path) const;
    Filter withExcludedPathValues(const QString &path, const QStringList &values) const;
    /// The top-level clauses as texts, each with the filter that remains without it: for chips.
    struct Clause;
    std::vector<Clause> clauses() const;
    /// The top-level clauses themselves.
    std::vector<std::shared_ptr<const FilterNode>> parts() const;

    bool operator==(const Filter &other) const { return text() == other.text(); }

private:
    explicit Filter(std::shared_ptr<const FilterNode> root);
    std::shared_ptr<const FilterNode> m_root;
    friend class FilterParser;
    friend class TimeClauses;
};

struct Filter::Parsed
{
    std::optional<Filter> filter;
    Problem problem; ///< only where there is no filter
    bool namesIssues = false; ///< something was read that only issues have: is:issue, is:overdue, …
};

struct Filter::Clause
{
    QString text;
    Filter without;
};

/// The name of a field in the language ("group", "severity", …); empty for Field::Path, whose
/// clauses have the path for a name.
QString fieldName(Field field);

} // namespace models
