// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventquery.h"
#include "models/index/segment.h"

#include <optional>
#include <vector>

namespace models {

class EventIndex;
class Ranks;

/// The text column an order goes by; nothing for times and levels.
std::optional<TermColumn> orderColumn(Order::Key key);

/// Compares rows of the index in display order: by the keys, then newest first (by id, so by
/// arrival; Order::Key::Received is the id itself). The same order as scan() makes. GUI thread.
class RowOrder final
{
public:
    /// `index` must outlive the object. Ranks are compared instead of texts, which takes a fraction
    /// of the time, where they know all texts of a key; then only as long as neither they nor the
    /// index change.
    RowOrder(const EventIndex &index, Order order, const Ranks *ranks = nullptr);

    /// Whether the row at position `a` stands before the one at `b`.
    bool operator()(quint32 a, quint32 b) const { return (*this)(numbered(a), numbered(b)); }

    /// A row with the number that stands for its first key, so that it is looked up once where the
    /// row is compared with many. None where the key is a text without a rank.
    struct Numbered
    {
        quint32 row;
        std::optional<qint64> number;
    };
    Numbered numbered(quint32 row) const;
    bool operator()(const Numbered &a, const Numbered &b) const;

    /// Puts positions in display order.
    void sort(std::vector<quint32> &rows) const;

private:
    using ByTerm = const std::vector<quint32> *;
    std::optional<qint64> number(Order::Part by, ByTerm ranks, quint32 row) const;
    int compare(Order::Part by, const Numbered &a, const Numbered &b) const;

    const EventIndex &m_index;
    Order m_order;
    ByTerm m_first = nullptr; ///< ranks of the first key, by term
    ByTerm m_second = nullptr;
};

} // namespace models
