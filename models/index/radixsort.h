// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace models {

/// Sorts numbers by their upper bits from `lowBit` on, `bits` of them; equal ones keep their
/// order. Least significant digit first, with digits of at most 11 bits. Any thread.
void radixSort(std::vector<quint64> &numbers, int lowBit, int bits);

} // namespace models
