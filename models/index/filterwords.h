// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/severity.h"
#include "models/domain/status.h"
#include "models/index/filter.h"

#include <QByteArrayView>

namespace models {

/// A value as it is written in an expression: quoted where it has to be. A lone word needs
/// quotes in more cases than a value after "field:".
QString writtenValue(const QString &value);
QString writtenWord(const QString &word);
/// A path of the body as the name of a field; `path` as PayloadPath::text().
QString writtenPath(const QString &path);

/// A value of a clause that stands for exactly this text, although it may end with "*" (which
/// then gets a back-slash before it).
QString literalValue(const QString &text);

/// A value of a clause taken apart: what to compare with, and whether any rest may follow.
struct ValuePattern
{
    QString text;
    bool prefix = false;
};
ValuePattern valuePattern(const QString &value);

/// Whether a top-level clause is the selection of a facet: what Filter::withValues() replaces
/// and what the facet's own counts leave out. A comparison of severities selects levels.
bool isSelection(const FilterNode &node, Field field);
/// Whether a top-level clause is an exclusion of a facet: a selection negated.
bool isExclusion(const FilterNode &node, Field field);

/// Whether any clause of the expression asks about the field.
bool asksAbout(const FilterNode &node, Field field);

/// What Field::Is asks about.
enum class State : quint8 { Open, Closed, Unread, Read };
inline constexpr int stateCount = 4;
/// The word of a state in the language: "open", "closed", "unread", "read". Any thread.
QLatin1String stateKey(State state);
/// The state of a word, without case.
std::optional<State> stateFromKey(QStringView key);
/// Whether an event of this status is open, or closed (fixed, accepted or closed for another
/// reason); one whose status is unknown or that has none is neither.
bool isOpen(Status status);
bool isClosed(Status status);

/// The level or class of a stable word, without case; nothing for any other word.
std::optional<Severity> severityFromKey(QStringView key);
std::optional<Status> statusFromKey(QStringView key);
/// Whether a level stands in a relation to a bound.
bool holds(Severity level, FilterNode::Relation relation, Severity bound);

/// Compares texts with the values of a clause, without case: the whole text, or its beginning
/// where the value ends with "*"; "*" alone is any text but the empty one. A product also answers
/// to its part before the underscore
/// ("api" for API_SECURE), a type to its part after the product, whole or up to an underscore
/// ("network_service" for API_SECURE__NETWORK_SERVICE_DISCOVERED). Immutable; any thread.
class ValueTest final
{
public:
    ValueTest(Field field, const QStringList &values);

    bool operator()(QStringView text) const;
    /// The same for UTF-8; `ascii` says that the text is known to be ASCII, which is faster.
    bool operator()(QByteArrayView utf8, bool ascii) const;

private:
    template<typename View> bool matches(View text) const;

    Field m_field;
    std::vector<ValuePattern> m_patterns;
};

} // namespace models
