// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventcells.h"

#include "models/index/eventindex.h"
#include "models/index/filterwords.h"
#include "models/items/eventsmodel.h"
#include "models/items/eventtext.h"

#include <QLocale>

namespace models {

QString ageText(Instant time, Instant now)
{
    using namespace std::chrono;
    const auto passed = duration_cast<seconds>(std::max(now - time, Instant::duration::zero()));
    if (passed < minutes(1))
        return EventsModel::tr("%1 s").arg(passed.count());
    if (passed < hours(1))
        return EventsModel::tr("%1 min").arg(duration_cast<minutes>(passed).count());
    if (passed < days(1))
        return EventsModel::tr("%1 h").arg(duration_cast<hours>(passed).count());
    return EventsModel::tr("%1 d").arg(
            QLocale().toString(qint64(duration_cast<days>(passed).count())));
}

QString eventCellText(const EventIndex &index, quint32 position, EventColumn column)
{
    switch (column) {
    case EventColumn::Received:
        return shortTime(index.received(position), now());
    case EventColumn::Time:
        return shortTime(index.time(position), now());
    case EventColumn::Age:
        return ageText(index.time(position), now());
    case EventColumn::Family:
        return familyText(index.family(position));
    case EventColumn::Deliveries:
        return QLocale().toString(index.deliveries(index.id(position)));
    default:
        break;
    }
    const QString text = index.text(*factsOf(column).term, position);
    switch (column) {
    case EventColumn::Severity:
        return text.isEmpty() ? severityText(index.severity(position)) : wordText(text);
    case EventColumn::Status:
        return text.isEmpty() ? statusText(index.status(position)) : wordText(text);
    case EventColumn::Product:
        return productText(text);
    case EventColumn::Type:
        return text.isEmpty() ? familyText(index.family(position)) : typeText(text);
    default:
        return text;
    }
}

QString eventCellToolTip(const EventIndex &index, quint32 position, EventColumn column)
{
    constexpr qsizetype most = 4000;
    switch (column) {
    case EventColumn::Received:
    case EventColumn::Deliveries: {
        const QString first = longTime(index.received(position));
        const int deliveries = index.deliveries(index.id(position));
        if (deliveries < 2)
            return first;
        return EventsModel::tr("%1\nReceived %n time(s), last %2", nullptr, deliveries)
                .arg(first, longTime(index.lastReceived(position)));
    }
    case EventColumn::Time:
    case EventColumn::Age:
        return longTime(index.time(position));
    case EventColumn::Severity:
    case EventColumn::Status:
    case EventColumn::Product:
    case EventColumn::Type: {
        const QString shown = eventCellText(index, position, column);
        const QString raw = index.text(*factsOf(column).term, position);
        const bool same = raw.isEmpty() || raw == shown;
        return multiLine(same ? shown
                              : QString(shown + QLatin1String(" (") + raw + QLatin1Char(')')))
                .left(most);
    }
    default:
        return multiLine(eventCellText(index, position, column)).left(most);
    }
}

QString eventCellFilterValue(const EventIndex &index, quint32 position, EventColumn column)
{
    const EventColumnFacts &facts = factsOf(column);
    if (!facts.field)
        return {};
    switch (column) {
    case EventColumn::Severity:
        return severityKey(index.severity(position));
    case EventColumn::Status:
        return statusKey(index.status(position));
    case EventColumn::Family:
        return familyKey(index.family(position));
    default:
        return literalValue(index.text(*facts.term, position));
    }
}

} // namespace models
