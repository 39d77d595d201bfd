// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/assetboard.h"
#include "models/items/filteredboard.h"

namespace models {

/// The assets as a table. GUI thread.
class AssetsModel final : public FilteredBoard
{
    Q_OBJECT
public:
    enum Column {
        Name,
        Type,
        Group,
        DiscoveredVia,
        HostedOn,
        FirstSeen,
        LastSeen,
        OpenUrgent,
        OpenHigh,
        OpenMedium,
        OpenLow,
        OpenAll, ///< with those that have no rank
        ColumnCount
    };

    enum Facet { OpenFacet, GroupFacet, TypeFacet, HostedOnFacet, DiscoveredViaFacet, FacetCount };

    /// All must outlive the model.
    AssetsModel(BoardKeeper &keeper, const EventIndex &index, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    const Asset &asset(quint32 place) const;

    int facets() const override { return FacetCount; }
    QString facetTitle(int facet) const override;
    QString facetName(int facet) const override;
    /// Of OpenFacet: the most severe open issue, -1 where none is open; else a term.
    QString valueLabel(int facet, qint64 value) const override;

protected:
    quint32 places() const override;
    qint64 facetValue(quint32 place, int facet) const override;
    bool holds(quint32 place, const Needle &needle) const override;
    Key key(quint32 place, int column) const override;
    QVariant cell(quint32 place, int column, int role) const override;
};

} // namespace models
