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

/// Puts numbers that no machine type holds into quotes: legal JSON, and ids among them must
/// keep every digit. Only used on what the parser refused for a number.
QByteArray quoteLargeNumbers(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size() + 64);
    bool inString = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (inString) {
            out.append(c);
            if (c == '\\' && at + 1 < json.size())
                out.append(json[++at]);
            else if (c == '"')
                inString = false;
            continue;
        }
        inString = c == '"';
        if (c != '-' && (c < '0' || c > '9')) {
            out.append(c);
            continue;
        }
        qsizetype end = at;
        while (end < json.size() && QByteArrayView("+-.eE0123456789").contains(json[end]))
            ++end;
        const QByteArrayView number = json.sliced(at, end - at);
        bool wellFormed = false;
        number.toByteArray().toDouble(&wellFormed);
        const bool isLarge = number.size() > 18 || number.contains('e') || number.contains('E');
        // toDouble() refuses what overflows; digits alone are enough to trust those.
        if (isLarge && (wellFormed || number.contains('e') || number.contains('E')))
            out.append('"').append(number).append('"');
        else
            out.append(number);
        at = end - 1;
    }
    return out;
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

/// The thread's parser: its buffers are several times as large as a body, and making them anew
/// for each takes longer than the parsing.
dom::parser &threadParser()
{
    constexpr size_t largestKept = 256 * 1024; // bytes of a value; the buffers are far larger
    static thread_local dom::parser parser;
    if (parser.capacity() > largestKept)
        parser = dom::parser();
    return parser;
}

class Decoder final
{
public:
    explicit Decoder(const DecodeLimits &limits) : m_parser(threadParser()), m_limits(limits) { }

    Decoded read(QByteArrayView raw)
    {
        simdjson::error_code error = simdjson::SUCCESS;
        dom::element root = parse(raw, error);
        QByteArray quoted;
        if (error == simdjson::NUMBER_ERROR || error == simdjson::TAPE_ERROR) {
            quoted = quoteLargeNumbers(raw);
            if (quoted.size() != raw.size())
                root = parse(quoted, error);
        }
        if (error != simdjson::SUCCESS)
            return reasonFor(error, m_limits);
        return readEnvelope(root, raw);
    }

private:
    dom::element parse(QByteArrayView raw, simdjson::error_code &error)
    {
        dom::element root;
        if (m_parser.max_depth() != size_t(m_limits.depth)
            || m_parser.capacity() < size_t(raw.size()))
            error = m_parser.allocate(size_t(raw.size()), size_t(m_limits.depth));
        if (error != simdjson::CAPACITY && error != simdjson::MEMALLOC)
            error = m_parser.parse(raw.data(), size_t(raw.size())).get(root);
        return root;
    }

    dom::parser &m_parser;
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

} // namespace

DecodedBody decodeBody(const QByteArray &body, const DecodeLimits &limits)
{
    Decoder decoder(limits);
    DecodedBody result;
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
