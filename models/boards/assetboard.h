// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/chunks.h"
#include "models/boards/issueboard.h"

#include <array>

namespace models {

/// One asset (network service, API, mobile app) as all events that name it tell. Texts are numbers
/// of the dictionary; each is the newest that was told. A value.
struct Asset
{
    TermId key = 0; ///< IssueFacts::assetKey()
    TermId name = 0; ///< the id where it has no name
    TermId type = 0;
    TermId group = 0;
    TermId discoveredVia = 0;
    TermId hostedOn = 0;
    Instant firstSeen; ///< time of the oldest event that names it
    Instant lastSeen;
    std::array<int, severityCount> open {}; ///< open issues by Severity
    int openIssues = 0;
    qint64 newestEvent = 0; ///< the last one that names it
    bool operator==(const Asset &) const = default;
};

/// Every asset, from the events of all families, in whatever order they come. An asset is told by
/// its id, and by its name where events give no id. A value; one thread at a time.
class AssetBoard final
{
public:
    void add(const EventRow &row);
    /// Moves an issue's weight to where it is now.
    void apply(const IssueChange &change);
    /// Places of the assets that changed since the last call, each once, in no order.
    std::vector<quint32> takeChanged();

    quint32 size() const { return m_assets.size(); }
    const Asset &asset(quint32 place) const { return m_assets[place].asset; }
    std::optional<quint32> placeOf(TermId key) const;
    qint64 bytes() const { return m_assets.bytes(); }

private:
    /// Where a text came from, so that the newest stays whatever comes first.
    struct Source
    {
        qint64 time = 0;
        qint64 event = 0;
    };
    struct Entry
    {
        Asset asset;
        std::array<Source, 5> sources;
        Source newest; ///< by time, then by event
        bool changed = false;
    };
    quint32 place(TermId key);
    Entry &edit(quint32 place);

    Chunks<Entry> m_assets;
    QHash<TermId, quint32> m_places;
    std::vector<quint32> m_changed;
};

} // namespace models
