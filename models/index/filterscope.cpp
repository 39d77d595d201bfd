// SPDX-License-Identifier: GPL-3.0-or-later
// The parser's side of what an expression asks for: events or issues.
#include "models/index/filterfields.h"
#include "models/index/filterparser.h"
#include "models/index/filterwords.h"
#include "models/index/issuetrait.h"
#include "models/index/standing.h"

#include <algorithm>
#include <array>

namespace models {

namespace {

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

/// What of events comes nearest to a field of issues; empty where nothing does.
QString ofEvents(const QString &field)
{
    const std::optional<Field> known = fieldFromName(field, FilterScope::Issues);
    if (known == Field::Opened)
        return QStringLiteral("is:open time:…");
    return known == Field::Closed ? QStringLiteral("is:closed time:…") : QString();
}

/// The field of issues that tells what a field of events, or a path of their bodies, does.
std::optional<Field> ofIssues(const QString &name)
{
    struct Same
    {
        QLatin1String path;
        Field field;
    };
    static const std::array<Same, 12> same { {
            { QLatin1String("actor"), Field::AssignedTo },
            { QLatin1String("data.affected_asset.name"), Field::Asset },
            { QLatin1String("data.affected_asset.type"), Field::AssetType },
            { QLatin1String("data.affected_asset.hosted_on"), Field::HostedOn },
            { QLatin1String("data.affected_asset.discovered_via"), Field::DiscoveredVia },
            { QLatin1String("data.affected_asset.belongs_to_asset_group.name"), Field::Group },
            { QLatin1String("data.policy_name"), Field::Policy },
            { QLatin1String("data.policy_violation_status"), Field::Status },
            { QLatin1String("data.relevance"), Field::Severity },
            { QLatin1String("data.title"), Field::Title },
            { QLatin1String("data.date_created"), Field::Opened },
            { QLatin1String("data.uuid"), Field::Subject },
    } };
    const auto found = std::find_if(same.begin(), same.end(), [&name](const Same &one) {
        return name.compare(one.path, Qt::CaseInsensitive) == 0;
    });
    return found == same.end() ? std::nullopt : std::optional(found->field);
}

} // namespace

/// The part at this place is of the other scope.
void FilterParser::failOnScope(qsizetype at, const QString &what)
{
    if (m_scope != FilterScope::Events)
        return failOnEventsField(at, what);
    noteIssueWord(at, m_at - at, what);
    const QString instead = ofEvents(what);
    QString text = tr("“%1” is a filter for issues, and this one is for events. Use the page of "
                      "the issues (Ctrl+2), or “watchfloor-cli query” with is:issue.")
                           .arg(what);
    if (!instead.isEmpty())
        text += QLatin1Char(' ') + tr("Of events, “%1” comes nearest.").arg(instead);
    fail(at, m_at - at, text);
}

/// Issues have no such field; perhaps one that tells the same.
void FilterParser::failOnEventsField(qsizetype at, const QString &name)
{
    if (const std::optional<Field> field = ofIssues(name)) {
        fail(at, m_at - at,
             tr("Issues have no “%1”. They have “%2”: %3.")
                     .arg(name, fieldName(*field), fieldMeaning(*field)),
             Filter::Edit { at, m_at - at, fieldName(*field) });
        return;
    }
    fail(at, m_at - at,
         m_scope == FilterScope::Issues
                 ? tr("Issues have no “%1”, only events have. Leave it out, or leave out is:issue "
                      "to ask for events.")
                           .arg(name)
                 : tr("Issues have no “%1”, only events have. Leave it out, or use the page of "
                      "the events (Ctrl+1).")
                           .arg(name));
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
    if (stateFromKey(value)) {
        const bool unread = stateFromKey(value) == State::Unread;
        fail(at, m_at - at,
             tr("An issue is never “%1”, only events are. “is:new” asks for what nobody has "
                "decided about.")
                     .arg(value),
             unread ? std::optional(Filter::Edit { at, m_at - at, QStringLiteral("new") })
                    : std::nullopt);
        return;
    }
    const QStringList keys = keysOf(issueTraitCount, issueTraitKey);
    const QString meant = nearestWord(value, keys);
    std::optional<Filter::Edit> fix;
    if (!meant.isEmpty())
        fix = Filter::Edit { at, m_at - at, meant };
    fail(at, m_at - at,
         tr("An issue is never “%1”. It is one of: %2.").arg(value, keys.join(QLatin1String(", "))),
         fix);
}

/// A word after `is:` that is no state of an event.
void FilterParser::judgeForeignState(const QString &value, qsizetype at)
{
    if (const auto standing = standingFromKey(value)) {
        noteIssueWord(at, m_at - at, stateClause(value));
        fail(at, m_at - at,
             tr("“%1” is a filter for issues. Of events, “triage:%2” asks what the team decided.")
                     .arg(stateClause(value), standingKey(*standing)),
             asTriage(value, at));
        return;
    }
    if (issueTraitFromKey(value))
        return failOnScope(at, stateClause(value));
    const QString meant = nearestWord(value, keysOf(stateCount, stateKey));
    std::optional<Filter::Edit> fix;
    if (!meant.isEmpty())
        fix = Filter::Edit { at, m_at - at, meant };
    fail(at, m_at - at,
         tr("An event is never “%1”. It is open, closed, unread or read.").arg(value), fix);
}

/// The whole clause as one about triage; nothing where it has other values, too.
std::optional<Filter::Edit> FilterParser::asTriage(const QString &value, qsizetype at) const
{
    constexpr QLatin1String name("is:");
    const qsizetype from = at - name.size();
    const bool alone = !is(',') && from >= 0
            && QStringView(m_text).sliced(from, name.size()).compare(name, Qt::CaseInsensitive)
                    == 0;
    if (!alone)
        return {};
    return Filter::Edit { from, m_at - from, QLatin1String("triage:") + value.toLower() };
}

/// A clause was read whole; remembers it where it is is:issue.
void FilterParser::noteIssueClause(const Node &node, qsizetype at)
{
    if (!asksForIssues(*node))
        return;
    if (node->values.size() > 1) {
        fail(at, m_at - at,
             tr("Every issue is an issue: is:issue stands alone, and another “is:” beside it."));
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
             tr("is:issue says what is asked for, so it stands beside all the rest: not within "
                "an “or”, and not turned round. Put the rest in brackets: is:issue (a or b)."));
        return;
    }
    if (!m_issueClauses.empty() || m_scope == FilterScope::IssuesOnly)
        return;
    std::optional<Filter::Edit> fix;
    if (root->kind != FilterNode::Kind::Or)
        fix = Filter::Edit { 0, 0, QStringLiteral("is:issue ") };
    if (m_issueWord) {
        fail(m_issueWord->position, m_issueWord->length,
             tr("“%1” asks for issues: put is:issue beside it, for all the rest.")
                     .arg(m_issueWord->text),
             fix);
    } else {
        fail(0, m_text.size(), tr("Put is:issue beside this to ask for issues."), fix);
    }
}

} // namespace models
