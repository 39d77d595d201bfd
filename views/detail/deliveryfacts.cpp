// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/deliveryfacts.h"

#include "models/items/deliverytext.h"
#include "models/items/eventtext.h"
#include "views/detail/byteswords.h"

#include <QCoreApplication>
#include <QLocale>

namespace views {

namespace {

struct DeliveryFacts
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryFacts)
};

} // namespace

QString deliveryTitle(const models::DeliveryRecord &record)
{
    if (!record.cause.isEmpty())
        return record.cause;
    return record.result() == models::DeliveryResult::Refused
            ? DeliveryFacts::tr("Nothing of it was stored")
            : DeliveryFacts::tr("Stored: %1").arg(models::storedText(record));
}

QList<Fact> deliveryFacts(const models::DeliveryRecord &record)
{
    QList<Fact> facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts += { label, value };
    };
    add(DeliveryFacts::tr("Time"), models::longTime(record.received));
    add(DeliveryFacts::tr("From"),
        record.imported ? DeliveryFacts::tr("a file") : models::singleLine(record.peer));
    add(DeliveryFacts::tr("Path"), models::singleLine(record.path));
    add(DeliveryFacts::tr("Size"), models::bytesText(record.size));
    add(DeliveryFacts::tr("Took"), models::tookText(record.took));
    add(DeliveryFacts::tr("Outcome"), models::storedText(record));
    if (record.count > 1)
        add(DeliveryFacts::tr("Requests"),
            DeliveryFacts::tr("%1 alike").arg(QLocale().toString(record.count)));
    return facts;
}

QString deliveryAsText(const models::DeliveryDetail &detail)
{
    QStringList lines { models::resultText(detail.record.result()) % u' '
                        % models::httpStatusText(detail.record.status) };
    lines += models::singleLine(deliveryTitle(detail.record));
    for (const Fact &fact : deliveryFacts(detail.record))
        lines += QString(fact.label % u": " % fact.value);
    if (!detail.head.isEmpty())
        lines += QString(u'\n' % bytesForReading(detail.head, detail.head.size()));
    if (!detail.body.isEmpty())
        lines += QString(u'\n' % bytesForReading(detail.body, detail.body.size()));
    for (const models::RefusedPartRecord &part : detail.parts)
        lines += QString(u'\n' % part.reason % u'\n' % bytesForReading(part.bytes, part.size));
    return lines.join(u'\n');
}

} // namespace views
