// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/packedterm.h"

#include <charconv>

namespace models {

namespace {

constexpr qsizetype mostDigits = 18;

constexpr bool isDash(std::size_t at)
{
    return at == 8 || at == 13 || at == 18 || at == 23;
}

/// The value of a lower-case hexadecimal digit; 16 of anything else.
constexpr quint64 digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<quint64>(c - '0');
    return c >= 'a' && c <= 'f' ? static_cast<quint64>(c - 'a' + 10) : 16;
}

} // namespace

std::optional<PackedTerm> PackedTerm::from(QByteArrayView text)
{
    PackedTerm packed;
    if (text.size() == std::tuple_size_v<Buffer>) {
        for (std::size_t i = 0; i < std::tuple_size_v<Buffer>; ++i) {
            const char c = text[static_cast<qsizetype>(i)];
            if (isDash(i) && c == '-')
                continue;
            const quint64 digit = isDash(i) ? 16 : digitOf(c);
            if (digit > 15)
                return {};
            packed.m_high = packed.m_high << 4 | packed.m_low >> 60;
            packed.m_low = packed.m_low << 4 | digit;
        }
        if (packed.m_high == 0) // reads as a number
            return {};
        return packed;
    }
    // A leading zero would be lost.
    if (text.isEmpty() || text.size() > mostDigits || text[0] == '0')
        return {};
    for (const char c : text) {
        if (c < '0' || c > '9')
            return {};
        packed.m_low = packed.m_low * 10 + digitOf(c);
    }
    return packed;
}

QByteArrayView PackedTerm::text(Buffer &buffer) const
{
    if (m_high == 0) {
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), m_low);
        return { buffer.data(), end.ptr };
    }
    quint64 high = m_high;
    quint64 low = m_low;
    for (std::size_t i = buffer.size(); i-- > 0;) {
        if (isDash(i)) {
            buffer[i] = '-';
            continue;
        }
        buffer[i] = "0123456789abcdef"[low & 15];
        low = low >> 4 | high << 60;
        high >>= 4;
    }
    return { buffer.data(), static_cast<qsizetype>(buffer.size()) };
}

} // namespace models
