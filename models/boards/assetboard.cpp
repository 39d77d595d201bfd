// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/assetboard.h"

#include <algorithm>

namespace models {

void AssetBoard::add(const EventRow &row)
{
    const TermId key = row.assetId != 0 ? row.assetId : row.asset;
    if (key == 0)
        return;
    const quint32 before = m_assets.size();
    const quint32 place = this->place(key);
    const bool fresh = place == before;
    IssueEvent at; // has the bounds of times
    at.setTime(row.time);
    const Instant time { std::chrono::milliseconds(at.time()) };
    Entry &entry = edit(place);
    Asset &asset = entry.asset;
    asset.firstSeen = fresh ? time : std::min(asset.firstSeen, time);
    asset.lastSeen = fresh ? time : std::max(asset.lastSeen, time);
    if (std::pair(entry.newest.time, entry.newest.event) <= std::pair(at.time(), row.id)) {
        entry.newest = { at.time(), row.id };
        asset.newestEvent = row.id;
    }
    const std::array<std::pair<TermId *, TermId>, 5> texts { {
            { &asset.name, row.asset },
            { &asset.type, row.assetType },
            { &asset.group, row.group },
            { &asset.discoveredVia, row.discoveredVia },
            { &asset.hostedOn, row.hostedOn },
    } };
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto &[text, told] = texts[i];
        Source &source = entry.sources[i];
        if (told == 0 || std::pair(source.time, source.event) > std::pair(at.time(), row.id))
            continue;
        *text = told;
        source = { at.time(), row.id };
    }
}

void AssetBoard::apply(const IssueChange &change)
{
    const bool same = change.assetBefore == change.assetAfter
            && change.severityBefore == change.severityAfter && change.wasOpen == change.isOpen;
    if (same)
        return;
    if (change.wasOpen && change.assetBefore != 0) {
        Asset &asset = edit(place(change.assetBefore)).asset;
        --asset.open.at(std::size_t(change.severityBefore));
        --asset.openIssues;
    }
    if (change.isOpen && change.assetAfter != 0) {
        Asset &asset = edit(place(change.assetAfter)).asset;
        ++asset.open.at(std::size_t(change.severityAfter));
        ++asset.openIssues;
    }
}

std::vector<quint32> AssetBoard::takeChanged()
{
    for (const quint32 place : m_changed)
        m_assets.edit(place).changed = false;
    return std::exchange(m_changed, {});
}

std::optional<quint32> AssetBoard::placeOf(TermId key) const
{
    const auto found = m_places.constFind(key);
    return found == m_places.constEnd() ? std::nullopt : std::optional(*found);
}

quint32 AssetBoard::place(TermId key)
{
    if (const auto known = placeOf(key))
        return *known;
    Entry entry;
    entry.asset.key = key;
    return *m_places.insert(key, m_assets.add(entry));
}

AssetBoard::Entry &AssetBoard::edit(quint32 place)
{
    Entry &entry = m_assets.edit(place);
    if (!std::exchange(entry.changed, true))
        m_changed.push_back(place);
    return entry;
}

} // namespace models
