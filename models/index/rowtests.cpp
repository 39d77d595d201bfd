// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/rowtests.h"

#include "models/index/filterwords.h"
#include "models/index/readtest.h"
#include "models/index/standingtest.h"
#include "models/index/textcolumn.h"
#include "models/index/textfold.h"
#include "models/index/timebound.h"

#include <algorithm>

namespace models {

namespace {

class EverythingTest final : public RowTest
{
public:
    void run(const Stretch &stretch, quint8 *passes) override
    {
        std::fill_n(passes, stretch.count, quint8 { 1 });
    }
};

class NothingTest final : public RowTest
{
public:
    void run(const Stretch &stretch, quint8 *passes) override
    {
        std::fill_n(passes, stretch.count, quint8 { 0 });
    }
};

class NotTest final : public RowTest
{
public:
    explicit NotTest(std::unique_ptr<RowTest> inner) : m_inner(std::move(inner)) { }
    void run(const Stretch &stretch, quint8 *passes) override
    {
        Stretch turned = stretch;
        turned.undecidedPass = !stretch.undecidedPass;
        m_inner->run(turned, passes);
        for (quint32 row = 0; row < stretch.count; ++row)
            passes[row] ^= 1;
    }

private:
    std::unique_ptr<RowTest> m_inner;
};

class JoinTest final : public RowTest
{
public:
    JoinTest(bool all, std::vector<std::unique_ptr<RowTest>> parts)
        : m_all(all), m_parts(std::move(parts))
    {
    }
    void run(const Stretch &stretch, quint8 *passes) override
    {
        m_parts.front()->run(stretch, passes);
        m_scratch.resize(std::max<std::size_t>(m_scratch.size(), stretch.count));
        quint8 *const part = m_scratch.data();
        for (std::size_t i = 1; i < m_parts.size(); ++i) {
            m_parts[i]->run(stretch, part);
            if (m_all) {
                for (quint32 row = 0; row < stretch.count; ++row)
                    passes[row] = static_cast<quint8>(passes[row] & part[row]);
            } else {
                for (quint32 row = 0; row < stretch.count; ++row)
                    passes[row] = static_cast<quint8>(passes[row] | part[row]);
            }
        }
    }

private:
    bool m_all;
    std::vector<std::unique_ptr<RowTest>> m_parts;
    std::vector<quint8> m_scratch;
};

/// A clause about the body, which only the store can answer.
class BodyTest final : public RowTest
{
public:
    explicit BodyTest(const FilterNode &clause) : m_clause(clause) { }
    void run(const Stretch &stretch, quint8 *passes) override
    {
        const bool undecided = stretch.answers != nullptr && stretch.undecidedPass;
        std::fill_n(passes, stretch.count, quint8(undecided ? 1 : 0));
        if (stretch.answers == nullptr) // nobody will ever be asked
            return;
        const auto *const ids = stretch.segment.segment->ids.get() + stretch.first;
        for (quint32 row = 0; row < stretch.count; ++row) {
            const auto verdict = stretch.answers->ofEvent(m_clause, qint64(ids[row]));
            if (verdict != StoreAnswers::Verdict::Unknown)
                passes[row] = verdict == StoreAnswers::Verdict::Passes ? 1 : 0;
        }
    }

private:
    const FilterNode &m_clause; ///< the answers keep it alive
};

class LevelTest final : public RowTest
{
public:
    using Column = std::shared_ptr<quint8[]> Segment::*;
    LevelTest(Column column, std::array<quint8, 256> table) : m_column(column), m_table(table) { }
    void run(const Stretch &stretch, quint8 *passes) override
    {
        const quint8 *const levels = ((*stretch.segment.segment).*m_column).get() + stretch.first;
        for (quint32 row = 0; row < stretch.count; ++row)
            passes[row] = m_table[levels[row]];
    }

private:
    Column m_column;
    std::array<quint8, 256> m_table;
};

class RangeTest final : public RowTest
{
public:
    using Column = MomentColumn Segment::*;
    RangeTest(Column column, TimeRange range) : m_column(column), m_range(range) { }
    void run(const Stretch &stretch, quint8 *passes) override
    {
        ((*stretch.segment.segment).*m_column).visit([&](auto timeOf) {
            for (quint32 row = 0; row < stretch.count; ++row) {
                const qint64 time = timeOf(stretch.first + row);
                passes[row] = static_cast<quint8>(static_cast<int>(time >= m_range.first)
                                                  & static_cast<int>(time <= m_range.last));
            }
        });
    }

private:
    Column m_column;
    TimeRange m_range;
};

std::unique_ptr<RowTest> levelTest(LevelTest::Column column, int count, auto pass)
{
    std::array<quint8, 256> table {};
    for (int i = 0; i < count; ++i)
        table[static_cast<std::size_t>(i)] = pass(i) ? 1 : 0;
    return std::make_unique<LevelTest>(column, table);
}

std::unique_ptr<RowTest> valueTest(Field field, TermColumn column, const QStringList &values,
                                   const FilterNode *clause = nullptr)
{
    return std::make_unique<TermTest>(
            std::vector<TermColumn> { column },
            [test = ValueTest(field, values)](const DictionaryView &terms, TermId term) {
                return test(terms.utf8(term), terms.ascii(term));
            },
            clause);
}

/// Stable words are judged by level, the others by the vendor's word.
std::unique_ptr<RowTest> levelOrWordTest(const FilterNode &node)
{
    const bool severity = node.field == Field::Severity;
    QStringList words;
    QStringList keys;
    for (const QString &value : node.values) {
        const bool key =
                severity ? severityFromKey(value).has_value() : statusFromKey(value).has_value();
        (key ? keys : words).append(value);
        if (!key && value.endsWith(QLatin1Char('*')))
            keys.append(value);
    }
    const bool any = keys.removeAll(QLatin1String("*")) > 0; // whatever has a word
    const ValueTest isKey(node.field, keys);
    const auto passes = [&](QLatin1String word) {
        return isKey(QStringView(QString(word))) || (any && word != QLatin1String("none"));
    };
    std::vector<std::unique_ptr<RowTest>> parts;
    if (severity) {
        parts.push_back(levelTest(&Segment::severities, severityCount, [&](int level) {
            return passes(severityKey(static_cast<Severity>(level)));
        }));
    } else {
        parts.push_back(levelTest(&Segment::statuses, statusCount, [&](int status) {
            return passes(statusKey(static_cast<Status>(status)));
        }));
    }
    if (words.isEmpty())
        return std::move(parts.front());
    parts.push_back(valueTest(node.field,
                              severity ? TermColumn::SeverityWord : TermColumn::StatusWord, words));
    return std::make_unique<JoinTest>(false, std::move(parts));
}

std::unique_ptr<RowTest> severityBoundTest(const FilterNode &node)
{
    const QString &word = node.values.front();
    const std::optional<Severity> key = severityFromKey(word);
    const Severity bound = key ? *key : severityFromWord(word).value_or(Severity::Unrated);
    return levelTest(&Segment::severities, severityCount, [&](int level) {
        return holds(static_cast<Severity>(level), node.relation, bound);
    });
}

std::unique_ptr<RowTest> timeTest(const FilterNode &node, Instant now)
{
    std::vector<std::unique_ptr<RowTest>> parts;
    for (const QString &value : node.values) {
        const std::optional<TimeBound> bound = timeBound(value);
        if (!bound)
            continue;
        parts.push_back(std::make_unique<RangeTest>(
                node.field == Field::Received ? &Segment::received : &Segment::times,
                timeRange(node.field, node.relation, *bound, now)));
    }
    if (parts.empty())
        return std::make_unique<NothingTest>();
    return std::make_unique<JoinTest>(false, std::move(parts));
}

std::unique_ptr<RowTest> textTest(const FilterNode &node)
{
    std::vector<Needle> needles;
    for (const QString &value : node.values)
        needles.emplace_back(foldText(valuePattern(value).text));
    return std::make_unique<TermTest>(
            std::vector<TermColumn> { TermColumn::Title, TermColumn::Text, TermColumn::Asset,
                                      TermColumn::Group, TermColumn::Policy, TermColumn::Type,
                                      TermColumn::Subject, TermColumn::Actor,
                                      TermColumn::SeverityWord, TermColumn::StatusWord },
            std::move(needles), &node);
}

std::unique_ptr<RowTest> otherTest(const FilterNode &clause, const OtherTests &others)
{
    std::unique_ptr<RowTest> test = others ? others(clause) : nullptr;
    return test ? std::move(test) : std::make_unique<NothingTest>();
}

std::unique_ptr<RowTest> stateTest(const FilterNode &node, const OtherTests &others)
{
    std::vector<std::unique_ptr<RowTest>> parts;
    const auto whetherRead = [&others]() -> std::unique_ptr<RowTest> {
        if (!others)
            return std::make_unique<ReadTest>(true);
        FilterNode clause;
        clause.kind = FilterNode::Kind::Match;
        clause.field = Field::Is;
        clause.values = QStringList { stateKey(State::Read) };
        return otherTest(clause, others);
    };
    for (const QString &value : node.values) {
        switch (stateFromKey(value).value_or(State::Open)) {
        case State::Open:
        case State::Closed:
            parts.push_back(levelTest(&Segment::statuses, statusCount, [&](int status) {
                const auto level = static_cast<Status>(status);
                return stateFromKey(value) == State::Open ? isOpen(level) : isClosed(level);
            }));
            break;
        case State::Read:
            parts.push_back(whetherRead());
            break;
        case State::Unread:
            parts.push_back(std::make_unique<NotTest>(whetherRead()));
            break;
        }
    }
    return std::make_unique<JoinTest>(false, std::move(parts));
}

std::unique_ptr<RowTest> matchTest(const FilterNode &node, Instant now, const OtherTests &others)
{
    switch (node.field) {
    case Field::Group:
    case Field::Product:
    case Field::Type:
    case Field::Asset:
    case Field::Policy:
    case Field::AssetType:
    case Field::HostedOn:
    case Field::DiscoveredVia:
    case Field::Title:
    case Field::Actor:
        return valueTest(node.field, *textColumn(node.field), node.values);
    case Field::Subject:
        return valueTest(node.field, TermColumn::Subject, node.values, &node);
    case Field::Severity:
        if (node.relation != FilterNode::Relation::Is)
            return severityBoundTest(node);
        [[fallthrough]];
    case Field::Status:
        return levelOrWordTest(node);
    case Field::Family:
        return levelTest(&Segment::families, familyCount,
                         [test = ValueTest(node.field, node.values)](int family) {
                             const QString key = familyKey(static_cast<Family>(family));
                             return test(QStringView(key));
                         });
    case Field::Triage: {
        std::unique_ptr<RowTest> other = others ? others(node) : nullptr;
        return other ? std::move(other) : std::make_unique<StandingTest>(node.values);
    }
    case Field::Age:
    case Field::Time:
    case Field::Received:
        return timeTest(node, now);
    case Field::Is:
        return stateTest(node, others);
    case Field::Path:
        if (!others)
            return std::make_unique<BodyTest>(node);
        return otherTest(node, others);
    case Field::Any:
        return textTest(node);
    case Field::IssueIs:
    case Field::OpenAge:
    case Field::FirstSeen:
    case Field::Opened:
    case Field::Closed:
    case Field::AssignedTo:
        return otherTest(node, others);
    }
    return std::make_unique<EverythingTest>();
}

} // namespace

std::unique_ptr<RowTest> makeRowTest(const FilterNode &node, Instant now, const OtherTests &others)
{
    switch (node.kind) {
    case FilterNode::Kind::All:
        return std::make_unique<EverythingTest>();
    case FilterNode::Kind::Match:
        return matchTest(node, now, others);
    case FilterNode::Kind::Not:
        return std::make_unique<NotTest>(makeRowTest(*node.children.front(), now, others));
    case FilterNode::Kind::And:
    case FilterNode::Kind::Or: {
        std::vector<std::unique_ptr<RowTest>> parts;
        for (const auto &child : node.children)
            parts.push_back(makeRowTest(*child, now, others));
        return std::make_unique<JoinTest>(node.kind == FilterNode::Kind::And, std::move(parts));
    }
    }
    return std::make_unique<EverythingTest>();
}

} // namespace models
