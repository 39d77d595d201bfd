// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/chunkreader.h"

#include "app/receiver/httpgrammar.h"

namespace app {

namespace {

constexpr int mostDigits = 8; // up to 4 GiB - 1, far over any limit

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

qsizetype ChunkReader::feed(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size() && m_state != State::Done && !m_violation) {
        if (m_state == State::Data) {
            const qint64 taken = qMin<qint64>(m_chunk, bytes.size() - at);
            at += qsizetype(taken);
            m_chunk -= taken;
            m_size += taken;
            if (m_chunk == 0)
                m_state = State::DataCr;
            continue;
        }
        step(bytes[at++]);
        // What is not data is bounded too: one byte chunks cost the most, 6 bytes for 1.
        if (++m_overhead > m_most + 4096)
            fail(413, "Too much overhead in a chunked body");
    }
    return at;
}

void ChunkReader::fail(int status, const char *cause)
{
    m_violation = Violation { status, cause };
}

void ChunkReader::readSize(char c)
{
    const int digit = hexValue(c);
    if (digit >= 0) {
        if (++m_digits > mostDigits)
            return fail(413, "Body too large");
        m_chunk = m_chunk * 16 + digit;
        m_state = State::Size;
        return;
    }
    if (m_state == State::SizeStart || (c != ';' && c != '\r'))
        return fail(400, "Malformed chunk size");
    if (m_chunk > m_most - m_size)
        return fail(413, "Body too large");
    m_state = c == ';' ? State::Extension : State::SizeLineEnd;
}

void ChunkReader::step(char c)
{
    switch (m_state) {
    case State::SizeStart:
    case State::Size:
        return readSize(c);
    case State::Extension:
        if (c == '\r')
            m_state = State::SizeLineEnd;
        else if (!grammar::isFieldValue(QByteArrayView(&c, 1)))
            fail(400, "Malformed chunk extension");
        return;
    case State::SizeLineEnd:
        if (c != '\n')
            return fail(400, "Malformed chunk size");
        m_state = m_chunk == 0 ? State::LastCr : State::Data;
        m_digits = 0;
        return;
    case State::DataCr:
        if (c != '\r')
            return fail(400, "Chunk without its end");
        m_state = State::DataLf;
        return;
    case State::DataLf:
        if (c != '\n')
            return fail(400, "Chunk without its end");
        m_state = State::SizeStart;
        return;
    case State::LastCr:
        if (c != '\r')
            return fail(431, "Trailer fields are not taken");
        m_state = State::LastLf;
        return;
    case State::LastLf:
        if (c != '\n')
            return fail(400, "Chunk without its end");
        m_state = State::Done;
        return;
    case State::Data:
    case State::Done:
        return;
    }
}

} // namespace app
