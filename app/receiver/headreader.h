// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/request.h"

#include <optional>

namespace app {

/// Why bytes are no request we take: the status of the answer and its cause.
struct Violation
{
    int status = 400;
    const char *cause = ""; ///< a fixed English sentence, so that storms of it can be folded
};

/// Bounds of a head.
struct HeadLimits
{
    qsizetype target = 8000; ///< bytes; RFC 9112, 3 recommends at least 8000
    int fields = 100;
};

/// Judges the lines of a request head one at a time, strictly: what RFC 9112 leaves to the
/// taste of the recipient is refused, since QHttpServer behind us may read it differently.
/// Keeps places, not texts: the lines may move until head() is called. Pure.
class HeadReader final
{
public:
    explicit HeadReader(HeadLimits limits) : m_limits(limits) { }

    /// Forgets everything; for the next request of a connection.
    void reset();

    /// Takes one line without its CRLF; `base` is its place within the head.
    std::optional<Violation> readLine(QByteArrayView line, qsizetype base);

    /// Judges the whole after the empty line.
    std::optional<Violation> finish() const;

    /// What was read, as views into `bytes`, the whole head. Only after finish() found nothing.
    RequestHead head(QByteArrayView bytes) const;

private:
    struct Place
    {
        qsizetype at = 0;
        qsizetype size = 0;
    };
    std::optional<Violation> readRequestLine(QByteArrayView line, qsizetype base);
    std::optional<Violation> readField(QByteArrayView name, QByteArrayView value, Place place);
    std::optional<Violation> readLength(QByteArrayView value);
    std::optional<Violation> readTransferEncoding(QByteArrayView value);
    void readConnection(QByteArrayView value);

    HeadLimits m_limits;
    Place m_method;
    Place m_target;
    Place m_authorization;
    Place m_contentEncoding;
    Place m_lengthText;
    QList<Place> m_forwardedFor;
    QList<Place> m_forwarded;
    qint64 m_length = -1;
    int m_fields = 0;
    int m_minor = 1;
    bool m_started = false;
    bool m_chunked = false;
    bool m_expectsContinue = false;
    bool m_host = false;
    bool m_hasAuthorization = false;
    bool m_hasContentEncoding = false;
    bool m_close = false;
    bool m_persist = false;
    bool m_webSocket = false;
};

} // namespace app
