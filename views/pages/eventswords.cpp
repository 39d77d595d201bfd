// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/eventswords.h"

#include "models/items/eventtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QtMath>

namespace views {

namespace {

struct EventsWords
{
    Q_DECLARE_TR_FUNCTIONS(EventsWords)
};

using Phase = models::ReceiverState::Phase;

} // namespace

EmptyState::Content nothingReceived(const models::ReceiverState &state)
{
    switch (state.phase) {
    case Phase::Listening:
        return { QLatin1String("inbox"),
                 EventsWords::tr("Listening on %1 – nothing received yet").arg(state.url),
                 EventsWords::tr("Events appear here the moment the portal sends them. Give the "
                                 "portal this address and the token, then send its check call."),
                 EventsWords::tr("Connect the portal") };
    case Phase::Failed:
        return { QLatin1String("warning"), EventsWords::tr("Watchfloor is not receiving"),
                 receiverFailure(state), EventsWords::tr("Receiver settings") };
    case Phase::Starting:
        return { QLatin1String("hourglass"),
                 EventsWords::tr("Starting the receiver"),
                 EventsWords::tr("Events appear here the moment the portal sends them."),
                 {} };
    case Phase::Stopped:
        break;
    }
    return { QLatin1String("inbox"), EventsWords::tr("The receiver is stopped – nothing here yet"),
             EventsWords::tr("Events that the portal sends now do not arrive. Start the receiver "
                             "in the settings."),
             EventsWords::tr("Receiver settings") };
}

QString wayOutText(const models::WayOut &way)
{
    constexpr qsizetype longest = 60;
    const QLocale locale;
    const auto shown = [](const QString &clause) {
        return EventsWords::tr("“%1”").arg(models::singleLine(clause, longest));
    };
    if (!way.instead.isEmpty())
        return EventsWords::tr("Write %1 instead of %2")
                .arg(shown(way.instead), shown(way.dropped.value(0)));
    QStringList dropped;
    for (const QString &clause : way.dropped)
        dropped.append(shown(clause));
    const QString list = dropped.join(EventsWords::tr(" and "));
    if (way.asked && way.rows <= 0)
        return EventsWords::tr("Without %1 there are … events").arg(list);
    if (way.rows < 0)
        return EventsWords::tr("Look without %1").arg(list);
    if (way.atLeast)
        return EventsWords::tr("Without %1 there are at least %2")
                .arg(list, locale.toString(way.rows));
    return way.rows == 1 ? EventsWords::tr("Without %1 there is 1 event").arg(list)
                         : EventsWords::tr("Without %1 there are %2 events")
                                   .arg(list, locale.toString(way.rows));
}

EmptyState::Content nothingMatches(const models::Filter &filter, qsizetype total,
                                   const std::vector<models::WayOut> &ways)
{
    constexpr size_t mostNamed = 6;
    QStringList clauses;
    for (const models::Filter::Clause &clause : filter.clauses()) {
        if (size_t(clauses.size()) == mostNamed) {
            clauses += QString(QChar(0x2026));
            break;
        }
        clauses += clause.text.size() > 120 ? QString(clause.text.left(120) % QChar(0x2026))
                                            : clause.text;
    }
    const QString list = clauses.join(QStringLiteral("\n"));
    QStringList offers;
    for (const models::WayOut &way : ways)
        offers.append(wayOutText(way));
    return { QLatin1String("filter"), EventsWords::tr("No event matches the filter"),
             EventsWords::tr("None of %1 events fits all of:\n%2\n\nDrop a part above the table, "
                             "or clear the whole filter.")
                     .arg(QLocale().toString(total), list),
             EventsWords::tr("Clear filter"), offers };
}

EmptyState::Content searchingStore(double progress)
{
    return { QLatin1String("hourglass"),
             EventsWords::tr("Searching"),
             EventsWords::tr("No event found so far; %1\u2009% of the stored texts are searched.")
                     .arg(QLocale().toString(qFloor(progress * 100))),
             {} };
}

EmptyState::Content loadingEvents(qsizetype done)
{
    return { QLatin1String("hourglass"),
             EventsWords::tr("Loading events"),
             done > 0 ? EventsWords::tr("%1 so far, newest first.").arg(QLocale().toString(done))
                      : EventsWords::tr("Opening the store. New events are received meanwhile."),
             {} };
}

QString receiverFailure(const models::ReceiverState &state)
{
    return EventsWords::tr("Could not listen: %1").arg(state.reason);
}

QString countText(qsizetype shown, qsizetype total, bool filtered)
{
    const QLocale locale;
    if (!filtered && shown == total)
        return total == 1 ? EventsWords::tr("1 event")
                          : EventsWords::tr("%1 events").arg(locale.toString(total));
    return EventsWords::tr("%1 of %2 events").arg(locale.toString(shown), locale.toString(total));
}

} // namespace views
