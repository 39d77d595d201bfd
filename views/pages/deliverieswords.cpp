// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/deliverieswords.h"

#include "models/items/deliverytext.h"
#include "models/items/eventtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace views {

namespace {

struct DeliveriesWords
{
    Q_DECLARE_TR_FUNCTIONS(DeliveriesWords)
};

} // namespace

EmptyState::Content noRequests()
{
    return { QLatin1String("deliveries"), DeliveriesWords::tr("No request yet"),
             DeliveriesWords::tr("Every request that reaches the receiver is listed here, accepted "
                                 "or not, with the reason. Give the portal the address and the "
                                 "token, then send its check call."),
             DeliveriesWords::tr("Connect the portal") };
}

EmptyState::Content loadingRequests()
{
    return { QLatin1String("hourglass"),
             DeliveriesWords::tr("Loading requests"),
             DeliveriesWords::tr("Reading the newest from the store."),
             {} };
}

EmptyState::Content requestsUnreadable(const QString &reason)
{
    return { QLatin1String("warning"), DeliveriesWords::tr("The record of requests cannot be read"),
             reason, DeliveriesWords::tr("Try again") };
}

EmptyState::Content noRequestMatches(const models::DeliveryFilter &filter)
{
    QStringList chosen;
    if (!filter.text.isEmpty())
        chosen += DeliveriesWords::tr("Text: %1").arg(models::singleLine(filter.text, 80));
    QStringList results;
    for (const auto result : { models::DeliveryResult::Accepted, models::DeliveryResult::Repeated,
                               models::DeliveryResult::Partly, models::DeliveryResult::Refused }) {
        if (filter.results.testFlag(result))
            results += models::resultText(result);
    }
    if (!results.isEmpty())
        chosen += DeliveriesWords::tr("Result: %1").arg(results.join(QStringLiteral(", ")));
    if (!filter.peer.isEmpty())
        chosen += DeliveriesWords::tr("Peer: %1").arg(models::singleLine(filter.peer, 80));
    if (!filter.cause.isEmpty())
        chosen += DeliveriesWords::tr("Cause: %1").arg(models::singleLine(filter.cause, 80));
    return { QLatin1String("filter"), DeliveriesWords::tr("No request matches the filter"),
             DeliveriesWords::tr("None fits all of:\n%1").arg(chosen.join(u'\n')),
             DeliveriesWords::tr("Clear filter") };
}

QString requestCount(qint64 shown, std::optional<qint64> total, bool filtered)
{
    const QLocale locale;
    if (filtered && total)
        return DeliveriesWords::tr("%1 of %2 requests")
                .arg(locale.toString(shown), locale.toString(*total));
    return shown == 1 ? DeliveriesWords::tr("1 request")
                      : DeliveriesWords::tr("%1 requests").arg(locale.toString(shown));
}

} // namespace views
