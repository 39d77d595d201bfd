// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filterparser.h"

#include "models/index/filterwords.h"

#include <algorithm>

namespace models {

FilterParser::FilterParser(const QString &text, FilterScope scope)
    : m_text(text), m_scope(scope) { }

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

std::vector<FilterParser::Node> FilterParser::parts(const Node &root)
{
    if (root->kind == FilterNode::Kind::And)
        return root->children;
    if (root->kind == FilterNode::Kind::All)
        return {};
    return { root };
}

FilterParser::Node FilterParser::fail(qsizetype at, qsizetype length, const QString &text,
                                      const std::optional<Filter::Edit> &fix)
{
    // The first problem is the one to cure.
    if (!failed())
        m_problem = { at, length, text, fix };
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
             tr("The filter is too long. Leave out some of it, or use * for several values."));
        return { {}, m_problem };
    }
    skipSpace();
    Node root = atEnd() ? join(FilterNode::Kind::And, {}) : expression(0);
    if (!failed() && !atEnd())
        fail(m_at, 1, tr("This bracket closes nothing. Remove it, or open one before."),
             Filter::Edit { m_at, 1, {} });
    if (!failed() && m_scope != FilterScope::Events)
        judgeIssueClauses(root);
    if (failed())
        return { {}, m_problem, m_issueWord.has_value() };
    return { Filter(std::move(root)), {}, m_issueWord.has_value() };
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
            return fail(at, 2, tr("Something is missing after “or”."), Filter::Edit { at, 2, {} });
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
            return fail(at, 3, tr("Something is missing after “and”."), Filter::Edit { at, 3, {} });
    }
}

FilterParser::Node FilterParser::unary(int depth)
{
    if (depth > deepest)
        return fail(m_at, 1, tr("Brackets and negations are nested too deeply here."));
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
        const qsizetype length = is('o') || is('O') ? 2 : 3;
        return fail(at, length,
                    tr("Something is missing before this word. To search for the word itself, "
                       "put it in quotes."),
                    Filter::Edit { at, length, writtenWord(m_text.mid(at, length)) });
    }
    return is('(') ? bracket(depth) : clause();
}

FilterParser::Node FilterParser::negation(qsizetype at, int depth)
{
    if (atEnd() || here().isSpace() || is(')')) {
        const qsizetype length = std::max<qsizetype>(1, m_at - at);
        skipSpace(); // "- word" means "-word"
        const bool word = !atEnd() && !is(')');
        return fail(at, length, tr("Something is missing after the negation."),
                    Filter::Edit { at, m_at - at, word ? QStringLiteral("-") : QString() });
    }
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
        return fail(at, m_at - at + 1, tr("There is nothing between these brackets."),
                    Filter::Edit { at, m_at - at + 1, {} });
    if (atEnd())
        return fail(at, 1, tr("This bracket is not closed."), Filter::Edit { at, 1, {} });
    Node inner = expression(depth + 1);
    if (failed())
        return {};
    if (!is(')')) {
        return fail(at, 1, tr("This bracket is not closed."),
                    Filter::Edit { m_text.size(), 0, QStringLiteral(")") });
    }
    ++m_at;
    return inner;
}

} // namespace models
