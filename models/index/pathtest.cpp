// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/pathtest.h"

#include "models/domain/eventtime.h"

#include <cmath>

namespace models {

namespace {

using Relation = FilterNode::Relation;

std::optional<double> numberOf(QStringView text)
{
    bool good = false;
    const double number = text.toDouble(&good);
    if (!good || !std::isfinite(number))
        return {};
    return number;
}

bool stands(double number, Relation relation, double bound)
{
    switch (relation) {
    case Relation::Less:
        return number < bound;
    case Relation::LessOrEqual:
        return number <= bound;
    case Relation::Greater:
        return number > bound;
    case Relation::GreaterOrEqual:
        return number >= bound;
    case Relation::Is:
        break;
    }
    return false;
}

} // namespace

PathTest::PathTest(const FilterNode &clause, Instant now)
    : m_relation(clause.relation), m_values(Field::Path, clause.values)
{
    if (clause.kind != FilterNode::Kind::Match || clause.field != Field::Path
        || clause.values.isEmpty())
        return;
    m_path = PayloadPath::from(clause.path);
    if (m_relation == Relation::Is) {
        m_missing = clause.values.contains(QString());
        return;
    }
    const QString &bound = clause.values.constFirst();
    m_number = numberOf(bound);
    const std::optional<TimeBound> time = m_number ? std::nullopt : timeBound(bound);
    if (time)
        m_range = timeRange(Field::Path, m_relation, *time, now);
}

bool PathTest::comparable(QStringView bound)
{
    return numberOf(bound) || timeBound(bound);
}

bool PathTest::passes(const QString &value) const
{
    if (m_relation == Relation::Is)
        return m_values(QStringView(value));
    if (m_number) {
        const std::optional<double> number = numberOf(value);
        return number && stands(*number, m_relation, *m_number);
    }
    const std::optional<Instant> time = m_range ? timeFromText(value) : std::nullopt;
    return time && time->time_since_epoch().count() >= m_range->first
            && time->time_since_epoch().count() <= m_range->last;
}

bool PathTest::operator()(QByteArrayView body) const
{
    if (!m_path)
        return false;
    bool any = false;
    const bool passed = m_path->anyOf(body, [&](const QString &value) {
        any = true;
        return passes(value);
    });
    return passed || (m_missing && !any);
}

} // namespace models
