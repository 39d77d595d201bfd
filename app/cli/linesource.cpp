// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/linesource.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <poll.h>
#include <unistd.h>
#endif

namespace app {

std::optional<QByteArray> LineSource::next()
{
    while (m_failure.isEmpty() && m_bounds.goOn() && (m_file || openNext())) {
        QByteArray line = readLine();
        if (line.isEmpty()) {
            if (m_file->error() != QFileDevice::NoError)
                m_failure = QCoreApplication::translate("app::LineSource",
                                                        "%1 cannot be read further: %2.")
                                    .arg(m_file->fileName(), m_file->errorString());
            m_file.reset();
            continue;
        }
        ++m_lineNumber;
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        if (!line.isEmpty())
            return line;
    }
    return std::nullopt;
}

bool LineSource::openNext()
{
    if (m_files.isEmpty())
        return false;
    m_name = m_files.takeFirst();
    ++m_fileNumber;
    m_lineNumber = 0;
    m_file = std::make_unique<QFile>(m_name);
    // By number: through the C library's stream a slow pipe would be read in whole buffers only.
    const bool opened = m_name == QLatin1String("-") ? m_file->open(0, QIODevice::ReadOnly)
                                                     : m_file->open(QIODevice::ReadOnly);
    if (!opened)
        m_failure = QCoreApplication::translate("app::LineSource", "%1 cannot be read: %2.")
                            .arg(m_name, m_file->errorString());
    m_buffer.clear();
    m_start = 0;
    return opened && !refuseBinary();
}

bool LineSource::refuseBinary()
{
    if (m_bounds.longest == 0)
        return false;
    fill();
    if (!m_buffer.contains('\0'))
        return false;
    m_failure = QCoreApplication::translate(
                        "app::LineSource",
                        "%1 is no text (if it is compressed, unpack it first); nothing of it was "
                        "read.")
                        .arg(m_name);
    return true;
}

QByteArray LineSource::readLine()
{
    m_tooLong = false;
    if (m_bounds.longest == 0)
        return m_file->readLine();
    QByteArray line;
    for (qsizetype scanned = m_start;;) {
        const qsizetype end = m_buffer.indexOf('\n', scanned);
        const qsizetype size = (end < 0 ? m_buffer.size() : end + 1) - m_start;
        if (!m_tooLong && size > m_bounds.longest + 2) { // the end of a line is none of it
            m_tooLong = true;
            line = m_buffer.mid(m_start, m_bounds.kept);
        }
        if (end >= 0) {
            if (!m_tooLong)
                line = m_buffer.mid(m_start, size);
            m_start = end + 1;
            return line;
        }
        if (m_tooLong) // the rest is passed over
            m_start = m_buffer.size();
        dropRead();
        scanned = m_buffer.size();
        if (!fill()) {
            if (!m_tooLong)
                line = m_buffer.mid(m_start);
            m_start = m_buffer.size();
            return line;
        }
    }
}

// Lets go of what has been returned.
void LineSource::dropRead()
{
    m_buffer.remove(0, m_start);
    m_start = 0;
}

// Adds what comes next to the buffer. On a pipe it takes what there is, and asks now and then
// whether to go on where there is nothing. False: the end, or not to go on.
bool LineSource::fill()
{
    constexpr qsizetype piece = 64 * 1024;
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + piece);
    qint64 got = 0;
#ifdef Q_OS_UNIX
    if (m_file->isSequential()) {
        pollfd input { m_file->handle(), POLLIN, 0 };
        while (m_bounds.goOn() && ::poll(&input, 1, 100) <= 0) { }
        got = m_bounds.goOn() ? ::read(m_file->handle(), m_buffer.data() + before, piece) : 0;
    } else
#endif
        got = m_file->read(m_buffer.data() + before, piece);
    m_buffer.resize(before + qMax(got, qint64(0)));
    m_bytes += qMax(got, qint64(0));
    return got > 0;
}

} // namespace app
