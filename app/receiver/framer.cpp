// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/framer.h"

#include "app/receiver/httpgrammar.h"
#include "app/receiver/routes.h"
#include "app/shared/wipe.h"

#include <algorithm>

namespace app {

namespace {

HeadLimits headLimits(const FramerLimits &limits)
{
    HeadLimits result;
    result.fields = limits.fields;
    return result;
}

} // namespace

Framer::Framer(FramerLimits limits)
    : m_limits(limits), m_reader(headLimits(limits)), m_chunks(limits.body)
{
}

Framer::~Framer()
{
    wipe(m_head);
}

void Framer::reset(FramerLimits limits)
{
    m_limits = limits;
    m_reader = HeadReader(headLimits(limits));
    reset();
}

void Framer::reset()
{
    m_reader.reset();
    m_chunks = ChunkReader(m_limits.body);
    wipe(m_head);
    m_head.resize(0); // keeps its room
    m_lineStart = 0;
    m_scanned = 0;
    m_skipped = 0;
    m_request = {};
    m_violation = {};
    m_state = State::Head;
}

void Framer::fail(Violation violation)
{
    m_violation = violation;
    m_state = State::Broken;
}

qsizetype Framer::feed(QByteArrayView bytes)
{
    qsizetype taken = 0;
    if (m_state == State::Head)
        taken = feedHead(bytes);
    if (m_state == State::Body) {
        const QByteArrayView rest = bytes.sliced(taken);
        if (!m_request.chunked)
            return taken + qsizetype(skip(rest.size()));
        taken += m_chunks.feed(rest);
        if (m_chunks.violation())
            fail(*m_chunks.violation());
        else if (m_chunks.isComplete())
            m_state = State::Complete;
    }
    return taken;
}

qsizetype Framer::feedHead(QByteArrayView bytes)
{
    // Bytes of another protocol may hold no line end for long: say no at the first of them.
    if (m_head.isEmpty() && !bytes.isEmpty() && !grammar::isTokenChar(bytes.front())) {
        fail({ 400, "Not an HTTP request" });
        return 0;
    }
    const qsizetype before = m_head.size();
    const qsizetype room = m_limits.head - before;
    appendWiping(m_head, bytes.first(qMin(bytes.size(), room)));
    const bool ended = readLines();
    if (m_state == State::Broken)
        return m_head.size() - before;
    if (ended) {
        finishHead();
        return m_lineStart - before;
    }
    if (bytes.size() >= room) {
        if (m_lineStart == 0)
            fail({ 414, "Request target too long" });
        else
            fail({ 431, "Header fields too large" });
    }
    return m_head.size() - before;
}

bool Framer::readLines()
{
    while (true) {
        const qsizetype lineEnd = m_head.indexOf('\n', m_scanned);
        if (lineEnd < 0) {
            m_scanned = m_head.size();
            return false;
        }
        if (lineEnd == m_lineStart || m_head.at(lineEnd - 1) != '\r') { // RFC 9112, 2.2
            fail({ 400, "Line end without a carriage return" });
            return false;
        }
        const QByteArrayView line =
                QByteArrayView(m_head).sliced(m_lineStart, lineEnd - 1 - m_lineStart);
        const qsizetype base = m_lineStart;
        m_lineStart = lineEnd + 1;
        m_scanned = m_lineStart;
        if (line.isEmpty() && base > 0)
            return true;
        if (const auto violation = m_reader.readLine(line, base)) {
            fail(*violation);
            return false;
        }
    }
}

void Framer::finishHead()
{
    // What follows may be another request, with its secret.
    wipe(m_head.data() + m_lineStart, m_head.size() - m_lineStart);
    m_head.truncate(m_lineStart);
    if (const auto violation = m_reader.finish())
        return fail(*violation);
    m_request = m_reader.head(m_head);
    m_state = State::HeadComplete;
}

void Framer::takeBody()
{
    Q_ASSERT(m_state == State::HeadComplete);
    if (m_request.length > m_limits.body)
        return fail({ 413, "Body too large" });
    m_state = m_request.chunked || m_request.length > 0 ? State::Body : State::Complete;
}

qint64 Framer::skip(qint64 count)
{
    Q_ASSERT(m_state == State::Body && !m_request.chunked);
    const qint64 own = qMin(count, m_request.length - m_skipped);
    m_skipped += own;
    if (m_skipped == m_request.length)
        m_state = State::Complete;
    return own;
}

QByteArrayView Framer::secret() const
{
    const Target target = findRoute(m_request.target);
    return target.route == Route::Hook ? target.secret : m_request.authorization;
}

void Framer::blankSecret()
{
    const QByteArrayView part = secret();
    if (!part.isEmpty())
        std::fill_n(m_head.data() + (part.data() - m_head.constData()), part.size(), '*');
}

QByteArrayView Framer::targetSeen() const
{
    const QByteArrayView head(m_head);
    const qsizetype from = head.indexOf(' ') + 1;
    qsizetype to = from;
    while (to < head.size() && head[to] > ' ')
        ++to;
    return from > 0 ? head.sliced(from, to - from) : QByteArrayView();
}

} // namespace app
