// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/assetsmodel.h"

#include "models/boards/boardkeeper.h"
#include "models/index/eventindex.h"
#include "models/items/eventtext.h"

#include <QLocale>

namespace models {

namespace {

/// How many are open in a column of numbers; -1 for another column.
int openIn(const Asset &asset, int column)
{
    switch (AssetsModel::Column(column)) {
    case AssetsModel::OpenUrgent:
        return asset.open[std::size_t(Severity::Urgent)];
    case AssetsModel::OpenHigh:
        return asset.open[std::size_t(Severity::High)];
    case AssetsModel::OpenMedium:
        return asset.open[std::size_t(Severity::Medium)];
    case AssetsModel::OpenLow:
        return asset.open[std::size_t(Severity::Low)];
    case AssetsModel::OpenAll:
        return asset.openIssues;
    default:
        return -1;
    }
}

TermId termIn(const Asset &asset, int column)
{
    switch (AssetsModel::Column(column)) {
    case AssetsModel::Name:
        return asset.name == 0 ? asset.key : asset.name;
    case AssetsModel::Type:
        return asset.type;
    case AssetsModel::Group:
        return asset.group;
    case AssetsModel::DiscoveredVia:
        return asset.discoveredVia;
    case AssetsModel::HostedOn:
        return asset.hostedOn;
    case AssetsModel::Id:
        return asset.key;
    default:
        return 0;
    }
}

} // namespace

AssetsModel::AssetsModel(BoardKeeper &keeper, const EventIndex &index, QObject *parent)
    : BoardModel(parent), m_keeper(keeper), m_index(index)
{
    connect(&keeper, &BoardKeeper::changed, this,
            [this](const BoardChanges &changes) { update(changes.assets); });
    rebuild();
}

int AssetsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AssetsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[ColumnCount] = { tr("Asset"),     tr("Type"),      tr("Group"),
                                         tr("Found by"),  tr("Hosted on"), tr("First seen"),
                                         tr("Last seen"), tr("Urgent"),    tr("High"),
                                         tr("Medium"),    tr("Low"),       tr("Open"),
                                         tr("Id") };
    return section < int(std::size(names)) ? names[section] : QVariant();
}

const Asset &AssetsModel::asset(quint32 place) const
{
    return m_keeper.boards().assets().asset(place);
}

const Asset &AssetsModel::assetAt(int row) const
{
    return asset(placeAt(row));
}

quint32 AssetsModel::places() const
{
    return m_keeper.boards().assets().size();
}

qint64 AssetsModel::facetKey(quint32 place, int column) const
{
    return column == OpenAll ? qint64(asset(place).openIssues > 0)
                             : BoardModel::facetKey(place, column);
}

QString AssetsModel::facetText(quint32 place, int column) const
{
    return column == OpenAll ? tr("With open issues") : BoardModel::facetText(place, column);
}

BoardModel::Key AssetsModel::key(quint32 place, int column) const
{
    const Asset &asset = this->asset(place);
    if (column == FirstSeen)
        return { asset.firstSeen.time_since_epoch().count() };
    if (column == LastSeen)
        return { asset.lastSeen.time_since_epoch().count() };
    if (const int open = openIn(asset, column); open >= 0)
        return { open };
    return { qint64(termIn(asset, column)), true };
}

QVariant AssetsModel::cell(quint32 place, int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Asset &asset = this->asset(place);
    const auto time = [role](Instant when) {
        return role == Qt::ToolTipRole ? longTime(when) : shortTime(when, now());
    };
    if (column == FirstSeen)
        return time(asset.firstSeen);
    if (column == LastSeen)
        return time(asset.lastSeen);
    if (const int open = openIn(asset, column); open >= 0)
        return open == 0 ? QString() : QLocale().toString(open);
    const QString text = m_index.text(termIn(asset, column));
    const bool isWord = column == Type || column == DiscoveredVia || column == HostedOn;
    return singleLine(isWord ? assetWordText(text) : text);
}

const DictionaryView &AssetsModel::terms() const
{
    return m_index.terms();
}

} // namespace models
