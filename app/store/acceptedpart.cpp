// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/acceptedpart.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

#include <optional>

namespace app {

namespace {

/// A text as a JSON string with its quotes.
QByteArray quoted(const QString &text)
{
    return QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact).mid(1).chopped(1);
}

QByteArray envelope(const QString &reason, const char *member, const QByteArray &value)
{
    return R"({"event": {"accepted_by_hand": true, "refused_because": )" + quoted(reason) + ", \""
            + member + "\": " + value + "}}";
}

/// True for exactly one JSON value: nothing in it can reach beyond its place in the envelope.
bool isOneValue(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + bytes + ']');
    return document.isArray() && document.array().size() == 1;
}

std::optional<models::Event> eventOf(const QByteArray &body)
{
    models::DecodeLimits limits;
    limits.depth = 1024; // as decodeStored() will read it
    models::DecodedBody decoded = models::decodeBody(body, limits);
    if (decoded.events.size() != 1 || !decoded.refused.isEmpty())
        return {};
    return std::move(decoded.events.first());
}

std::optional<models::Event> asText(const models::RefusedPart &part)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(part.bytes);
    // A byte order mark would be lost: such a text is kept as bytes.
    if (decoder.hasError() || text.toUtf8() != part.bytes)
        return {};
    return eventOf(envelope(part.reason, "text", quoted(text)));
}

} // namespace

models::Result<models::Event> acceptedEvent(const models::RefusedPart &part)
{
    std::optional<models::Event> event;
    if (isOneValue(part.bytes))
        event = eventOf(envelope(part.reason, "body", part.bytes));
    if (!event)
        event = asText(part);
    if (!event)
        event = eventOf(envelope(part.reason, "base64", '"' + part.bytes.toBase64() + '"'));
    if (event)
        return std::move(*event);
    return models::Failure { QCoreApplication::translate(
            "app::acceptedEvent",
            "No event can be made of these bytes; they stay on record as they are.") };
}

} // namespace app
