// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/codecolumn.h"
#include "models/index/dictionary.h"
#include "models/index/eventrow.h"
#include "models/index/momentcolumn.h"

#include <array>
#include <memory>
#include <vector>

namespace models {

/// The columns of the index that hold texts.
enum class TermColumn : quint8 {
    Type,
    Product,
    Title,
    Text,
    Asset,
    Group,
    Policy,
    Subject,
    SeverityWord,
    StatusWord,
    AssetType,
    HostedOn,
    DiscoveredVia,
    Actor,
};
inline constexpr std::size_t termColumnCount = 14;

/// The member of a row that a column holds.
TermId EventRow::*termMember(TermColumn column);

/// Rows of the index, one array per column. A text is a code of one or two bytes into the segment's
/// own list of the terms that occur in it: no segment can have more different ones than rows,
/// and a scan touches half the memory or less. The arrays never move; rows below a view's count
/// and codes below its distinct counts are never written again, so any thread may read them. A
/// segment that is full is packed: readers of before keep the arrays that they have.
struct Segment
{
    static constexpr quint32 capacity = 65536;

    struct Codes
    {
        CodeColumn codes; ///< one a row
        std::shared_ptr<TermId[]> terms; ///< by code
        /// Where most texts are ids in digits (DictionaryView::isDigits()): the codes of the
        /// others. Null: nothing is known.
        std::shared_ptr<const std::vector<quint16>> words;
    };

    std::shared_ptr<quint32[]> ids; ///< the store numbers events with 32 bits
    MomentColumn received;
    MomentColumn times;
    std::shared_ptr<quint8[]> families;
    std::shared_ptr<quint8[]> severities;
    std::shared_ptr<quint8[]> statuses;
    std::array<Codes, termColumnCount> columns;

    const Codes &column(TermColumn which) const { return columns[static_cast<std::size_t>(which)]; }
    TermId term(TermColumn which, quint32 row) const
    {
        const Codes &codes = column(which);
        return codes.terms[codes.codes[row]];
    }
};

/// A segment with how much of it may be read.
struct SegmentView
{
    std::shared_ptr<const Segment> segment;
    quint32 rows = 0;
    std::array<quint32, termColumnCount> distinct {};
};

/// Fills one segment after the other. One thread (the GUI thread).
class SegmentWriter final
{
public:
    SegmentWriter();
    ~SegmentWriter();
    SegmentWriter(const SegmentWriter &) = delete;
    SegmentWriter &operator=(const SegmentWriter &) = delete;

    bool full() const { return m_view.rows == Segment::capacity; }
    /// Adds a row; not to a full segment.
    void append(const EventRow &row);
    /// What has been written of the open segment.
    const SegmentView &view() const { return m_view; }
    /// Closes the segment, gives back memory that it does not need, and begins the next. `terms`
    /// has the texts of its rows, as far as they are in memory.
    SegmentView seal(const DictionaryView &terms);

private:
    class CodeTable;
    void begin();

    std::shared_ptr<Segment> m_segment;
    SegmentView m_view;
    std::vector<CodeTable> m_codes;
};

} // namespace models
