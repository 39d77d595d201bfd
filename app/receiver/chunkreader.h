// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/headreader.h"

namespace app {

/// Follows the chunked coding (RFC 9112, 7.1) byte for byte without keeping any of it.
/// Extensions are skipped but bounded; a trailer is refused, since QHttpServer misreads it. Pure.
class ChunkReader final
{
public:
    /// `most`: bytes of data the chunks may hold together.
    explicit ChunkReader(qint64 most) : m_most(most) { }

    /// Takes bytes up to the end of the body. Returns how many were taken, all of them unless
    /// the body ended or a violation() was found.
    qsizetype feed(QByteArrayView bytes);

    bool isComplete() const { return m_state == State::Done; }
    const std::optional<Violation> &violation() const { return m_violation; }
    /// Bytes of data so far.
    qint64 size() const { return m_size; }

private:
    enum class State : quint8 {
        SizeStart,
        Size,
        Extension,
        SizeLineEnd,
        Data,
        DataCr,
        DataLf,
        LastCr,
        LastLf,
        Done,
    };
    void step(char c);
    void readSize(char c);
    void fail(int status, const char *cause);

    qint64 m_most;
    qint64 m_size = 0;
    qint64 m_chunk = 0;
    qint64 m_overhead = 0;
    int m_digits = 0;
    State m_state = State::SizeStart;
    std::optional<Violation> m_violation;
};

} // namespace app
