// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEndian>

#include <bit>

namespace models {

/// Calls `hit(i)` for each i in [0, count) with masks[i] == wanted, in ascending order. Many
/// masks are skipped at once where none is wanted. Any thread.
template<typename Hit> void forEachHit(const quint8 *masks, quint32 count, quint8 wanted, Hit hit)
{
    constexpr quint64 ones = 0x0101010101010101ULL;
    constexpr quint64 low = ones * 0x7f;
    const quint64 pattern = ones * wanted;
    /// The highest bit of each byte that is wanted, the first byte lowest.
    const auto wantedOf = [=](const quint8 *eight) {
        const quint64 bytes = qFromLittleEndian<quint64>(eight) ^ pattern;
        return ~(((bytes & low) + low) | bytes | low);
    };
    quint32 at = 0;
    for (; at + 32 <= count; at += 32) {
        const quint64 parts[] = { wantedOf(masks + at), wantedOf(masks + at + 8),
                                  wantedOf(masks + at + 16), wantedOf(masks + at + 24) };
        if ((parts[0] | parts[1] | parts[2] | parts[3]) == 0)
            continue;
        // One bit a mask, so that one loop goes over all of them.
        quint32 bits = 0;
        for (int part = 0; part < 4; ++part)
            bits |= static_cast<quint32>((parts[part] >> 7) * 0x0102040810204080ULL >> 56)
                    << 8 * part;
        for (; bits != 0; bits &= bits - 1)
            hit(at + static_cast<quint32>(std::countr_zero(bits)));
    }
    for (; at < count; ++at) {
        if (masks[at] == wanted)
            hit(at);
    }
}

} // namespace models
