// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/timeclauses.h"

#include "models/index/filterparser.h"

#include <QDateTime>

#include <algorithm>

namespace models {

namespace {

using Node = std::shared_ptr<const FilterNode>;
using Kind = FilterNode::Kind;
using Relation = FilterNode::Relation;

bool isOn(const FilterNode &node, Field field)
{
    if (node.kind != Kind::Match || node.values.size() != 1)
        return false;
    return node.field == field || (field == Field::Time && node.field == Field::Age);
}

bool moves(const FilterNode &node)
{
    if (node.kind != Kind::Match) {
        return std::any_of(node.children.begin(), node.children.end(),
                           [](const Node &child) { return moves(*child); });
    }
    const bool compared = node.field == Field::Path && node.relation != Relation::Is;
    if (node.field != Field::Age && node.field != Field::Time && node.field != Field::Received
        && !compared)
        return false;
    return std::any_of(node.values.begin(), node.values.end(), [](const QString &value) {
        const auto bound = timeBound(value);
        return bound && bound->moves();
    });
}

QString clause(Field field, QLatin1String sign, const QString &value)
{
    return fieldName(field) + sign + value;
}

/// The clause that asks the same of `to`.
QString movedClause(const FilterNode &node, Field to)
{
    Relation relation = node.relation;
    if (node.field == Field::Age) { // an age grows while its moment goes back
        relation = relation == Relation::Less          ? Relation::Greater
                : relation == Relation::LessOrEqual    ? Relation::GreaterOrEqual
                : relation == Relation::Greater        ? Relation::Less
                : relation == Relation::GreaterOrEqual ? Relation::LessOrEqual
                                                       : relation;
    }
    static constexpr QLatin1String signs[] = { QLatin1String(":"), QLatin1String("<"),
                                               QLatin1String("<="), QLatin1String(">"),
                                               QLatin1String(">=") };
    return clause(to, signs[static_cast<std::size_t>(relation)], node.values.front());
}

} // namespace

QString timeValue(qint64 moment)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment);
    if (local == local.date().startOfDay())
        return local.date().toString(Qt::ISODate);
    const QTime time = local.time();
    const auto written = [&](const QDateTime &at) {
        return at.toString(time.msec() != 0             ? QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")
                                   : time.second() != 0 ? QStringLiteral("yyyy-MM-ddTHH:mm:ss")
                                                        : QStringLiteral("yyyy-MM-ddTHH:mm"));
    };
    const QString text = written(local);
    const auto read = timeBound(text);
    if (read && read->begin.time_since_epoch().count() == moment)
        return text;
    return written(local.toUTC()) + QLatin1Char('Z');
}

std::optional<TimeSelection> TimeClauses::selection(const Filter &filter, Field field, Instant now)
{
    TimeSelection selection;
    selection.field = field;
    QStringList texts;
    for (const Node &node : filter.parts()) {
        if (!isOn(*node, field))
            continue;
        const auto bound = timeBound(node->values.front());
        if (!bound)
            continue;
        const TimeRange range = timeRange(node->field, node->relation, *bound, now);
        selection.range.first = std::max(selection.range.first, range.first);
        selection.range.last = std::min(selection.range.last, range.last);
        selection.moves = selection.moves || bound->moves();
        texts += Filter(node).text();
    }
    if (texts.isEmpty())
        return {};
    selection.text = texts.join(QLatin1Char(' '));
    return selection;
}

Filter TimeClauses::replaced(const Filter &filter, Field field, const QStringList &clauses)
{
    std::vector<Node> fresh;
    for (const QString &text : clauses) {
        const Filter::Parsed parsed = Filter::parse(text);
        if (parsed.filter)
            fresh.push_back(parsed.filter->m_root);
    }
    std::vector<Node> parts;
    bool placed = false;
    const auto place = [&] {
        if (!std::exchange(placed, true))
            parts.insert(parts.end(), fresh.begin(), fresh.end());
    };
    for (const Node &node : filter.parts()) {
        if (isOn(*node, field))
            place();
        else
            parts.push_back(node);
    }
    place();
    return Filter(FilterParser::join(Kind::And, parts));
}

Filter TimeClauses::without(const Filter &filter, Field field)
{
    return replaced(filter, field, {});
}

Filter TimeClauses::withRange(const Filter &filter, Field field, std::optional<qint64> first,
                              std::optional<qint64> end)
{
    QStringList clauses;
    if (first)
        clauses += clause(field, QLatin1String(">="), timeValue(*first));
    if (end)
        clauses += clause(field, QLatin1String("<"), timeValue(*end));
    return replaced(filter, field, clauses);
}

Filter TimeClauses::since(const Filter &filter, Field field, const QString &value)
{
    return replaced(filter, field, { clause(field, QLatin1String(">="), value) });
}

Filter TimeClauses::moved(const Filter &filter, Field from, Field to)
{
    QStringList clauses;
    for (const Node &node : filter.parts()) {
        if (isOn(*node, from))
            clauses += movedClause(*node, to);
    }
    return clauses.isEmpty() ? filter : replaced(without(filter, from), to, clauses);
}

bool TimeClauses::move(const Filter &filter)
{
    return moves(filter.root());
}

} // namespace models
