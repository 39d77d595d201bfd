// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/command.h"

#include <QCoreApplication>

#include <cstdio>

namespace app {

void note(const QString &text)
{
    const QByteArray line = (QLatin1String("watchfloor-cli: ") + text + QLatin1Char('\n')).toUtf8();
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
}

int failed(const QString &reason)
{
    note(reason);
    return exitstatus::failed;
}

int wrongUsage(const QString &reason)
{
    note(reason);
    note(QCoreApplication::translate("app::Console", "--help explains what can be said."));
    return exitstatus::wrongUsage;
}

bool printLine(const QString &line)
{
    const QByteArray bytes = (line + QLatin1Char('\n')).toUtf8();
    const auto size = std::size_t(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
}

void Output::write(QByteArrayView bytes)
{
    const auto size = std::size_t(bytes.size());
    m_whole = m_whole && std::fwrite(bytes.data(), 1, size, stdout) == size;
}

bool Output::finish()
{
    return std::fflush(stdout) == 0 && m_whole;
}

} // namespace app
