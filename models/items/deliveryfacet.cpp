// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deliveryfacet.h"

#include "models/items/deliveryquery.h"
#include "models/items/deliverytext.h"
#include "models/items/eventtext.h"

#include <QLocale>

namespace models {

DeliveryFacet::DeliveryFacet(DeliveryQuery &query, Field field, QObject *parent)
    : WholeFacet(parent), m_query(query), m_field(field)
{
    connect(&query, &DeliveryQuery::countsChanged, this, [this] { refresh(true); });
    connect(&query, &DeliveryQuery::filterChanged, this, [this] { refresh(true); });
    sortRows();
}

QString DeliveryFacet::title() const
{
    switch (m_field) {
    case Field::Result:
        return tr("Result");
    case Field::Peer:
        return tr("Peer");
    case Field::Cause:
        break;
    }
    return tr("Cause");
}

QString DeliveryFacet::name() const
{
    switch (m_field) {
    case Field::Result:
        return QStringLiteral("result");
    case Field::Peer:
        return QStringLiteral("peer");
    case Field::Cause:
        break;
    }
    return QStringLiteral("cause");
}

FacetList::Shapes DeliveryFacet::shapes() const
{
    return m_field == Field::Result ? Shapes::Results : Shapes::None;
}

int DeliveryFacet::marks() const
{
    const DeliveryFilter &filter = m_query.filter();
    if (m_field == Field::Result)
        return static_cast<int>(qPopulationCount(static_cast<quint32>(filter.results)));
    return (m_field == Field::Peer ? filter.peer : filter.cause).isEmpty() ? 0 : 1;
}

void DeliveryFacet::clear()
{
    DeliveryFilter filter = m_query.filter();
    if (m_field == Field::Result)
        filter.results = {};
    else
        (m_field == Field::Peer ? filter.peer : filter.cause).clear();
    m_query.setFilter(filter);
}

bool DeliveryFacet::isChosen(const QString &value) const
{
    const DeliveryFilter &filter = m_query.filter();
    if (m_field == Field::Result)
        return filter.results.testFlag(DeliveryResult(value.toInt()));
    return (m_field == Field::Peer ? filter.peer : filter.cause) == value;
}

void DeliveryFacet::choose(const QString &value, bool only)
{
    apply(entry(value, 0, false), only ? Gesture::Only : Gesture::Select);
}

void DeliveryFacet::release(const QString &value)
{
    apply(entry(value, 0, true), Gesture::Release);
}

QString DeliveryFacet::labelOf(const QString &value) const
{
    return entry(value, 0, false).label;
}

FacetEntry DeliveryFacet::entry(const QString &value, qint64 count, bool selected) const
{
    FacetEntry made;
    made.value = value;
    made.label = m_field == Field::Result ? resultText(DeliveryResult(value.toInt()))
                                          : singleLine(value);
    made.matching = count;
    made.selected = selected;
    return made;
}

/// All values in their best order, with what is chosen now.
std::vector<FacetEntry> DeliveryFacet::values() const
{
    const DeliveryFilter &filter = m_query.filter();
    const DeliveryCounts &counts = m_query.counts();
    std::vector<FacetEntry> all;
    if (m_field == Field::Result) {
        for (const auto &[result, count] : counts.results)
            all.push_back(
                    entry(QString::number(int(result)), count, filter.results.testFlag(result)));
        return all;
    }
    const bool peers = m_field == Field::Peer;
    const QString &chosen = peers ? filter.peer : filter.cause;
    bool found = chosen.isEmpty();
    for (const DeliveryCount &count : peers ? counts.peers : counts.causes) {
        if (count.value.isEmpty())
            continue; // accepted ones have no cause; that is what the results are for
        all.push_back(entry(count.value, count.count, count.value == chosen));
        found = found || count.value == chosen;
    }
    if (!found)
        all.insert(all.begin(), entry(chosen, 0, true));
    return all;
}

void DeliveryFacet::apply(const FacetEntry &entry, Gesture gesture)
{
    const bool select = gesture != Gesture::Release;
    DeliveryFilter filter = m_query.filter();
    switch (m_field) {
    case Field::Result:
        if (gesture == Gesture::Only)
            filter.results = {};
        filter.results.setFlag(DeliveryResult(entry.value.toInt()), select);
        break;
    case Field::Peer:
        filter.peer = select ? entry.value : QString();
        break;
    case Field::Cause:
        filter.cause = select ? entry.value : QString();
        break;
    }
    m_query.setFilter(filter);
}

QString DeliveryFacet::countWords(const FacetEntry &entry) const
{
    return tr("%1 requests").arg(QLocale().toString(entry.matching));
}

} // namespace models
