// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

/// How a count is written in the name of a figure: "1m", "10m", "20k", "1234". Pure.
QByteArray countName(qint64 count);

/// A name with the count of events in it, e.g. lineName("filter.scan", 1'000'000, "") is
/// "filter.scan.1m". So a figure of another count never stands under the name of a million.
QByteArray lineName(const char *name, qint64 count, const char *suffix = "");

/// Prints "bench <name> <value> <unit>" on standard output. Any thread, one at a time.
void printLine(const QByteArray &name, double value, const char *unit);

/// Resident memory of this process in MB (10⁶ bytes); 0 where the system does not tell.
double residentMegabytes();

/// Nanoseconds of the monotonic clock, the same for all processes of the machine.
qint64 monotonicNow();

/// The middle of some figures; 0 of none.
double medianOf(std::vector<double> values);

/// Median time of `runs` calls, in milliseconds.
template<typename Work> double medianTime(int runs, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const qint64 begin = monotonicNow();
        work();
        times.push_back(static_cast<double>(monotonicNow() - begin) / 1e6);
    }
    return medianOf(std::move(times));
}
