// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pathanswers.h"

#include "models/index/pathtest.h"

#include <algorithm>

namespace app {

using models::Failure;
using models::FilterNode;
using models::Result;

namespace {

/// Passes the rows whose id is among some.
class IdTest final : public models::RowTest
{
public:
    explicit IdTest(std::shared_ptr<const std::vector<qint64>> ids) : m_ids(std::move(ids)) { }
    void run(const models::Stretch &stretch, quint8 *passes) override
    {
        const quint32 *const ids = stretch.segment.segment->ids.get() + stretch.first;
        for (quint32 row = 0; row < stretch.count; ++row)
            passes[row] = std::binary_search(m_ids->begin(), m_ids->end(), ids[row]) ? 1 : 0;
    }

private:
    std::shared_ptr<const std::vector<qint64>> m_ids;
};

/// Two clauses of the same key pass the same bodies.
QString keyOf(const FilterNode &clause)
{
    return QStringLiteral("%1\n%2\n%3")
            .arg(clause.path, QString::number(int(clause.relation)),
                 clause.values.join(QLatin1Char('\n')));
}

void collect(const FilterNode &node, std::map<QString, FilterNode> &clauses)
{
    if (node.kind == FilterNode::Kind::Match && node.field == models::Field::Path)
        clauses.emplace(keyOf(node), node);
    for (const auto &child : node.children)
        collect(*child, clauses);
}

} // namespace

Result<PathAnswers> PathAnswers::read(EventReader &reader, const models::Filter &filter,
                                      models::Instant now)
{
    struct Question
    {
        models::PathTest test;
        std::shared_ptr<Ids> passing;
    };
    std::map<QString, FilterNode> clauses;
    collect(filter.root(), clauses);
    PathAnswers answers;
    std::vector<Question> questions;
    for (const auto &[key, clause] : clauses) {
        const auto passing = std::make_shared<Ids>();
        answers.m_passing.emplace(key, passing);
        questions.push_back({ models::PathTest(clause, now), passing });
    }
    if (questions.empty())
        return answers;
    const Result<models::Done> done = reader.forEach([&questions](const EventReader::Item &item) {
        for (const Question &question : questions) {
            if (question.test(item.body))
                question.passing->push_back(item.row.id);
        }
        return true;
    });
    if (!done)
        return Failure { done.error() };
    return answers;
}

models::OtherTests PathAnswers::tests() const
{
    return [passing = m_passing](const FilterNode &clause) -> std::unique_ptr<models::RowTest> {
        const auto answer = passing.find(keyOf(clause));
        if (clause.field != models::Field::Path || answer == passing.end())
            return nullptr;
        return std::make_unique<IdTest>(answer->second);
    };
}

} // namespace app
