// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/headreader.h"

#include "app/receiver/httpgrammar.h"

#include <limits>

namespace app {

using grammar::equalsIgnoringCase;

void HeadReader::reset()
{
    *this = HeadReader(m_limits);
}

std::optional<Violation> HeadReader::readLine(QByteArrayView line, qsizetype base)
{
    if (!m_started) {
        m_started = true;
        return readRequestLine(line, base);
    }
    if (++m_fields > m_limits.fields)
        return Violation { 431, "Too many header fields" };
    if (line.front() == ' ' || line.front() == '\t') // RFC 9112, 5.2
        return Violation { 400, "Folded header field" };
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !grammar::isToken(line.first(colon))) // also "Name : value", RFC 9112, 5.1
        return Violation { 400, "Malformed header field name" };
    const QByteArrayView value = grammar::trimmed(line.sliced(colon + 1));
    if (!grammar::isFieldValue(value))
        return Violation { 400, "Control character in a header field" };
    const qsizetype at = value.isEmpty() ? 0 : value.data() - line.data();
    return readField(line.first(colon), value, { base + at, value.size() });
}

std::optional<Violation> HeadReader::readRequestLine(QByteArrayView line, qsizetype base)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last == first)
        return Violation { 400, "Malformed request line" };
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!grammar::isToken(method) || !grammar::isVisible(target))
        return Violation { 400, "Malformed request line" };
    if (version.size() != 8 || !version.startsWith("HTTP/") || version[6] != '.'
        || !grammar::isDigits(version.sliced(5, 1)) || !grammar::isDigits(version.sliced(7)))
        return Violation { 400, "Malformed HTTP version" };
    if (version[5] != '1' || version[7] > '1')
        return Violation { 505, "HTTP version not supported" };
    if (target.size() > m_limits.target)
        return Violation { 414, "Request target too long" };
    if (target.front() != '/') // absolute, authority and asterisk form: nothing here needs them
        return Violation { 400, "Request target is not an absolute path" };
    m_minor = version[7] - '0';
    m_method = { base, first };
    m_target = { base + first + 1, target.size() };
    return {};
}

std::optional<Violation> HeadReader::readField(QByteArrayView name, QByteArrayView value,
                                               Place place)
{
    if (equalsIgnoringCase(name, "content-length")) {
        m_lengthText = place;
        return readLength(value);
    }
    if (equalsIgnoringCase(name, "transfer-encoding"))
        return readTransferEncoding(value);
    if (equalsIgnoringCase(name, "host")) {
        if (m_host)
            return Violation { 400, "More than one Host" }; // RFC 9112, 3.2
        m_host = true;
        for (const char c : value) {
            if (c == ' ' || c == '\t' || c == ',' || c == '/' || c == '@')
                return Violation { 400, "Malformed Host" };
        }
    } else if (equalsIgnoringCase(name, "authorization")) {
        if (m_hasAuthorization)
            return Violation { 400, "More than one Authorization" };
        m_hasAuthorization = true;
        m_authorization = place;
    } else if (equalsIgnoringCase(name, "content-encoding")) {
        if (m_hasContentEncoding)
            return Violation { 400, "More than one Content-Encoding" };
        m_hasContentEncoding = true;
        m_contentEncoding = place;
    } else if (equalsIgnoringCase(name, "expect")) {
        if (!equalsIgnoringCase(value, "100-continue"))
            return Violation { 417, "Unknown expectation" };
        m_expectsContinue = m_minor > 0; // RFC 9110, 10.1.1
    } else if (equalsIgnoringCase(name, "connection")) {
        readConnection(value);
    } else if (equalsIgnoringCase(name, "x-forwarded-for")) {
        m_forwardedFor.append(place);
    } else if (equalsIgnoringCase(name, "forwarded")) {
        m_forwarded.append(place);
    } else if (equalsIgnoringCase(name, "upgrade")) {
        m_webSocket = m_webSocket || value.toByteArray().toLower().contains("websocket");
    }
    return {};
}

std::optional<Violation> HeadReader::readLength(QByteArrayView value)
{
    if (m_length >= 0)
        return Violation { 400, "More than one Content-Length" };
    if (!grammar::isDigits(value))
        return Violation { 400, "Malformed Content-Length" };
    m_length = 0;
    for (const char c : value) {
        if (m_length > (std::numeric_limits<qint64>::max() - 9) / 10)
            return Violation { 413, "Body too large" };
        m_length = m_length * 10 + (c - '0');
    }
    return {};
}

std::optional<Violation> HeadReader::readTransferEncoding(QByteArrayView value)
{
    if (m_chunked)
        return Violation { 400, "More than one Transfer-Encoding" };
    if (m_minor == 0) // RFC 9112, 6.1: framing is faulty
        return Violation { 400, "Transfer-Encoding in HTTP/1.0" };
    if (value.isEmpty())
        return Violation { 400, "Malformed Transfer-Encoding" };
    if (!equalsIgnoringCase(value, "chunked"))
        return Violation { 501, "Transfer coding not supported" };
    m_chunked = true;
    return {};
}

void HeadReader::readConnection(QByteArrayView value)
{
    while (!value.isEmpty()) {
        const qsizetype comma = value.indexOf(',');
        const QByteArrayView option = grammar::trimmed(comma < 0 ? value : value.first(comma));
        m_close = m_close || equalsIgnoringCase(option, "close");
        m_persist = m_persist || equalsIgnoringCase(option, "keep-alive");
        value = comma < 0 ? QByteArrayView() : value.sliced(comma + 1);
    }
}

std::optional<Violation> HeadReader::finish() const
{
    if (!m_started)
        return Violation { 400, "Empty line before the request" };
    if (m_chunked && m_length >= 0) // RFC 9112, 6.3: request smuggling
        return Violation { 400, "Content-Length beside Transfer-Encoding" };
    if (m_minor > 0 && !m_host)
        return Violation { 400, "No Host" };
    return {};
}

RequestHead HeadReader::head(QByteArrayView bytes) const
{
    RequestHead head;
    head.method = bytes.sliced(m_method.at, m_method.size);
    head.target = bytes.sliced(m_target.at, m_target.size);
    head.authorization = bytes.sliced(m_authorization.at, m_authorization.size);
    head.contentEncoding = bytes.sliced(m_contentEncoding.at, m_contentEncoding.size);
    for (const Place &place : m_forwardedFor)
        head.forwardedFor.append(bytes.sliced(place.at, place.size));
    for (const Place &place : m_forwarded)
        head.forwarded.append(bytes.sliced(place.at, place.size));
    head.length = m_length;
    head.lengthText = bytes.sliced(m_lengthText.at, m_lengthText.size);
    head.chunked = m_chunked;
    head.expectsContinue = m_expectsContinue;
    head.keepAlive = !m_close && (m_minor > 0 || m_persist);
    head.webSocket = m_webSocket;
    return head;
}

} // namespace app
