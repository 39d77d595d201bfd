// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/decoder.h"

#include "models/domain/eventtime.h"
#include "models/domain/jsontext.h"
#include "models/domain/payload.h"

#include <algorithm>
#include <optional>
#include <variant>

namespace models {

namespace {

namespace dom = simdjson::dom;

/// What one JSON value turned out to be.
using Decoded = std::variant<Event, QString>;

QString reasonFor(simdjson::error_code error, const DecodeLimits &limits)
{
    switch (error) {
    case simdjson::DEPTH_ERROR:
        return QStringLiteral("JSON nested deeper than %1 levels").arg(limits.depth);
    case simdjson::UTF8_ERROR:
        return QStringLiteral("text is not valid UTF-8");
    case simdjson::EMPTY:
        return QStringLiteral("no data");
    case simdjson::UNCLOSED_STRING:
        return QStringLiteral("not valid JSON: a string is not closed");
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
        return QStringLiteral("too large to read");
    default:
        return QStringLiteral("not valid JSON");
    }
}

Decoded readEnvelope(dom::element root, QByteArrayView raw)
{
    dom::object envelope;
    if (root.get(envelope) != simdjson::SUCCESS)
        return QStringLiteral("not a JSON object");
    dom::element inner;
    if (envelope.at_key("event").get(inner) != simdjson::SUCCESS)
        return QStringLiteral("no \"event\" in the object");
    Event event;
    dom::element value;
    if (envelope.at_key("host").get(value) == simdjson::SUCCESS)
        event.host = scalarText(value);
    if (envelope.at_key("time").get(value) == simdjson::SUCCESS)
        event.time = value.is_number() ? timeFromNumber(value.get_double().value_unsafe())
                                       : timeFromText(scalarText(value));
    readPayload(inner, event);
    event.body = raw.toByteArray();
    return event;
}

class Decoder final
{
public:
    explicit Decoder(const DecodeLimits &limits) : m_limits(limits) { }

    Decoded read(QByteArrayView raw)
    {
        dom::element root;
        const simdjson::error_code error = parseJson(raw, m_limits.depth, root);
        if (error != simdjson::SUCCESS)
            return reasonFor(error, m_limits);
        return readEnvelope(root, raw);
    }

private:
    DecodeLimits m_limits;
};

void keep(Decoded decoded, QByteArrayView raw, DecodedBody &into)
{
    const qsizetype position = into.events.size() + into.refused.size();
    if (auto *event = std::get_if<Event>(&decoded))
        into.events.append(std::move(*event));
    else
        into.refused.append({ position, std::get<QString>(decoded), raw.toByteArray() });
}

/// Takes a broken value apart where a line begins with a bracket, so that one unfinished object
/// does not swallow the good ones on the lines behind it.
QList<QByteArrayView> splitLines(QByteArrayView broken)
{
    QList<QByteArrayView> parts;
    qsizetype begin = 0;
    for (qsizetype at = 1; at < broken.size(); ++at) {
        if (broken[at] == '{' && broken[at - 1] == '\n') {
            parts.append(broken.sliced(begin, at - begin).trimmed());
            begin = at;
        }
    }
    parts.append(broken.sliced(begin).trimmed());
    return parts;
}

/// Nearly every body is one event, which reading it once tells; false: it has to be taken apart.
bool decodeOne(QByteArrayView body, Decoder &decoder, DecodedBody &result)
{
    constexpr qsizetype longest = 16 * 1024; // what is longer is rather many
    const QByteArrayView whole = trimJson(body);
    if (whole.size() > longest || !whole.startsWith('{'))
        return false;
    Decoded decoded = decoder.read(whole);
    const bool isOne = std::holds_alternative<Event>(decoded);
    if (isOne)
        keep(std::move(decoded), whole, result);
    return isOne;
}

} // namespace

DecodedBody decodeBody(const QByteArray &body, const DecodeLimits &limits)
{
    Decoder decoder(limits);
    DecodedBody result;
    if (decodeOne(body, decoder, result))
        return result;
    const QList<QByteArrayView> values = splitJson(body, limits.eventsPerBody);
    for (const QByteArrayView &raw : values) {
        Decoded decoded = decoder.read(raw);
        const QList<QByteArrayView> lines =
                std::holds_alternative<Event>(decoded) ? QList<QByteArrayView>() : splitLines(raw);
        DecodedBody rescued;
        if (lines.size() > 1 && lines.size() <= limits.eventsPerBody) {
            for (const QByteArrayView &line : lines)
                keep(decoder.read(line), line, rescued);
        }
        if (rescued.events.isEmpty()) {
            keep(std::move(decoded), raw, result);
            continue;
        }
        const qsizetype before = result.events.size() + result.refused.size();
        for (RefusedPart &part : rescued.refused)
            part.position += before;
        result.events += std::move(rescued.events);
        result.refused += std::move(rescued.refused);
    }
    if (values.isEmpty()) {
        const bool blank = body.trimmed().isEmpty();
        result.refused.append(
                { 0, blank ? QStringLiteral("no data") : QStringLiteral("no event in the body"),
                  body });
    }
    return result;
}

Event decodeStored(const QByteArray &body)
{
    // What was accepted once must be readable later, even if the limits have changed since.
    DecodeLimits limits;
    limits.depth = 1024;
    Decoded decoded = Decoder(limits).read(body);
    if (auto *event = std::get_if<Event>(&decoded))
        return std::move(*event);
    Event unreadable;
    unreadable.title =
            QStringLiteral("Stored event cannot be read: %1").arg(std::get<QString>(decoded));
    unreadable.body = body;
    return unreadable;
}

} // namespace models
