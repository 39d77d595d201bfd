// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"

#include <QStringList>

namespace models {

/// The last filters that a person used, newest first, each once. What looks like a secret, or
/// is very long, is not kept. A value type; one thread.
class FilterHistory final
{
public:
    static constexpr qsizetype most = 20;
    static constexpr qsizetype longest = 500; ///< UTF-16 units of a filter that is kept

    void add(const Filter &filter);
    const QStringList &entries() const { return m_entries; }
    /// What was kept before; anything that is no filter is left out.
    void restore(const QStringList &entries);
    void clear() { m_entries.clear(); }

private:
    QStringList m_entries;
};

} // namespace models
