// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filter.h"

#include "models/domain/payloadpath.h"
#include "models/index/filterparser.h"
#include "models/index/filterwords.h"

#include <algorithm>

namespace models {

namespace {

using Node = std::shared_ptr<const FilterNode>;
using Kind = FilterNode::Kind;

QLatin1String sign(FilterNode::Relation relation)
{
    switch (relation) {
    case FilterNode::Relation::Less:
        return QLatin1String("<");
    case FilterNode::Relation::LessOrEqual:
        return QLatin1String("<=");
    case FilterNode::Relation::Greater:
        return QLatin1String(">");
    case FilterNode::Relation::GreaterOrEqual:
        return QLatin1String(">=");
    case FilterNode::Relation::Is:
        break;
    }
    return QLatin1String(":");
}

QString clauseText(const FilterNode &node)
{
    if (node.field == Field::Any && node.values.size() == 1)
        return writtenWord(node.values.front());
    QStringList values;
    for (const QString &value : node.values)
        values.append(writtenValue(value));
    const QString name = node.field == Field::Path ? writtenPath(node.path) : fieldName(node.field);
    return name + sign(node.relation) + values.join(QLatin1Char(','));
}

QString nodeText(const FilterNode &node);

QString boundText(const FilterNode &node, bool inNegation)
{
    const bool brackets = node.kind == Kind::Or || (inNegation && node.kind == Kind::And);
    const QString text = nodeText(node);
    return brackets ? QString(QLatin1Char('(') + text + QLatin1Char(')')) : text;
}

QString nodeText(const FilterNode &node)
{
    QStringList parts;
    switch (node.kind) {
    case Kind::All:
        return {};
    case Kind::Match:
        return clauseText(node);
    case Kind::Not:
        return QLatin1Char('-') + boundText(*node.children.front(), true);
    case Kind::And:
        for (const Node &child : node.children)
            parts.append(boundText(*child, false));
        return parts.join(QLatin1Char(' '));
    case Kind::Or:
        for (const Node &child : node.children)
            parts.append(nodeText(*child));
        return parts.join(QLatin1String(" or "));
    }
    return {};
}

/// The values that a selection names; a comparison of severities names levels.
QStringList selectedValues(const FilterNode &clause)
{
    if (clause.relation == FilterNode::Relation::Is)
        return clause.values;
    const QString &word = clause.values.front();
    const std::optional<Severity> key = severityFromKey(word);
    const std::optional<Severity> bound = key ? key : severityFromWord(word);
    QStringList levels;
    for (int i = severityCount - 1; bound && i >= 0; --i) {
        const auto level = static_cast<Severity>(i);
        if (holds(level, clause.relation, *bound))
            levels.append(severityKey(level));
    }
    return levels;
}

Node selectionOf(Field field, const QString &path, const QStringList &values)
{
    auto node = std::make_shared<FilterNode>();
    node->kind = Kind::Match;
    node->field = field;
    node->path = path;
    node->values = values;
    return node;
}

bool selects(const FilterNode &node, Field field, const QString &path)
{
    return isSelection(node, field) && node.path == path;
}

bool excludes(const FilterNode &node, Field field, const QString &path)
{
    return node.kind == Kind::Not && selects(*node.children.front(), field, path);
}

QStringList selected(const Node &root, Field field, const QString &path)
{
    for (const Node &clause : FilterParser::parts(root)) {
        if (selects(*clause, field, path))
            return selectedValues(*clause);
    }
    return {};
}

QStringList excludedIn(const Node &root, Field field, const QString &path)
{
    QStringList values;
    for (const Node &clause : FilterParser::parts(root)) {
        if (excludes(*clause, field, path))
            values.append(selectedValues(*clause->children.front()));
    }
    return values;
}

/// The expression with its first clause of a kind replaced and the others of the kind dropped;
/// where there was none the replacement comes last.
Node replaced(const Node &root, Node replacement, auto isOfKind)
{
    std::vector<Node> parts;
    for (const Node &clause : FilterParser::parts(root)) {
        if (!isOfKind(*clause))
            parts.push_back(clause);
        else if (replacement)
            parts.push_back(std::exchange(replacement, {}));
    }
    if (replacement)
        parts.push_back(std::move(replacement));
    return FilterParser::join(Kind::And, parts);
}

/// A selection without values only takes the others away.
Node withSelection(const Node &root, const Node &selection)
{
    return replaced(root, selection->values.isEmpty() ? Node() : selection,
                    [&](const FilterNode &node) {
                        return selects(node, selection->field, selection->path);
                    });
}

Node withExclusion(const Node &root, const Node &selection)
{
    Node exclusion;
    if (!selection->values.isEmpty()) {
        auto node = std::make_shared<FilterNode>();
        node->kind = Kind::Not;
        node->children.push_back(selection);
        exclusion = std::move(node);
    }
    return replaced(root, std::move(exclusion), [&](const FilterNode &node) {
        return excludes(node, selection->field, selection->path);
    });
}

} // namespace

bool isSelection(const FilterNode &node, Field field)
{
    return node.kind == Kind::Match && node.field == field
            && (node.relation == FilterNode::Relation::Is || field == Field::Severity);
}

bool isExclusion(const FilterNode &node, Field field)
{
    return node.kind == Kind::Not && isSelection(*node.children.front(), field);
}

Filter::Filter() : m_root(FilterParser::join(Kind::And, {})) { }

Filter::Filter(std::shared_ptr<const FilterNode> root) : m_root(std::move(root)) { }

Filter::Parsed Filter::parse(const QString &text, FilterScope scope)
{
    return FilterParser(text, scope).parse();
}

QString Filter::text() const
{
    return nodeText(*m_root);
}

bool Filter::isEmpty() const
{
    return m_root->kind == Kind::All;
}

QStringList Filter::values(Field field) const
{
    return selected(m_root, field, {});
}

QStringList Filter::excluded(Field field) const
{
    return excludedIn(m_root, field, {});
}

Filter Filter::withValues(Field field, const QStringList &values) const
{
    return Filter(withSelection(m_root, selectionOf(field, {}, values)));
}

Filter Filter::withExcluded(Field field, const QStringList &values) const
{
    return Filter(withExclusion(m_root, selectionOf(field, {}, values)));
}

QStringList Filter::pathValues(const QString &path) const
{
    const auto place = PayloadPath::from(path);
    return place ? selected(m_root, Field::Path, place->text()) : QStringList();
}

Filter Filter::withPathValues(const QString &path, const QStringList &values) const
{
    const auto place = PayloadPath::from(path);
    return place ? Filter(withSelection(m_root, selectionOf(Field::Path, place->text(), values)))
                 : *this;
}

QStringList Filter::excludedPathValues(const QString &path) const
{
    const auto place = PayloadPath::from(path);
    return place ? excludedIn(m_root, Field::Path, place->text()) : QStringList();
}

Filter Filter::withExcludedPathValues(const QString &path, const QStringList &values) const
{
    const auto place = PayloadPath::from(path);
    return place ? Filter(withExclusion(m_root, selectionOf(Field::Path, place->text(), values)))
                 : *this;
}

std::vector<std::shared_ptr<const FilterNode>> Filter::parts() const
{
    return FilterParser::parts(m_root);
}

std::vector<Filter::Clause> Filter::clauses() const
{
    const std::vector<Node> parts = this->parts();
    std::vector<Clause> clauses;
    clauses.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::vector<Node> others = parts;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        clauses.push_back({ nodeText(*parts[i]), Filter(FilterParser::join(Kind::And, others)) });
    }
    return clauses;
}

} // namespace models
