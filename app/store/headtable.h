// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/termtable.h"

#include <unordered_map>

namespace app {

/// The numbers of request heads that came lately. Bounded: a sender whose heads are always new
/// costs rows, never memory. Not thread-safe.
class HeadTable final
{
public:
    static constexpr size_t most = 256;

    /// The number of a head; 0 where it is not known (any more).
    qint64 find(const TermKey &key) const
    {
        const auto at = m_ids.find(key);
        return at == m_ids.end() ? 0 : at->second;
    }
    void insert(const TermKey &key, qint64 id)
    {
        if (m_ids.size() >= most) // starting over is cheap: what is in use is back at once
            m_ids.clear();
        m_ids.insert_or_assign(key, id);
    }
    size_t size() const { return m_ids.size(); }

private:
    std::unordered_map<TermKey, qint64, TermKeyHash> m_ids;
};

} // namespace app
