// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"

#include <QCoreApplication>

namespace models {

/// Reads one expression of the filter language by recursive descent (grammar: see Filter).
/// Used by Filter::parse(). Any thread.
class FilterParser final
{
    Q_DECLARE_TR_FUNCTIONS(models::FilterParser)
public:
    FilterParser(const QString &text, FilterScope scope);

    Filter::Parsed parse();

    /// Nodes of the expression from parts; nested And in And (Or in Or) are laid flat, a single
    /// part stands for itself, no part is All.
    using Node = std::shared_ptr<const FilterNode>;
    static Node join(FilterNode::Kind kind, const std::vector<Node> &parts);
    /// The parts that join() made an And of: all of them have to pass; none where all passes.
    static std::vector<Node> parts(const Node &root);

    static constexpr qsizetype longest = 4096; ///< UTF-16 units of an expression
    static constexpr int deepest = 64; ///< brackets and negations within each other

private:
    Node expression(int depth);
    Node conjunction(int depth);
    Node unary(int depth);
    Node negation(qsizetype at, int depth);
    Node bracket(int depth);
    Node clause();
    Node fieldClause(qsizetype at, QStringView name);
    std::shared_ptr<FilterNode> fieldNode(qsizetype at, QStringView name);
    Node comparison(std::shared_ptr<FilterNode> node);
    void failOnName(qsizetype at, QStringView name);
    void failOnScope(qsizetype at, const QString &what);
    void failOnEventsField(qsizetype at, const QString &name);
    void noteIssueWord(qsizetype at, qsizetype length, const QString &what);
    void noteIssueClause(const Node &node, qsizetype at);
    void judgeIssueClauses(const Node &root);
    bool judge(const FilterNode &node, qsizetype at);
    void judgeTrait(const QString &value, qsizetype at);
    void judgeForeignState(const QString &value, qsizetype at);
    std::optional<Filter::Edit> asTriage(const QString &value, qsizetype at) const;

    std::optional<QString> value();
    std::optional<QString> quotedText();
    QStringView word(bool asValue);
    bool keyword(QLatin1String which) const;
    void skipSpace();
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar here() const { return m_text[m_at]; }
    bool is(char c) const { return !atEnd() && here() == QLatin1Char(c); }
    Node fail(qsizetype at, qsizetype length, const QString &text,
              const std::optional<Filter::Edit> &fix = {});
    bool failed() const { return !m_problem.text.isEmpty(); }

    /// A part of the text that only an expression about issues can have.
    struct IssuePart
    {
        qsizetype position = 0;
        qsizetype length = 0;
        QString text;
        Node node; ///< of a clause is:issue
    };

    QString m_text;
    const FilterScope m_scope;
    qsizetype m_at = 0;
    Filter::Problem m_problem;
    std::optional<IssuePart> m_issueWord; ///< the first
    std::vector<IssuePart> m_issueClauses; ///< is:issue
};

} // namespace models
