// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/facettally.h"

#include "models/index/textcolumn.h"

#include <algorithm>

namespace models {

std::optional<TermColumn> facetColumn(Field facet)
{
    return facetLevels(facet) == nullptr ? textColumn(facet) : std::nullopt;
}

LevelColumn facetLevels(Field facet)
{
    switch (facet) {
    case Field::Severity:
        return &Segment::severities;
    case Field::Status:
        return &Segment::statuses;
    case Field::Family:
        return &Segment::families;
    default:
        return nullptr;
    }
}

FacetTally::FacetTally()
{
    // Whatever a byte can hold: nothing that a store says may lead outside.
    for (const Field field : { Field::Severity, Field::Status, Field::Family })
        m_totals[static_cast<std::size_t>(field)].resize(256);
    m_totals[static_cast<std::size_t>(Field::Triage)].resize(standingCount);
}

void FacetTally::learn(Facet &facet, QList<FacetCount> &totals, TermId term)
{
    if (facet.known == facet.room) {
        // Readers keep the list that they have; what it holds of theirs stays as it is.
        facet.room = std::min(std::max(2 * facet.room, 64U), Segment::capacity);
        std::shared_ptr<quint32[]> larger(new quint32[facet.room]);
        std::copy_n(facet.open.get(), facet.known, larger.get());
        facet.open = std::move(larger);
    }
    const auto next = static_cast<quint32>(facet.terms.size());
    const auto found = facet.numbers.constFind(term);
    const quint32 number = found != facet.numbers.constEnd() ? *found : next;
    if (number == next) {
        facet.numbers.insert(term, next);
        facet.terms.push_back(term);
        totals.append(FacetCount {});
    }
    facet.open[facet.known++] = number;
}

void FacetTally::addLast(const SegmentView &open)
{
    const quint32 row = open.rows - 1;
    const Segment &segment = *open.segment;
    const bool isOpen = segment.statuses[row] == static_cast<quint8>(Status::Open);
    for (std::size_t at = 0; at < facetCount; ++at) {
        const auto field = static_cast<Field>(at);
        QList<FacetCount> &totals = m_totals[at];
        quint32 number = 0;
        if (field == Field::Triage) {
            if (m_standings)
                number = static_cast<quint32>(
                        m_standings->of(segment.term(TermColumn::Subject, row)));
        } else if (const LevelColumn levels = facetLevels(field)) {
            number = (segment.*levels)[row];
        } else {
            const Segment::Codes &column = segment.column(*facetColumn(field));
            const quint32 code = column.codes[row];
            Facet &facet = m_facets[at];
            if (code >= facet.known) // codes are given in order, one at a time
                learn(facet, totals, column.terms[code]);
            number = facet.open[code];
        }
        FacetCount &count = totals[static_cast<qsizetype>(number)];
        ++count.matching;
        count.open += isOpen ? 1 : 0;
    }
    m_any = true;
}

void FacetTally::setStandings(std::shared_ptr<const Standings> standings,
                              const std::vector<SegmentView> &segments)
{
    m_standings = std::move(standings);
    QList<FacetCount> &totals = m_totals[static_cast<std::size_t>(Field::Triage)];
    FacetCount all;
    for (const FacetCount &count : std::as_const(totals)) {
        all.matching += count.matching;
        all.open += count.open;
    }
    totals.fill({});
    totals[0] = all;
    for (std::size_t i = 0; m_standings && i < segments.size(); ++i) {
        const Standings::Rows rows = m_standings->rowsOf(i, segments[i]);
        for (const StandingRow &row : *rows) {
            FacetCount &count = totals[static_cast<qsizetype>(row.standing)];
            const quint32 open = row.open ? 1 : 0;
            ++count.matching;
            count.open += open;
            --totals[0].matching;
            totals[0].open -= open;
        }
    }
}

void FacetTally::seal()
{
    FacetNumbers sealed;
    for (std::size_t at = 0; at < facetCount; ++at) {
        Facet &facet = m_facets[at];
        if (facet.known > 0) {
            std::shared_ptr<quint32[]> exact(new quint32[facet.known]);
            std::copy_n(facet.open.get(), facet.known, exact.get());
            sealed[at] = std::move(exact);
        }
        facet.open.reset();
        facet.known = 0;
        facet.room = 0;
    }
    m_sealed.push_back(std::make_shared<const FacetNumbers>(std::move(sealed)));
    m_any = false;
}

std::vector<std::shared_ptr<const FacetNumbers>> FacetTally::numbers() const
{
    std::vector<std::shared_ptr<const FacetNumbers>> all;
    all.reserve(m_sealed.size() + 1);
    all = m_sealed;
    if (m_any) {
        FacetNumbers open;
        for (std::size_t at = 0; at < facetCount; ++at)
            open[at] = m_facets[at].open;
        all.push_back(std::make_shared<const FacetNumbers>(std::move(open)));
    }
    return all;
}

} // namespace models
