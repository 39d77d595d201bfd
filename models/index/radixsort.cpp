// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/radixsort.h"

namespace models {

void radixSort(std::vector<quint64> &numbers, int lowBit, int bits)
{
    constexpr int widest = 11;
    if (bits <= 0 || numbers.size() < 2)
        return;
    const int passes = (bits + widest - 1) / widest;
    const int width = (bits + passes - 1) / passes;
    const quint64 digits = (quint64 { 1 } << width) - 1;
    std::vector<quint64> sorted(numbers.size());
    std::vector<std::size_t> places(digits + 1);
    for (int pass = 0; pass < passes; ++pass) {
        const int shift = lowBit + pass * width;
        places.assign(digits + 1, 0);
        for (const quint64 number : numbers)
            ++places[number >> shift & digits];
        std::size_t next = 0;
        for (std::size_t &place : places) {
            const std::size_t count = place;
            place = next;
            next += count;
        }
        for (const quint64 number : numbers)
            sorted[places[number >> shift & digits]++] = number;
        numbers.swap(sorted);
    }
}

} // namespace models
