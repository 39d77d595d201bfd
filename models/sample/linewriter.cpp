// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/linewriter.h"

#include <array>
#include <charconv>

namespace models {

LineWriter &LineWriter::operator<<(qint64 number)
{
    std::array<char, 24> digits {};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    Q_UNUSED(error) // 24 characters hold every qint64
    m_line.append(digits.data(), end - digits.data());
    return *this;
}

LineWriter &LineWriter::hex(quint64 value, int digits)
{
    static constexpr char alphabet[] = "0123456789abcdef";
    std::array<char, 16> text {};
    for (int i = digits - 1; i >= 0; --i) {
        text[std::size_t(i)] = alphabet[value & 0xf];
        value >>= 4;
    }
    m_line.append(text.data(), digits);
    return *this;
}

LineWriter &LineWriter::operator<<(const SampleId &id)
{
    hex(id.high >> 32, 8) << "-";
    hex(id.high >> 16, 4) << "-4";
    hex(id.high, 3) << "-";
    hex(0x8 | (id.low >> 62), 1).hex(id.low >> 48, 3) << "-";
    return hex(id.low, 12);
}

LineWriter &LineWriter::moment(Instant when, int microseconds)
{
    using namespace std::chrono;
    const auto day = floor<days>(when);
    const year_month_day date(day);
    const hh_mm_ss time(floor<seconds>(when) - day);
    padded(int(date.year()), 4);
    m_line.append('-');
    padded(int(unsigned(date.month())), 2);
    m_line.append('-');
    padded(int(unsigned(date.day())), 2);
    m_line.append('T');
    padded(int(time.hours().count()), 2);
    m_line.append(':');
    padded(int(time.minutes().count()), 2);
    m_line.append(':');
    padded(int(time.seconds().count()), 2);
    m_line.append('.');
    padded(microseconds, 6);
    return *this << "+00:00";
}

void LineWriter::padded(int value, int digits)
{
    std::array<char, 8> text {};
    for (int i = digits - 1; i >= 0; --i) {
        text[std::size_t(i)] = char('0' + value % 10);
        value /= 10;
    }
    m_line.append(text.data(), digits);
}

} // namespace models
