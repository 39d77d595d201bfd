// SPDX-License-Identifier: GPL-3.0-or-later
// The parser's side of what an expression asks for: events or issues.
#include "models/index/filterfields.h"
#include "models/index/filterparser.h"
#include "models/index/filterwords.h"
#include "models/index/issuetrait.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("models::FilterParser", text);
}

QStringList stateKeys()
{
    QStringList keys;
    for (int i = 0; i < stateCount; ++i)
        keys.append(stateKey(static_cast<State>(i)));
    return keys;
}

QStringList traitKeys()
{
    QStringList keys;
    for (int i = 0; i < issueTraitCount; ++i)
        keys.append(issueTraitKey(static_cast<IssueTrait>(i)));
    return keys;
}

QString stateClause(const QString &value)
{
    return QLatin1String("is:") + value;
}

bool asksForIssues(const FilterNode &node)
{
    return node.field == Field::IssueIs
            && std::any_of(node.values.begin(), node.values.end(), [](const QString &value) {
                   return issueTraitFromKey(value) == IssueTrait::Issue;
               });
}

} // namespace

/// The part at this place is of the other scope.
void FilterParser::failOnScope(qsizetype at, const QString &what)
{
    if (m_scope == FilterScope::Issues) {
        fail(at, m_at - at,
             say("Issues have no “%1”, only events have. Leave it out, or leave out is:issue to "
                 "ask for events.")
                     .arg(what));
        return;
    }
    noteIssueWord(at, m_at - at, what);
    fail(at, m_at - at,
         say("“%1” is a filter for issues, and this one is for events. Use the page of the issues "
             "(Ctrl+2), or “watchfloor-cli query” with is:issue.")
                 .arg(what));
}

void FilterParser::noteIssueWord(qsizetype at, qsizetype length, const QString &what)
{
    if (!m_issueWord)
        m_issueWord = { at, length, what, {} };
}

/// What `is:` says of issues, in an expression about them.
void FilterParser::judgeTrait(const QString &value, qsizetype at)
{
    if (const std::optional<IssueTrait> trait = issueTraitFromKey(value)) {
        if (!stateFromKey(value))
            noteIssueWord(at, m_at - at, stateClause(value));
        return;
    }
    const QStringList keys = traitKeys();
    const QString meant = nearestWord(value, keys);
    std::optional<Filter::Edit> fix;
    if (!meant.isEmpty())
        fix = Filter::Edit { at, m_at - at, meant };
    fail(at, m_at - at,
         say("An issue is never “%1”. It is one of: %2.")
                 .arg(value, keys.join(QLatin1String(", "))),
         fix);
}

/// A word after `is:` that is no state of an event.
void FilterParser::judgeForeignState(const QString &value, qsizetype at)
{
    if (issueTraitFromKey(value))
        return failOnScope(at, stateClause(value));
    const QString meant = nearestWord(value, stateKeys());
    std::optional<Filter::Edit> fix;
    if (!meant.isEmpty())
        fix = Filter::Edit { at, m_at - at, meant };
    fail(at, m_at - at,
         say("An event is never “%1”. It is open, closed, unread or read.").arg(value), fix);
}

/// A clause was read whole; remembers it where it is is:issue.
void FilterParser::noteIssueClause(const Node &node, qsizetype at)
{
    if (!asksForIssues(*node))
        return;
    if (node->values.size() > 1) {
        fail(at, m_at - at,
             say("Every issue is an issue: is:issue stands alone, and another “is:” beside it."));
        return;
    }
    m_issueClauses.push_back({ at, m_at - at, node->values.constFirst(), node });
}

/// is:issue has to hold for the whole: a part of it cannot ask for something else.
void FilterParser::judgeIssueClauses(const Node &root)
{
    const std::vector<Node> top = parts(root);
    for (const IssuePart &clause : m_issueClauses) {
        if (std::find(top.begin(), top.end(), clause.node) != top.end())
            continue;
        fail(clause.position, clause.length,
             say("is:issue says what is asked for, so it stands beside all the rest: not within "
                 "an “or”, and not turned round. Put the rest in brackets: is:issue (a or b)."));
        return;
    }
    if (!m_issueClauses.empty())
        return;
    std::optional<Filter::Edit> fix;
    if (root->kind != FilterNode::Kind::Or)
        fix = Filter::Edit { 0, 0, QStringLiteral("is:issue ") };
    if (m_issueWord) {
        fail(m_issueWord->position, m_issueWord->length,
             say("“%1” asks for issues: put is:issue beside it, for all the rest.")
                     .arg(m_issueWord->text),
             fix);
    } else {
        fail(0, m_text.size(), say("Put is:issue beside this to ask for issues."), fix);
    }
}

} // namespace models
