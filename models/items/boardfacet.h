// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/facetlist.h"

namespace models {

class FilteredBoard;

/// One facet of a board; several values can be selected. GUI thread.
class BoardFacet final : public FacetList
{
    Q_OBJECT
public:
    /// `board` must outlive the facet; `facet` is one of its numbers.
    BoardFacet(FilteredBoard &board, int facet, QObject *parent = nullptr);

    QString title() const override;
    QString name() const override;
    qsizetype size() const override;
    int marks() const override;
    void clear() override;

protected:
    std::vector<FacetEntry> pick(int count, const QString &search) const override;
    std::vector<std::optional<FacetEntry>> recount(
            const std::vector<FacetEntry> &entries) const override;
    void apply(const FacetEntry &entry, Gesture gesture) override;
    QString countWords(const FacetEntry &entry) const override;

private:
    FacetEntry entry(qint64 key) const;

    FilteredBoard &m_board;
    const int m_facet;
};

} // namespace models
