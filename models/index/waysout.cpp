// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/waysout.h"

#include "models/index/filterfields.h"
#include "models/index/filterwords.h"
#include "models/index/smallestsets.h"
#include "models/index/textcolumn.h"
#include "models/index/valuecounter.h"

#include <algorithm>

namespace models {

namespace {

constexpr std::size_t mostClauses = 32;

/// Which clauses a row fails, as bits, for all rows: how often each of the smallest sets occurs.
class FailureCounter final
{
public:
    explicit FailureCounter(std::vector<std::unique_ptr<RowTest>> tests) : m_tests(std::move(tests))
    {
    }

    void add(std::size_t number, const IndexSnapshot &snapshot)
    {
        const SegmentView &segment = snapshot.segments[number];
        constexpr quint32 portion = 8192;
        m_failed.resize(portion);
        m_passes.resize(portion);
        for (quint32 first = 0; first < segment.rows; first += portion) {
            const quint32 count = std::min(portion, segment.rows - first);
            std::fill_n(m_failed.begin(), count, 0U);
            for (std::size_t i = 0; i < m_tests.size(); ++i) {
                m_tests[i]->run({ .segment = segment,
                                  .terms = snapshot.terms,
                                  .first = first,
                                  .count = count,
                                  .read = &snapshot.read,
                                  .number = number,
                                  .standings = snapshot.standings.get() },
                                m_passes.data());
                for (quint32 row = 0; row < count; ++row) {
                    const bool passed = m_passes[row] != 0;
                    m_failed[row] |= passed ? 0U : 1U << i;
                    m_passed |= passed ? 1U << i : 0U;
                }
            }
            for (quint32 row = 0; row < count; ++row)
                m_sets.note(m_failed[row]);
        }
    }

    /// The smallest sets of clauses that rows fail, with the numbers of these rows.
    const std::map<quint32, qsizetype> &smallest() const { return m_sets.counts(); }
    /// The clauses that some row passes.
    quint32 passed() const { return m_passed; }

private:
    std::vector<std::unique_ptr<RowTest>> m_tests;
    std::vector<quint32> m_failed;
    std::vector<quint8> m_passes;
    SmallestSets m_sets;
    quint32 m_passed = 0;
};

/// The filter without those clauses.
Filter without(const Filter &filter, quint32 dropped)
{
    Filter rest = filter;
    for (int i = int(mostClauses) - 1; i >= 0; --i) {
        const std::vector<Filter::Clause> clauses = rest.clauses();
        if ((dropped >> i & 1U) != 0 && std::size_t(i) < clauses.size())
            rest = clauses[std::size_t(i)].without;
    }
    return rest;
}

/// Whether a part of the expression is looked up in the store.
bool asksBodies(const FilterNode &node)
{
    return (node.kind == FilterNode::Kind::Match && node.field == Field::Path)
            || std::any_of(node.children.begin(), node.children.end(),
                           [](const auto &child) { return asksBodies(*child); });
}

/// Whether memory alone cannot tell the rows of a filter.
bool asksStore(const Filter &filter, bool stored)
{
    return stored ? StoreAnswers(filter).isNeeded() : asksBodies(filter.root());
}

/// A value that occurs and is written like the one that does not; empty where none is.
QString nearestValue(const IndexSnapshot &snapshot, const FilterNode &clause,
                     const std::atomic_bool &cancelled)
{
    constexpr std::size_t mostCompared = 5000;
    const bool one = clause.kind == FilterNode::Kind::Match
            && clause.relation == FilterNode::Relation::Is && clause.values.size() == 1;
    if (!one || clause.values.constFirst().isEmpty() || !textColumn(clause.field))
        return {};
    QStringList known;
    for (const ValueCount &value : countValues(snapshot, clause.field, {}, mostCompared, cancelled))
        known.append(value.value);
    return nearestWord(clause.values.constFirst(), known);
}

} // namespace

std::vector<WayOut> waysOut(const IndexSnapshot &snapshot, const Filter &filter, Instant now,
                            const OtherTests &others, std::size_t most,
                            const std::atomic_bool &cancelled, bool stored)
{
    const std::vector<std::shared_ptr<const FilterNode>> clauses = filter.parts();
    if (clauses.empty() || clauses.size() > mostClauses)
        return {};
    std::vector<std::unique_ptr<RowTest>> tests;
    for (const auto &clause : clauses)
        tests.push_back(makeRowTest(*clause, now, others));
    FailureCounter counter(std::move(tests));
    for (std::size_t number = 0; number < snapshot.segments.size(); ++number) {
        if (cancelled)
            return {};
        counter.add(number, snapshot);
    }

    const std::vector<Filter::Clause> texts = filter.clauses();
    std::vector<WayOut> ways;
    for (const auto &[failed, rows] : counter.smallest()) {
        if (failed == 0)
            continue; // it matches something after all
        WayOut way;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if ((failed >> i & 1U) != 0)
                way.dropped.append(texts[i].text);
        }
        way.filter = without(filter, failed);
        way.rows = rows;
        ways.push_back(std::move(way));
    }
    std::stable_sort(ways.begin(), ways.end(),
                     [](const WayOut &a, const WayOut &b) { return a.rows > b.rows; });
    for (WayOut &way : ways)
        way.atLeast = asksStore(way.filter, stored);
    for (std::size_t i = 0; i < clauses.size() && clauses.size() > 1; ++i) {
        const Filter rest = without(filter, 1U << i);
        const bool known = !asksStore(rest, stored)
                || std::any_of(ways.begin(), ways.end(), [&](const WayOut &way) {
                       return way.dropped == QStringList { texts[i].text };
                   });
        if (!known)
            ways.push_back({ { texts[i].text }, {}, rest, -1, true, false });
    }
    std::vector<WayOut> better;
    for (std::size_t i = 0; i < clauses.size() && !cancelled; ++i) {
        if ((counter.passed() >> i & 1U) != 0)
            continue;
        const QString value = nearestValue(snapshot, *clauses[i], cancelled);
        if (value.isEmpty())
            continue;
        WayOut way;
        way.dropped.append(texts[i].text);
        way.filter = filter.withValues(clauses[i]->field, { value });
        way.instead =
                QString(fieldName(clauses[i]->field) + QLatin1Char(':') + writtenValue(value));
        way.rows = -1;
        better.push_back(std::move(way));
    }
    ways.insert(ways.begin(), better.begin(), better.end());
    if (ways.size() > most)
        ways.erase(ways.begin() + static_cast<std::ptrdiff_t>(most), ways.end());
    return ways;
}

} // namespace models
