// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"
#include "models/index/segment.h"
#include "models/index/standings.h"

#include <QHash>
#include <QList>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace models {

/// The facets that are columns of the index, before those that are not: of Field::Triage it is not
/// the rows that know, but the subjects.
inline constexpr int columnFacetCount = static_cast<int>(Field::Triage);

/// How many events have a value of a facet, and how many of them are open (Status::Open).
struct FacetCount
{
    quint32 matching = 0;
    quint32 open = 0;
    bool operator==(const FacetCount &) const = default;
};

/// By facet: the counts by the number of the value, see FacetTally. A list may end before
/// values that came later: they have none.
using FacetCounts = std::array<QList<FacetCount>, facetCount>;

/// By facet: the number of each value by its code in a segment. Entries below the distinct count
/// of a view are never written again, so any thread may read them.
using FacetNumbers = std::array<std::shared_ptr<const quint32[]>, facetCount>;

/// The text column that a facet counts; nothing for those that count levels.
std::optional<TermColumn> facetColumn(Field facet);
/// The levels that a facet counts: severities, statuses, families; null for text columns.
using LevelColumn = std::shared_ptr<quint8[]> Segment::*;
LevelColumn facetLevels(Field facet);

/// Numbers the values of the facets and counts them while rows are appended. The number of a
/// level is the level, that of Field::Triage the Standing; that of a text is dense, in order of
/// first appearance, so that counts are arrays and no row is ever hashed: texts are looked up once
/// a segment. GUI thread.
class FacetTally final
{
public:
    FacetTally();

    /// Counts the last row of the open segment.
    void addLast(const SegmentView &open);
    /// Counts the rows of these segments, which are all, and those that follow by other standings.
    /// Costs a pass over the rows that are not new; and looking for them where nobody did before.
    void setStandings(std::shared_ptr<const Standings> standings,
                      const std::vector<SegmentView> &segments);
    /// The open segment is closed, the next row begins another.
    void seal();

    const FacetCounts &totals() const { return m_totals; }
    /// Numbers of all segments, the open one last if it has rows.
    std::vector<std::shared_ptr<const FacetNumbers>> numbers() const;
    /// The text of a number, for facets of texts; `number` < the size of the totals.
    TermId term(Field facet, quint32 number) const
    {
        return m_facets[static_cast<std::size_t>(facet)].terms[number];
    }

private:
    struct Facet
    {
        std::vector<TermId> terms; ///< by number
        QHash<TermId, quint32> numbers;
        std::shared_ptr<quint32[]> open; ///< numbers by code in the open segment
        quint32 known = 0; ///< codes of the open segment that have a number
        quint32 room = 0;
    };
    void learn(Facet &facet, QList<FacetCount> &totals, TermId term);

    std::array<Facet, facetCount> m_facets;
    FacetCounts m_totals;
    std::vector<std::shared_ptr<const FacetNumbers>> m_sealed;
    std::shared_ptr<const Standings> m_standings; ///< null: all are new
    bool m_any = false; ///< the open segment has rows
};

} // namespace models
