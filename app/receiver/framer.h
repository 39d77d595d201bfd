// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/chunkreader.h"

#include <QByteArray>

namespace app {

/// Bounds of a request; see models::ReceiverLimits.
struct FramerLimits
{
    qsizetype head = 16 * 1024; ///< bytes of request line and fields with their line ends
    int fields = 100;
    qint64 body = 1024 * 1024; ///< bytes after the transfer coding is taken off
};

/// Finds where one HTTP/1.1 request begins and ends (RFC 9112), strictly and byte by byte as
/// they come. Reads one request; reset() for the next. Keeps the head, never the body; a head
/// holds secrets, so its bytes are wiped when they are let go. Pure, no I/O, one thread at a time.
class Framer final
{
public:
    enum class State : quint8 {
        Head, ///< wants bytes of the head
        HeadComplete, ///< the head is whole: judge it, then call takeBody()
        Body, ///< wants bytes of the body
        Complete, ///< the request is whole; further bytes are not its own
        Broken, ///< see violation()
    };

    explicit Framer(FramerLimits limits);
    ~Framer();
    Q_DISABLE_COPY_MOVE(Framer)

    /// Ready for the next request, within the same bounds or others.
    void reset();
    void reset(FramerLimits limits);

    /// Takes bytes and returns how many: it stops at the end of the head, at the end of the
    /// request and at a violation.
    qsizetype feed(QByteArrayView bytes);

    /// Goes from HeadComplete to the body, or to Complete where there is none.
    void takeBody();

    /// Counts bytes of a body of known length without looking at them; returns how many belong
    /// to it. Only in State::Body and not chunked.
    qint64 skip(qint64 count);

    State state() const { return m_state; }
    const Violation &violation() const { return m_violation; }
    /// True once the first byte of a request was seen.
    bool hasBegun() const { return m_state != State::Head || !m_head.isEmpty(); }
    /// The head as read; from HeadComplete on, until reset().
    const RequestHead &head() const { return m_request; }
    /// The credentials within the head: after /hook/ of the target, else the Authorization. Only
    /// while head() is there, and until blankSecret().
    QByteArrayView secret() const;
    /// Overwrites them; to be called once they were judged, as the answer may be long in coming.
    void blankSecret();
    /// Bytes of body so far, transfer coding taken off.
    qint64 bodySize() const { return m_request.chunked ? m_chunks.size() : m_skipped; }
    /// The bytes of the head as far as known; of a broken request perhaps more than those.
    QByteArrayView headSeen() const { return m_head; }
    /// The request target as far as known, for the record of a broken request.
    QByteArrayView targetSeen() const;

private:
    qsizetype feedHead(QByteArrayView bytes);
    bool readLines();
    void finishHead();
    void fail(Violation violation);

    FramerLimits m_limits;
    HeadReader m_reader;
    ChunkReader m_chunks;
    QByteArray m_head;
    qsizetype m_lineStart = 0;
    qsizetype m_scanned = 0;
    qint64 m_skipped = 0;
    RequestHead m_request;
    Violation m_violation;
    State m_state = State::Head;
};

} // namespace app
