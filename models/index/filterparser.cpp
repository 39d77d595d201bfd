// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filterparser.h"

#include "models/domain/payloadpath.h"
#include "models/index/filterwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("models::FilterParser", text);
}

} // namespace

FilterParser::FilterParser(const QString &text) : m_text(text) { }

FilterParser::Node FilterParser::join(FilterNode::Kind kind, const std::vector<Node> &parts)
{
    std::vector<Node> flat;
    for (const Node &part : parts) {
        if (part->kind == kind)
            flat.insert(flat.end(), part->children.begin(), part->children.end());
        else
            flat.push_back(part);
    }
    if (flat.size() == 1)
        return flat.front();
    auto node = std::make_shared<FilterNode>();
    if (!flat.empty()) {
        node->kind = kind;
        node->children = std::move(flat);
    }
    return node;
}

FilterParser::Node FilterParser::fail(qsizetype at, qsizetype length, const QString &text)
{
    // The first problem is the one to cure.
    if (!failed())
        m_problem = { at, length, text };
    return {};
}

void FilterParser::skipSpace()
{
    while (!atEnd() && here().isSpace())
        ++m_at;
}

bool FilterParser::keyword(QLatin1String which) const
{
    const QStringView rest = QStringView(m_text).sliced(m_at);
    if (!rest.startsWith(which, Qt::CaseInsensitive))
        return false;
    if (rest.size() == which.size())
        return true;
    const QChar next = rest[which.size()];
    return next.isSpace() || next == QLatin1Char('(') || next == QLatin1Char(')')
            || next == QLatin1Char('"');
}

Filter::Parsed FilterParser::parse()
{
    if (m_text.size() > longest) {
        fail(longest, m_text.size() - longest,
             say("The filter is too long. Leave out some of it, or use * for several values."));
        return { {}, m_problem };
    }
    skipSpace();
    if (atEnd())
        return { Filter(), {} };
    Node root = expression(0);
    if (!failed() && !atEnd())
        fail(m_at, 1, say("This bracket closes nothing. Remove it, or open one before."));
    if (failed())
        return { {}, m_problem };
    return { Filter(std::move(root)), {} };
}

FilterParser::Node FilterParser::expression(int depth)
{
    std::vector<Node> parts;
    while (true) {
        Node part = conjunction(depth);
        if (failed())
            return {};
        parts.push_back(std::move(part));
        if (atEnd() || !keyword(QLatin1String("or")))
            return join(FilterNode::Kind::Or, std::move(parts));
        const qsizetype at = m_at;
        m_at += 2;
        skipSpace();
        if (atEnd() || is(')'))
            return fail(at, 2, say("Something is missing after “or”."));
    }
}

FilterParser::Node FilterParser::conjunction(int depth)
{
    std::vector<Node> parts;
    while (true) {
        Node part = unary(depth);
        if (failed())
            return {};
        parts.push_back(std::move(part));
        skipSpace();
        if (atEnd() || is(')') || keyword(QLatin1String("or")))
            return join(FilterNode::Kind::And, std::move(parts));
        if (!keyword(QLatin1String("and")))
            continue;
        const qsizetype at = m_at;
        m_at += 3;
        skipSpace();
        if (atEnd() || is(')') || keyword(QLatin1String("or")) || keyword(QLatin1String("and")))
            return fail(at, 3, say("Something is missing after “and”."));
    }
}

FilterParser::Node FilterParser::unary(int depth)
{
    if (depth > deepest)
        return fail(m_at, 1, say("Brackets and negations are nested too deeply here."));
    const qsizetype at = m_at;
    if (is('-')) {
        ++m_at;
        return negation(at, depth);
    }
    if (keyword(QLatin1String("not"))) {
        m_at += 3;
        skipSpace();
        return negation(at, depth);
    }
    if (keyword(QLatin1String("or")) || keyword(QLatin1String("and"))) {
        return fail(at, is('o') || is('O') ? 2 : 3,
                    say("Something is missing before this word. To search for the word itself, "
                        "put it in quotes."));
    }
    return is('(') ? bracket(depth) : clause();
}

FilterParser::Node FilterParser::negation(qsizetype at, int depth)
{
    if (atEnd() || here().isSpace() || is(')'))
        return fail(at, std::max<qsizetype>(1, m_at - at),
                    say("Something is missing after the negation."));
    Node inner = unary(depth + 1);
    if (failed())
        return {};
    auto node = std::make_shared<FilterNode>();
    node->kind = FilterNode::Kind::Not;
    node->children.push_back(std::move(inner));
    return node;
}

FilterParser::Node FilterParser::bracket(int depth)
{
    const qsizetype at = m_at;
    ++m_at;
    skipSpace();
    if (is(')'))
        return fail(at, m_at - at + 1, say("There is nothing between these brackets."));
    if (atEnd())
        return fail(at, 1, say("This bracket is not closed."));
    Node inner = expression(depth + 1);
    if (failed())
        return {};
    if (!is(')'))
        return fail(at, 1, say("This bracket is not closed."));
    ++m_at;
    return inner;
}

FilterParser::Node FilterParser::clause()
{
    const qsizetype at = m_at;
    auto node = std::make_shared<FilterNode>();
    node->kind = FilterNode::Kind::Match;
    if (is('"')) {
        const std::optional<QString> text = quotedText();
        if (!text)
            return {};
        const bool named = is(':') || is('<') || is('>');
        if (named && text->contains(QLatin1Char('.')) && PayloadPath::from(*text))
            return fieldClause(at, *text);
        node->values = QStringList { *text };
    } else {
        const QStringView name = word(false);
        if (is(':') || is('<') || is('>'))
            return fieldClause(at, name);
        if (name.isEmpty())
            return fail(m_at, 1, say("A bracket closes here that was not opened."));
        const qsizetype equals = name.indexOf(QLatin1Char('='));
        const bool asField = equals > 0
                && (fieldFromName(name.first(equals)) || name.startsWith(QLatin1String("data.")));
        if (asField) {
            return fail(
                    at + equals, 1,
                    say("Write “%1:” to ask for a value of this field.").arg(name.first(equals)));
        }
        node->values = QStringList { name.toString() };
    }
    if (is(':') || is('<') || is('>'))
        return fail(at, m_at - at, say("The name of a field is written without quotes."));
    return node;
}

/// A clause without values yet; nothing where the name is none.
std::shared_ptr<FilterNode> FilterParser::fieldNode(qsizetype at, QStringView name)
{
    auto node = std::make_shared<FilterNode>();
    node->kind = FilterNode::Kind::Match;
    if (const std::optional<Field> field = fieldFromName(name)) {
        node->field = *field;
        return node;
    }
    if (name.contains(QLatin1Char('.'))) {
        if (const std::optional<PayloadPath> path = PayloadPath::from(name)) {
            node->field = Field::Path;
            node->path = path->text();
            return node;
        }
        fail(at, name.size(),
             say("A path of the payload has a name before and after each dot, as in "
                 "data.affected_asset.name."));
        return {};
    }
    const QString nearest = nearestFieldName(name);
    fail(at, name.size(),
         nearest.isEmpty()
                 ? say("There is no field “%1”. To search for the text itself, put it in quotes.")
                           .arg(name)
                 : say("There is no field “%1”. Did you mean “%2”?").arg(name, nearest));
    return {};
}

FilterParser::Node FilterParser::fieldClause(qsizetype at, QStringView name)
{
    if (name.isEmpty())
        return fail(at, 1, say("The name of a field is missing before this."));
    std::shared_ptr<FilterNode> node = fieldNode(at, name);
    if (!node)
        return {};
    if (!is(':'))
        return comparison(std::move(node));
    ++m_at;
    while (true) {
        skipSpace();
        const qsizetype valueAt = m_at;
        const std::optional<QString> one = value();
        if (!one)
            return {};
        node->values.append(*one);
        FilterNode single = *node;
        single.values = QStringList { *one };
        if (!judge(single, valueAt))
            return {};
        if (!is(','))
            return node;
        ++m_at;
    }
}

FilterParser::Node FilterParser::comparison(std::shared_ptr<FilterNode> node)
{
    const qsizetype at = m_at;
    const bool less = is('<');
    ++m_at;
    const bool orEqual = is('=');
    if (orEqual)
        ++m_at;
    node->relation = less
            ? (orEqual ? FilterNode::Relation::LessOrEqual : FilterNode::Relation::Less)
            : (orEqual ? FilterNode::Relation::GreaterOrEqual : FilterNode::Relation::Greater);
    if (!isOrdered(node->field)) {
        return fail(at, m_at - at,
                    say("“%1” has no order. Write “%1:” and a value.").arg(fieldName(node->field)));
    }
    skipSpace();
    const qsizetype valueAt = m_at;
    const std::optional<QString> one = value();
    if (!one)
        return {};
    node->values = QStringList { *one };
    if (!judge(*node, valueAt))
        return {};
    if (is(','))
        return fail(m_at, 1, say("A comparison takes one value."));
    return node;
}

std::optional<QString> FilterParser::value()
{
    if (is('"'))
        return quotedText();
    const QStringView text = word(true);
    if (text.isEmpty()) {
        fail(atEnd() ? std::max<qsizetype>(0, m_at - 1) : m_at, 1,
             say("A value is missing here. The empty value is written as \"\"."));
        return {};
    }
    return text.toString();
}

std::optional<QString> FilterParser::quotedText()
{
    const qsizetype at = m_at;
    QString text;
    for (++m_at; !atEnd(); ++m_at) {
        if (is('"')) {
            ++m_at;
            return text;
        }
        const bool escape = is('\\') && m_at + 1 < m_text.size()
                && (m_text[m_at + 1] == QLatin1Char('"') || m_text[m_at + 1] == QLatin1Char('\\'));
        if (escape)
            ++m_at;
        text += here();
    }
    fail(at, m_text.size() - at, say("This quote is not closed."));
    return {};
}

QStringView FilterParser::word(bool asValue)
{
    const QLatin1String stops = asValue ? QLatin1String("\"(),") : QLatin1String("\"():<>");
    const qsizetype from = m_at;
    while (!atEnd() && !here().isSpace() && !stops.contains(here()))
        ++m_at;
    return QStringView(m_text).sliced(from, m_at - from);
}

} // namespace models
