// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/loadedstore.h"
#include "models/boards/issuematch.h"

namespace app {

/// The store's issues as the page of the window shows them: folded from all events, with what the
/// team decided about them. Blocks while it reads. One thread.
class LoadedIssues final
{
public:
    /// Reads every row and every act; the reader is free afterwards.
    static models::Result<std::unique_ptr<LoadedIssues>> load(EventReader &reader);

    const models::IssueBoard &board() const { return m_board; }
    const models::TriageBoard &triage() const { return m_triage; }
    const models::EventIndex &index() const { return m_store->index(); }
    /// What they are judged by; only as long as this object lives.
    models::IssueGround ground(const models::OverduePolicy &policy, models::Instant now) const
    {
        return { m_board, m_triage, index(), policy, now };
    }

private:
    LoadedIssues() = default;
    std::unique_ptr<LoadedStore> m_store;
    models::IssueBoard m_board;
    models::TriageBoard m_triage;
};

} // namespace app
