// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace models {

/// Sorts numbers by their upper bits from `lowBit` on, `bits` of them; equal ones keep their
/// order. Numbers that are nearly in order, whichever way round, are only put right; else it goes
/// digit by digit, the least significant first, with digits of at most 11 bits. Any thread.
void radixSort(std::vector<quint64> &numbers, int lowBit, int bits);

} // namespace models
