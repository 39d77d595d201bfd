// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/radixsort.h"

#include <numeric>

namespace models {

void radixSort(std::vector<quint64> &numbers, int lowBit, int bits)
{
    constexpr int widest = 11;
    if (bits <= 0 || numbers.size() < 2)
        return;
    const int passes = (bits + widest - 1) / widest;
    const int width = (bits + passes - 1) / passes;
    const std::size_t digits = std::size_t { 1 } << width;
    // All passes are counted in one reading.
    std::vector<std::size_t> places(digits * static_cast<std::size_t>(passes));
    for (const quint64 number : numbers) {
        quint64 key = number >> lowBit;
        for (std::size_t base = 0; base < places.size(); base += digits, key >>= width)
            ++places[base + (key & (digits - 1))];
    }
    std::vector<quint64> sorted(numbers.size());
    for (int pass = 0; pass < passes; ++pass) {
        std::size_t *const place = places.data() + digits * static_cast<std::size_t>(pass);
        std::exclusive_scan(place, place + digits, place, std::size_t { 0 });
        const int shift = lowBit + pass * width;
        for (const quint64 number : numbers)
            sorted[place[number >> shift & (digits - 1)]++] = number;
        numbers.swap(sorted);
    }
}

} // namespace models
