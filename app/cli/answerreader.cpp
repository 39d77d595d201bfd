// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answerreader.h"

namespace app {

namespace {

constexpr qsizetype mostHead = 64 * 1024;

} // namespace

AnswerReader::State AnswerReader::feed(QByteArrayView bytes)
{
    m_buffer.append(bytes);
    return advance();
}

AnswerReader::State AnswerReader::finish()
{
    if (m_phase == Phase::ToEnd) {
        m_phase = Phase::Done;
        m_keepAlive = false;
        return State::Complete;
    }
    return m_phase == Phase::Done ? State::Complete : State::Broken;
}

AnswerReader::State AnswerReader::advance()
{
    for (;;) {
        switch (m_phase) {
        case Phase::Head: {
            const qsizetype end = m_buffer.indexOf("\r\n\r\n");
            if (end < 0)
                return m_buffer.size() > mostHead ? State::Broken : State::Reading;
            if (!readHead(QByteArrayView(m_buffer).first(end)))
                return State::Broken;
            m_buffer.remove(0, end + 4);
            if (m_status / 100 == 1)
                break; // an interim answer: the real one follows
            if (m_status == 204 || m_status == 304)
                m_length = 0;
            m_left = m_length;
            m_phase = m_chunked ? Phase::ChunkSize : (m_length < 0) ? Phase::ToEnd : Phase::Counted;
            break;
        }
        case Phase::Counted:
        case Phase::ChunkData: {
            const qsizetype take = qMin(m_left, qint64(m_buffer.size()));
            m_buffer.remove(0, take);
            m_left -= take;
            if (m_left > 0)
                return State::Reading;
            m_phase = m_phase == Phase::Counted ? Phase::Done : Phase::ChunkSize;
            break;
        }
        case Phase::ToEnd:
            m_buffer.clear();
            return State::Reading;
        case Phase::ChunkSize: {
            QByteArray line;
            if (!takeLine(line))
                return m_buffer.size() > mostHead ? State::Broken : State::Reading;
            bool ok = false;
            const qint64 size = line.left(line.indexOf(';')).trimmed().toLongLong(&ok, 16);
            if (!ok || size < 0 || size > (qint64(1) << 40))
                return State::Broken;
            m_left = size + 2; // its line end
            m_phase = size == 0 ? Phase::Trailers : Phase::ChunkData;
            break;
        }
        case Phase::Trailers: {
            QByteArray line;
            if (!takeLine(line))
                return m_buffer.size() > mostHead ? State::Broken : State::Reading;
            if (line.isEmpty())
                m_phase = Phase::Done;
            break;
        }
        case Phase::Done:
            return State::Complete;
        }
    }
}

bool AnswerReader::readHead(QByteArrayView head)
{
    qsizetype end = head.indexOf("\r\n");
    QByteArrayView line = end < 0 ? head : head.first(end);
    if (!line.startsWith("HTTP/1.") || line.size() < 12)
        return false;
    bool ok = false;
    m_status = line.sliced(9, 3).toInt(&ok);
    if (!ok || m_status < 100 || m_status > 599)
        return false;
    m_keepAlive = line[7] != '0';
    m_chunked = false;
    m_length = -1;
    while (end >= 0) {
        head = head.sliced(end + 2);
        end = head.indexOf("\r\n");
        if (!readField(end < 0 ? head : head.first(end)))
            return false;
    }
    return true;
}

bool AnswerReader::readField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return false;
    const QByteArray name = line.first(colon).toByteArray().toLower();
    const QByteArray value = line.sliced(colon + 1).toByteArray().trimmed();
    if (name == "content-length") {
        bool ok = false;
        m_length = value.toLongLong(&ok);
        return ok && m_length >= 0;
    }
    if (name == "transfer-encoding")
        m_chunked = value.toLower().endsWith("chunked");
    else if (name == "connection" && value.toLower() == "close")
        m_keepAlive = false;
    return true;
}

bool AnswerReader::takeLine(QByteArray &line)
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0)
        return false;
    line = m_buffer.left(end);
    m_buffer.remove(0, end + 2);
    return true;
}

} // namespace app
