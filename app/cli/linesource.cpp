// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/linesource.h"

#include <QCoreApplication>

#include <cstdio>

namespace app {

std::optional<QByteArray> LineSource::next()
{
    while (m_failure.isEmpty() && (m_file || openNext())) {
        QByteArray line = m_file->readLine();
        if (line.isEmpty()) {
            if (m_file->error() != QFileDevice::NoError)
                m_failure = QCoreApplication::translate("app::LineSource",
                                                        "%1 cannot be read further: %2.")
                                    .arg(m_file->fileName(), m_file->errorString());
            m_file.reset();
            continue;
        }
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
    const QString name = m_files.takeFirst();
    m_file = std::make_unique<QFile>(name);
    const bool opened = name == QLatin1String("-") ? m_file->open(stdin, QIODevice::ReadOnly)
                                                   : m_file->open(QIODevice::ReadOnly);
    if (!opened)
        m_failure = QCoreApplication::translate("app::LineSource", "%1 cannot be read: %2.")
                            .arg(name, m_file->errorString());
    return opened;
}

} // namespace app
