// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/accessboard.h"
#include "models/boards/assetboard.h"
#include "models/boards/issueboard.h"

namespace models {

/// What a settling changed, as places; each once, ascending.
struct BoardChanges
{
    std::vector<quint32> issues;
    std::vector<quint32> assets;
    std::vector<quint32> users;
    bool isEmpty() const { return issues.empty() && assets.empty() && users.empty(); }
};

/// What is: issues, assets and users of the portal, folded from the events that the archive reads.
/// The order of batches and rows does not matter; a row that comes twice does no harm. Between
/// add() and settle() nothing may be read. A value: a copy shares memory with what it was copied
/// from, costs less than a millisecond, and may go to another thread while the first lives on.
class Boards final
{
public:
    /// Takes over texts and rows.
    void add(const EventBatch &batch);
    /// Folds what was added.
    BoardChanges settle();

    const IssueBoard &issues() const { return m_issues; }
    const AssetBoard &assets() const { return m_assets; }
    const AccessBoard &access() const { return m_access; }

    /// The first arrival of any event: nothing from before it is known, since the feed tells
    /// changes only. Nothing where no event came yet.
    std::optional<Instant> seenSince() const { return m_seenSince; }
    qint64 bytes() const { return m_issues.bytes() + m_assets.bytes() + m_access.bytes(); }

private:
    IssueBoard m_issues;
    AssetBoard m_assets;
    AccessBoard m_access;
    std::optional<Instant> m_seenSince;
};

} // namespace models
