// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exportlines.h"

#include "app/cli/csvtext.h"
#include "app/cli/isotime.h"
#include "models/domain/decoder.h"
#include "models/domain/jsontext.h"
#include "models/items/eventtext.h"

namespace app {

namespace {

QString time(const std::optional<models::Instant> &when)
{
    return when ? QString::fromLatin1(isoTime(*when)) : QString();
}

QString link(const models::Event &event, models::Link::Kind kind)
{
    for (const models::Link &link : event.links) {
        if (link.kind == kind)
            return link.url;
    }
    return {};
}

/// The vendor's word; where it sent none, nothing.
QString severity(const models::Event &event)
{
    if (event.severityWord.isEmpty() && event.severity != models::Severity::Unrated)
        return models::severityKey(event.severity);
    return event.severityWord;
}

QString status(const models::Event &event)
{
    if (event.statusWord.isEmpty() && event.status != models::Status::None)
        return models::statusKey(event.status);
    return event.statusWord;
}

} // namespace

QByteArray jsonLine(const EventReader::Item &item)
{
    const models::Instant received { std::chrono::milliseconds(item.row.received) };
    QByteArray line;
    line.reserve(item.body.size() + 96);
    line.append(R"({"id": )").append(QByteArray::number(item.row.id));
    line.append(R"(, "received": ")").append(isoTime(received));
    line.append(R"(", "deliveries": )").append(QByteArray::number(item.deliveries));
    line.append(R"(, "body": )").append(models::compactJson(item.body));
    return line.append("}\n");
}

QByteArray csvHeader()
{
    return csvRecord({ QStringLiteral("id"),          QStringLiteral("received"),
                       QStringLiteral("time"),        QStringLiteral("product"),
                       QStringLiteral("type"),        QStringLiteral("family"),
                       QStringLiteral("subject"),     QStringLiteral("asset"),
                       QStringLiteral("asset_group"), QStringLiteral("severity"),
                       QStringLiteral("status"),      QStringLiteral("title"),
                       QStringLiteral("description"), QStringLiteral("recommendation"),
                       QStringLiteral("policy"),      QStringLiteral("opened"),
                       QStringLiteral("actor"),       QStringLiteral("deliveries"),
                       QStringLiteral("link"),        QStringLiteral("asset_link") });
}

QByteArray csvLine(const EventReader::Item &item)
{
    const models::Event event = models::decodeStored(item.body);
    const models::Instant received { std::chrono::milliseconds(item.row.received) };
    return csvRecord({ QString::number(item.row.id),
                       time(received),
                       time(event.time),
                       event.product,
                       event.type,
                       models::familyKey(event.family),
                       event.subjectId,
                       event.asset.name.isEmpty() ? event.asset.id : event.asset.name,
                       event.group.name.isEmpty() ? event.group.id : event.group.name,
                       severity(event),
                       status(event),
                       event.title,
                       models::multiLine(event.description),
                       models::multiLine(event.recommendation),
                       event.policy.name,
                       time(event.created),
                       event.actor,
                       QString::number(item.deliveries),
                       link(event, models::Link::Kind::Subject),
                       link(event, models::Link::Kind::Asset) });
}

} // namespace app
