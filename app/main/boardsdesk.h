// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sqlboards.h"
#include "app/store/sqljournal.h"
#include "models/boards/boardkeeper.h"
#include "models/boards/standingskeeper.h"
#include "models/boards/triagedesk.h"
#include "models/ports/archive.h"
#include "views/pages/boardpage.h"
#include "views/pages/issuespage.h"
#include "views/since/sincedialog.h"

namespace app {

/// What all windows share of the issues: the boards, which are read when somebody looks at them
/// first, and what the team decides about them. GUI thread.
class BoardsDesk final
{
public:
    /// The others must outlive it.
    BoardsDesk(const DatabaseUrl &url, Writer &writer, models::Archive &archive,
               models::EventIndex &index);

    /// All events are loaded: now their subjects are known, and it is time to read what the team
    /// decided about them. Reads no boards.
    void noteLoaded();
    /// Somebody, perhaps another program, added to the journal. Nothing before noteLoaded(), which
    /// reads all of it.
    void noteActs();
    const models::BoardKeeper &keeper() const { return m_keeper; }
    views::IssuesPage::Parts pageParts(models::EventIndex &index);
    views::BoardParts boardParts(models::EventIndex &index);
    views::SinceDialog::Parts since(const models::EventIndex &index,
                                    const models::OverduePolicy &policy,
                                    const std::optional<models::Instant> &lastVisit);

private:
    SqlBoards m_source;
    SqlJournal m_journal; ///< of its own: answers are not numbered by who asks
    models::BoardKeeper m_keeper;
    models::TriageDesk m_desk;
    models::StandingsKeeper m_standings;
    models::EventIndex &m_index;
    bool m_loaded = false;
};

} // namespace app
