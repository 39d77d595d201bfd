// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/payloadpath.h"
#include "models/index/filterfields.h"
#include "models/index/filterparser.h"
#include "models/index/filterwords.h"

#include <algorithm>

namespace models {

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
            return fail(m_at, 1, tr("A bracket closes here that was not opened."));
        const qsizetype equals = name.indexOf(QLatin1Char('='));
        const bool asField = equals > 0
                && (fieldFromName(name.first(equals), m_scope)
                    || name.startsWith(QLatin1String("data.")));
        if (asField) {
            return fail(at + equals, 1,
                        tr("Write “%1:” to ask for a value of this field.").arg(name.first(equals)),
                        Filter::Edit { at + equals, 1, QStringLiteral(":") });
        }
        node->values = QStringList { name.toString() };
    }
    if (is(':') || is('<') || is('>')) {
        std::optional<Filter::Edit> fix;
        if (fieldFromName(node->values.constFirst(), m_scope))
            fix = Filter::Edit { at, m_at - at, node->values.constFirst() };
        return fail(at, m_at - at, tr("The name of a field is written without quotes."), fix);
    }
    return node;
}

/// A clause without values yet; nothing where the name is none.
std::shared_ptr<FilterNode> FilterParser::fieldNode(qsizetype at, QStringView name)
{
    auto node = std::make_shared<FilterNode>();
    node->kind = FilterNode::Kind::Match;
    if (const std::optional<Field> field = fieldFromName(name, m_scope)) {
        node->field = *field;
        if (isOfIssues(*field) && !fieldFromName(name, FilterScope::Events))
            noteIssueWord(at, name.size(), name.toString());
        return node;
    }
    if (fieldFromName(name, FilterScope::Events) || fieldFromName(name, FilterScope::Issues)) {
        failOnScope(at, name.toString());
        return {};
    }
    if (name.contains(QLatin1Char('.'))) {
        if (const std::optional<PayloadPath> path = PayloadPath::from(name)) {
            if (m_scope != FilterScope::Events) {
                failOnScope(at, name.toString());
                return {};
            }
            node->field = Field::Path;
            node->path = path->text();
            return node;
        }
        fail(at, name.size(),
             tr("A path of the payload has a name before and after each dot, as in "
                "data.affected_asset.name."));
        return {};
    }
    failOnName(at, name);
    return {};
}

/// The name is that of no field: perhaps another is meant, perhaps no field at all.
void FilterParser::failOnName(qsizetype at, QStringView name)
{
    const QString nearest = nearestFieldName(name, m_scope);
    if (!nearest.isEmpty()) {
        fail(at, name.size(), tr("There is no field “%1”. Did you mean “%2”?").arg(name, nearest),
             Filter::Edit { at, name.size(), nearest });
        return;
    }
    qsizetype end = at;
    while (end < m_text.size() && !m_text[end].isSpace()
           && !QLatin1String("\"()").contains(m_text[end]))
        ++end;
    fail(at, name.size(),
         tr("There is no field “%1”. To search for the text itself, put it in quotes.").arg(name),
         Filter::Edit { at, end - at, writtenWord(m_text.mid(at, end - at)) });
}

FilterParser::Node FilterParser::fieldClause(qsizetype at, QStringView name)
{
    if (name.isEmpty())
        return fail(at, 1, tr("The name of a field is missing before this."));
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
        if (!is(',')) {
            noteIssueClause(node, at);
            return failed() ? Node() : node;
        }
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
                    tr("“%1” has no order. Write “%1:” and a value.").arg(fieldName(node->field)),
                    Filter::Edit { at, m_at - at, QStringLiteral(":") });
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
        return fail(m_at, 1, tr("A comparison takes one value."));
    return node;
}

std::optional<QString> FilterParser::value()
{
    if (is('"'))
        return quotedText();
    const QStringView text = word(true);
    if (text.isEmpty()) {
        fail(atEnd() ? std::max<qsizetype>(0, m_at - 1) : m_at, 1,
             tr("A value is missing here. The empty value is written as \"\"."),
             Filter::Edit { m_at, 0, QStringLiteral("\"\"") });
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
    fail(at, m_text.size() - at, tr("This quote is not closed."),
         Filter::Edit { m_text.size(), 0, QStringLiteral("\"") });
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
