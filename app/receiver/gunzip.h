// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace app {

/// What unpacking came to.
struct Unpacked
{
    enum class Outcome : quint8 { Whole, TooLarge, Damaged };
    Outcome outcome = Outcome::Whole;
    QByteArray bytes;
};

/// Unpacks one gzip member (RFC 1952). Stops as soon as more than `most` bytes would come out:
/// a small body may unpack to a thousand times its size. Bytes after the member make it Damaged.
/// Pure, any thread.
Unpacked gunzip(const QByteArray &packed, qsizetype most);

} // namespace app
