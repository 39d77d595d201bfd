// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/assetsmodel.h"

#include "models/boards/boardkeeper.h"
#include "models/index/eventindex.h"
#include "models/items/eventtext.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <iterator>

namespace models {

namespace {

/// Of the columns from OpenUrgent to OpenLow.
constexpr std::array<Severity, 4> levels { Severity::Urgent, Severity::High, Severity::Medium,
                                           Severity::Low };

/// How many are open in a column of numbers; -1 for another column.
int openIn(const Asset &asset, int column)
{
    if (column == AssetsModel::OpenAll)
        return asset.openIssues;
    if (column < AssetsModel::OpenUrgent || column > AssetsModel::OpenLow)
        return -1;
    return asset.open[std::size_t(levels[std::size_t(column - AssetsModel::OpenUrgent)])];
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
    default:
        return 0;
    }
}

} // namespace

AssetsModel::AssetsModel(BoardKeeper &keeper, const EventIndex &index, QObject *parent)
    : FilteredBoard(keeper, index, parent)
{
    connect(&keeper, &BoardKeeper::changed, this,
            [this](const BoardChanges &changes) { updateRows(changes.assets); });
    rebuildRows();
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
                                         tr("Medium"),    tr("Low"),       tr("Open") };
    return section < int(std::size(names)) ? names[section] : QVariant();
}

const Asset &AssetsModel::asset(quint32 place) const
{
    return m_keeper.boards().assets().asset(place);
}

quint32 AssetsModel::places() const
{
    return m_keeper.boards().assets().size();
}

QString AssetsModel::facetTitle(int facet) const
{
    const QString titles[FacetCount] = { tr("Open issues"), tr("Asset group"), tr("Type"),
                                         tr("Hosted on"), tr("Found by") };
    return titles[facet];
}

QString AssetsModel::facetName(int facet) const
{
    const char *const names[FacetCount] = { "open", "group", "type", "hosted", "found" };
    return QString::fromLatin1(names[facet]);
}

QString AssetsModel::valueLabel(int facet, qint64 value) const
{
    if (facet == OpenFacet)
        return value < 0 ? tr("None open") : tr("%1 at worst").arg(severityText(Severity(value)));
    const QString text = m_index.text(TermId(value));
    if (text.isEmpty())
        return tr("Not told");
    return singleLine(facet == GroupFacet ? text : assetWordText(text));
}

qint64 AssetsModel::facetValue(quint32 place, int facet) const
{
    const Asset &asset = this->asset(place);
    switch (Facet(facet)) {
    case OpenFacet:
        for (int level = severityCount - 1; level >= 0; --level) {
            if (asset.open[std::size_t(level)] > 0)
                return level;
        }
        return -1;
    case GroupFacet:
        return asset.group;
    case TypeFacet:
        return asset.type;
    case HostedOnFacet:
        return asset.hostedOn;
    default:
        return asset.discoveredVia;
    }
}

bool AssetsModel::holds(quint32 place, const Needle &needle) const
{
    const Asset &asset = this->asset(place);
    const TermId searched[] = { asset.name,  asset.key,      asset.type,
                                asset.group, asset.hostedOn, asset.discoveredVia };
    return std::any_of(std::begin(searched), std::end(searched),
                       [&](TermId term) { return terms().holds(term, needle); });
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
    const Asset &asset = this->asset(place);
    if (role == FigureRole)
        return column >= FirstSeen;
    if (role == LevelRole && column >= OpenUrgent && column < OpenAll)
        return int(levels[std::size_t(column - OpenUrgent)]);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
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

} // namespace models
