// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace models {

/// A small random source whose numbers are the same on every machine, compiler and Qt version:
/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
/// For sample data only, never for secrets. A value type.
class Random final
{
public:
    explicit Random(quint64 seed) : m_state(seed) { }

    /// The next 64 bits.
    quint64 bits()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// A number from 0 to `count` - 1; `count` must be above 0.
    quint32 below(quint32 count) { return quint32(((bits() >> 32) * count) >> 32); }
    /// True in `part` of `whole` cases.
    bool chance(quint32 part, quint32 whole) { return below(whole) < part; }
    /// Like below(), with small numbers more likely: a few get much, most get little.
    quint32 skewed(quint32 count)
    {
        const quint64 a = bits() >> 32;
        return quint32((((a * a) >> 32) * count) >> 32);
    }

private:
    quint64 m_state;
};

} // namespace models
