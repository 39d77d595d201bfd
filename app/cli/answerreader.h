// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace app {

/// Reads one HTTP/1.1 answer from pieces (RFC 9112): by Content-Length, chunked, or up to the
/// end of the connection. The body itself is not kept. Bounded: a head above 64 KiB is broken.
class AnswerReader final
{
public:
    enum class State : quint8 { Reading, Complete, Broken };

    /// Takes the next bytes. What follows a complete answer is left out.
    State feed(QByteArrayView bytes);
    /// The peer closed the connection: completes an answer that has no length.
    State finish();
    /// Begins with the next answer.
    void reset() { *this = AnswerReader(); }

    int status() const { return m_status; }
    /// The connection may carry another request; only of a complete answer.
    bool keepAlive() const { return m_keepAlive; }
    /// Nothing of an answer has come yet.
    bool untouched() const { return m_buffer.isEmpty() && m_phase == Phase::Head; }

private:
    enum class Phase : quint8 { Head, Counted, ToEnd, ChunkSize, ChunkData, Trailers, Done };

    State advance();
    bool readHead(QByteArrayView head);
    bool readField(QByteArrayView line);
    bool takeLine(QByteArray &line);

    QByteArray m_buffer;
    Phase m_phase = Phase::Head;
    int m_status = 0;
    bool m_keepAlive = true;
    bool m_chunked = false;
    qint64 m_length = -1;
    qint64 m_left = 0;
};

} // namespace app
