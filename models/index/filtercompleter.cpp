// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filtercompleter.h"

#include "models/domain/payloadpaths.h"
#include "models/index/eventindex.h"
#include "models/index/filterfields.h"
#include "models/index/filterwords.h"
#include "models/index/textcolumn.h"
#include "models/index/valuecounter.h"

#include <utility>

namespace models {

namespace {
constexpr std::size_t mostValues = 50;
constexpr qsizetype mostPaths = 500;
constexpr qsizetype mostSeen = 20; // values of a path
constexpr qsizetype mostWaiting = 64; // bodies
constexpr qsizetype largestLearnt = 256 * 1024; // bytes of a body
} // namespace

FilterCompleter::FilterCompleter(const EventIndex &index, QObject *parent)
    : FilterCompleter(
            FilterScope::Events,
            [&index]() -> Counter {
                return [snapshot = index.snapshot()](const FilterContext &context, std::size_t most,
                                                     const std::atomic_bool &cancelled) {
                    return countValues(snapshot, context.field, context.typed, most, cancelled);
                };
            },
            parent)
{
    for (const QString &path : usualPaths())
        m_paths.insert(path, {});
}

FilterCompleter::FilterCompleter(FilterScope scope, Counters counters, QObject *parent)
    : QObject(parent), m_scope(scope), m_counters(std::move(counters))
{
}

void FilterCompleter::complete(const QString &text, qsizetype cursor, const QStringList &recent)
{
    m_recent = recent;
    const FilterContext context = filterContext(text, cursor, m_scope);
    std::vector<ValueCount> seen;
    if (context.part == FilterContext::Part::Value && context.field == Field::Path) {
        for (const QString &value : m_paths.value(context.path))
            seen.push_back({ literalValue(value), -1 });
    }
    offer(context, std::move(seen));
    m_counting.cancel();
    const bool counts = context.part == FilterContext::Part::Value
            && (textColumn(context.field) || context.field == Field::Family
                || context.field == Field::Triage || context.field == Field::Is
                || context.field == Field::AssignedTo);
    if (counts)
        count(context);
}

void FilterCompleter::cancel()
{
    m_counting.cancel();
}

void FilterCompleter::count(const FilterContext &context)
{
    m_counting.start([this, context, counter = m_counters()](
                             const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        std::vector<ValueCount> values = counter(context, mostValues, cancelled);
        return [this, context, values = std::move(values)]() mutable {
            offer(context, std::move(values));
        };
    });
}

void FilterCompleter::offer(const FilterContext &context, std::vector<ValueCount> values)
{
    CompletionFacts facts;
    facts.values = std::move(values);
    facts.paths = knownPaths();
    facts.recent = m_recent;
    facts.now = now();
    emit offered(context, completions(context, facts));
}

void FilterCompleter::learn(const QByteArray &body)
{
    if (body.size() > largestLearnt)
        return;
    m_bodies.append(body);
    if (m_bodies.size() > mostWaiting)
        m_bodies.removeFirst();
    if (!m_learning.busy())
        learnNext();
}

void FilterCompleter::learnNext()
{
    if (m_bodies.isEmpty())
        return;
    m_learning.start(
            [this, body = m_bodies.takeFirst()](const std::atomic_bool &) -> LatestJob::Deliver {
                std::vector<SeenPath> seen = pathsIn(body, mostPaths);
                return [this, seen = std::move(seen)] {
                    for (const SeenPath &one : seen) {
                        if (m_paths.size() >= mostPaths && !m_paths.contains(one.path))
                            continue;
                        QStringList &values = m_paths[one.path];
                        for (const QString &value : one.values) {
                            if (values.size() < mostSeen && !values.contains(value))
                                values.append(value);
                        }
                    }
                    emit learnt();
                    learnNext();
                };
            });
}

QStringList FilterCompleter::knownPaths() const
{
    return m_paths.keys();
}

} // namespace models
