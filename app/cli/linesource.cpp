// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/linesource.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <poll.h>
#endif

namespace app {

std::optional<QByteArray> LineSource::next()
{
    while (m_failure.isEmpty() && m_bounds.goOn() && (m_file || openNext())) {
        QByteArray line = readLine();
        if (!m_bounds.goOn())
            break;
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
    return opened && !refuseBinary();
}

bool LineSource::refuseBinary()
{
    constexpr qint64 looked = 4096;
    if (m_bounds.longest == 0 || !waitForInput() || !m_file->peek(looked).contains('\0'))
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
    if (!waitForInput())
        return {};
    QByteArray line = m_file->readLine(m_bounds.longest + 1);
    m_bytes += line.size();
    if (line.size() <= m_bounds.longest || line.endsWith('\n'))
        return line;
    m_tooLong = true;
    line.truncate(m_bounds.kept);
    while (m_bounds.goOn() && waitForInput()) {
        const QByteArray more = m_file->readLine(m_bounds.kept);
        m_bytes += more.size();
        if (more.isEmpty() || more.endsWith('\n'))
            break;
    }
    return line;
}

// On a pipe: until there is something (or its end), asking now and then whether to go on.
bool LineSource::waitForInput() const
{
#ifdef Q_OS_UNIX
    if (!m_file->isSequential())
        return true;
    pollfd input { m_file->handle(), POLLIN, 0 };
    while (!m_file->canReadLine() && ::poll(&input, 1, 100) <= 0) {
        if (!m_bounds.goOn())
            return false;
    }
#endif
    return true;
}

} // namespace app
