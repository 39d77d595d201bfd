// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstring>

namespace models {

/// Calls `hit(i)` for each i in [0, count) with masks[i] == wanted, in ascending order. Eight
/// masks are skipped at once where none is wanted. Any thread.
template<typename Hit> void forEachHit(const quint8 *masks, quint32 count, quint8 wanted, Hit hit)
{
    constexpr quint64 ones = 0x0101010101010101ULL;
    const quint64 pattern = ones * wanted;
    quint32 at = 0;
    for (; at + 8 <= count; at += 8) {
        quint64 eight = 0;
        std::memcpy(&eight, masks + at, 8);
        eight ^= pattern;
        // Not zero exactly if one of the bytes is.
        if (((eight - ones) & ~eight & (ones << 7)) == 0)
            continue;
        for (quint32 i = at; i < at + 8; ++i) {
            if (masks[i] == wanted)
                hit(i);
        }
    }
    for (; at < count; ++at) {
        if (masks[at] == wanted)
            hit(at);
    }
}

} // namespace models
