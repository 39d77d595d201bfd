// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace models {

/// One open issue of a list that somebody exported from the portal. Untrusted plain text, bounded.
struct BaselineEntry
{
    QString id; ///< of the subject; never empty
    QString title;
    QString asset;
    QString severityWord;
    std::optional<Instant> opened;
    qint64 line = 0; ///< where it stands, from 1
    bool operator==(const BaselineEntry &) const = default;
};

/// How much of a list is read.
struct BaselineLimits
{
    qsizetype bytes = 512 * 1024 * 1024;
    qsizetype lineBytes = 1024 * 1024; ///< of one entry
    qsizetype entries = 2'000'000;
    qsizetype columns = 200; ///< of CSV
    qsizetype text = 1000; ///< characters that are kept of a text
    qsizetype problems = 100; ///< that are told one by one
};

/// What a list holds: all open issues there were at one moment, as the portal tells them.
struct Baseline
{
    struct Problem
    {
        qint64 line = 0; ///< 0: the list as a whole
        QString text;
        bool operator==(const Problem &) const = default;
    };
    std::vector<BaselineEntry> entries; ///< in order; an id that comes again is left out
    std::vector<Problem> problems; ///< the first ones
    qint64 refused = 0; ///< entries that could not be read, told or not
    qint64 repeated = 0;
    bool isCut = false; ///< a limit ended the reading: the rest is not known
};

/// Reads JSON Lines (an object a line, which may hold the issue under `data`, `event.data` or
/// `body.event.data`) or CSV (RFC 4180; comma, semicolon or tab; the first line names the columns,
/// one of them uuid or id). What cannot be read is told, and the rest is read. Pure; any thread;
/// half a second for 100,000 entries.
Baseline readBaseline(QByteArrayView bytes, const BaselineLimits &limits = {});

} // namespace models
