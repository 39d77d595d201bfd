// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchline.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

QByteArray countName(qint64 count)
{
    if (count >= 1'000'000 && count % 1'000'000 == 0)
        return QByteArray(QByteArray::number(count / 1'000'000) + 'm');
    if (count >= 1'000 && count % 1'000 == 0)
        return QByteArray(QByteArray::number(count / 1'000) + 'k');
    return QByteArray::number(count);
}

QByteArray lineName(const char *name, qint64 count, const char *suffix)
{
    return QByteArray(name + QByteArray(".") + countName(count) + suffix);
}

void printLine(const QByteArray &name, double value, const char *unit)
{
    std::printf("bench %s %.6g %s\n", name.constData(), value, unit);
    std::fflush(stdout);
}

double residentMegabytes()
{
#ifdef Q_OS_LINUX
    QFile status(QStringLiteral("/proc/self/statm"));
    if (status.open(QIODevice::ReadOnly)) {
        const double pages = status.readAll().split(' ').value(1).toDouble();
        return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
    }
#endif
    return 0;
}

qint64 monotonicNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
                   std::chrono::steady_clock::now().time_since_epoch())
            .count();
}

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}
