// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/storeanswers.h"

#include "models/index/filterwords.h"
#include "models/index/pathtest.h"
#include "models/index/textfold.h"

#include <algorithm>

namespace models {

namespace {

/// Whether a text holds one of the words, without case and accents.
StoreQuestion::Test wordTest(const QStringList &values)
{
    std::vector<Needle> needles;
    for (const QString &value : values)
        needles.emplace_back(foldText(valuePattern(value).text));
    return [needles = std::move(needles)](QByteArrayView text) {
        if (isAscii(text)) {
            return std::any_of(needles.begin(), needles.end(),
                               [&](const Needle &needle) { return needle.inAscii(text); });
        }
        const QByteArray folded = foldUtf8(text);
        return std::any_of(needles.begin(), needles.end(),
                           [&](const Needle &needle) { return needle.inFolded(folded); });
    };
}

StoreQuestion::Test valueTest(const FilterNode &node)
{
    return [test = ValueTest(node.field, node.values)](QByteArrayView text) {
        return test(text, isAscii(text));
    };
}

} // namespace

StoreAnswers::StoreAnswers(const Filter &filter) : m_filter(filter)
{
    StoreQuestion::Tests texts;
    StoreQuestion::Tests bodies;
    collect(m_filter.root(), texts, bodies);
    m_texts.passes.resize(texts.size());
    m_bodies.passes.resize(bodies.size());
    m_texts.tests = std::make_shared<const StoreQuestion::Tests>(std::move(texts));
    m_bodies.tests = std::make_shared<const StoreQuestion::Tests>(std::move(bodies));
}

void StoreAnswers::collect(const FilterNode &node, StoreQuestion::Tests &texts,
                           StoreQuestion::Tests &bodies)
{
    for (const auto &child : node.children)
        collect(*child, texts, bodies);
    if (node.kind != FilterNode::Kind::Match)
        return;
    const auto column = [this](TermColumn wanted) {
        if (std::find(m_columns.begin(), m_columns.end(), wanted) == m_columns.end())
            m_columns.push_back(wanted);
    };
    if (node.field == Field::Path) {
        bodies.emplace_back(PathTest(node));
        m_bodies.clauses.push_back(&node);
    } else if (node.field == Field::Any || node.field == Field::Subject) {
        const bool word = node.field == Field::Any;
        texts.push_back(word ? wordTest(node.values) : valueTest(node));
        m_texts.clauses.push_back(&node);
        column(TermColumn::Subject);
        if (word)
            column(TermColumn::Text);
    }
}

StoreQuestion StoreAnswers::question() const
{
    StoreQuestion question;
    question.textTests = m_texts.tests;
    question.bodyTests = m_bodies.tests;
    return question;
}

template<typename Id>
void StoreAnswers::add(const StoreVerdicts::Judged<Id> &judged, Answered &answered)
{
    const std::size_t tests = std::min(judged.passing.size(), answered.passes.size());
    for (std::size_t test = 0; test < tests; ++test) {
        for (const Id id : judged.passing[test])
            answered.passes[test].add(static_cast<quint64>(id));
    }
    for (const Id id : judged.ids)
        answered.known.add(static_cast<quint64>(id));
}

void StoreAnswers::add(const StoreVerdicts &verdicts)
{
    add(verdicts.terms, m_texts);
    add(verdicts.events, m_bodies);
}

StoreAnswers::Verdict StoreAnswers::verdict(const Answered &answered, const FilterNode &clause,
                                            quint64 number)
{
    if (!answered.known.has(number))
        return Verdict::Unknown;
    for (std::size_t test = 0; test < answered.clauses.size(); ++test) {
        if (answered.clauses[test] == &clause)
            return answered.passes[test].has(number) ? Verdict::Passes : Verdict::Fails;
    }
    return Verdict::Unknown;
}

StoreAnswers::Verdict StoreAnswers::ofTerm(const FilterNode &clause, TermId term) const
{
    return verdict(m_texts, clause, term);
}

StoreAnswers::Verdict StoreAnswers::ofEvent(const FilterNode &clause, qint64 event) const
{
    return verdict(m_bodies, clause, static_cast<quint64>(event));
}

} // namespace models
