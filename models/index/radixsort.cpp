// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/radixsort.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace models {

namespace {

/// Puts right what is nearly in order, number by number; equal ones keep their order. False where
/// that would take long: then part of it is done.
bool settle(std::vector<quint64> &numbers, int lowBit)
{
    std::size_t moved = 0;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const quint64 number = numbers[i];
        const quint64 key = number >> lowBit;
        std::size_t at = i;
        for (; at > 0 && numbers[at - 1] >> lowBit > key; --at) {
            numbers[at] = numbers[at - 1];
            if (++moved > 4 * i + 256) {
                numbers[at - 1] = number;
                return false;
            }
        }
        numbers[at] = number;
    }
    return true;
}

/// The same for what comes the other way round.
bool settleReversed(std::vector<quint64> &numbers, int lowBit)
{
    std::reverse(numbers.begin(), numbers.end());
    if (!settle(numbers, lowBit)) {
        std::reverse(numbers.begin(), numbers.end()); // equal ones are in order again
        return false;
    }
    for (auto begin = numbers.begin(); begin != numbers.end();) {
        const auto end = std::find_if(begin + 1, numbers.end(), [=](quint64 number) {
            return number >> lowBit != *begin >> lowBit;
        });
        std::reverse(begin, end);
        begin = end;
    }
    return true;
}

/// Digit by digit, the least significant first.
void sortDigits(std::vector<quint64> &numbers, int lowBit, int bits)
{
    constexpr int widest = 11;
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

} // namespace

void radixSort(std::vector<quint64> &numbers, int lowBit, int bits)
{
    if (bits <= 0 || numbers.size() < 2)
        return;
    const bool reversed = numbers.front() >> lowBit > numbers.back() >> lowBit;
    if (reversed ? settleReversed(numbers, lowBit) : settle(numbers, lowBit))
        return;
    // By so many bits two passes sort, and leave little to be put right.
    const int coarse = std::max(22, static_cast<int>(std::bit_width(numbers.size())) + 1);
    if (bits > coarse) {
        sortDigits(numbers, lowBit + bits - coarse, coarse);
        if (settle(numbers, lowBit))
            return;
    }
    sortDigits(numbers, lowBit, bits);
}

} // namespace models
