// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/assetboard.h"
#include "models/items/boardmodel.h"

namespace models {

class BoardKeeper;
class EventIndex;

/// The assets as a table. GUI thread.
class AssetsModel final : public BoardModel
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
        Id, ///< what tells it from others: its id, or its name where it has none
        ColumnCount
    };

    /// All must outlive the model.
    AssetsModel(BoardKeeper &keeper, const EventIndex &index, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    const Asset &assetAt(int row) const;
    qint64 facetKey(quint32 place, int column) const override;
    QString facetText(quint32 place, int column) const override;

protected:
    quint32 places() const override;
    Key key(quint32 place, int column) const override;
    QVariant cell(quint32 place, int column, int role) const override;
    const DictionaryView &terms() const override;

private:
    const Asset &asset(quint32 place) const;

    BoardKeeper &m_keeper;
    const EventIndex &m_index;
};

} // namespace models
