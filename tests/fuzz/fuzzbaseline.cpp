// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a list of open issues holds: no crash, bounds are kept, and what was read is told apart.
#include "models/boards/baseline.h"

#include <QSet>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    models::BaselineLimits limits;
    limits.lineBytes = 2000;
    limits.entries = 100;
    limits.columns = 20;
    limits.text = 50;
    limits.problems = 10;
    const models::Baseline read = models::readBaseline(
            QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)), limits);
    if (read.entries.size() > 100 || read.problems.size() > 10)
        std::abort();
    QSet<QString> ids;
    qint64 line = 0;
    for (const models::BaselineEntry &entry : read.entries) {
        const bool bounded = entry.id.size() <= 50 && entry.title.size() <= 50
                && entry.asset.size() <= 50 && entry.severityWord.size() <= 50;
        if (entry.id.isEmpty() || !bounded || entry.line <= line
            || ids.contains(entry.id.toLower()))
            std::abort();
        ids.insert(entry.id.toLower());
        line = entry.line;
    }
    // What is empty or none of both is told, never passed over.
    if (read.entries.empty() && read.problems.empty() && size == 0)
        std::abort();
    return 0;
}
