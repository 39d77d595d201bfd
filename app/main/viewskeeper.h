// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/viewsfile.h"
#include "app/store/sqldeliveryarchive.h"
#include "app/store/sqljournal.h"
#include "models/index/readmarks.h"
#include "models/index/viewcounts.h"
#include "models/items/refusedcount.h"
#include "models/savedviews/savedviewlist.h"

namespace app {

/// The saved views and the read marks that all windows share: read from and kept in their places,
/// counted while they change. GUI thread.
class ViewsKeeper final : public QObject
{
    Q_OBJECT
public:
    /// `file` is where the views are kept; the others must outlive it.
    ViewsKeeper(const QString &file, const DatabaseUrl &url, Writer &writer,
                models::EventIndex &index);
    ~ViewsKeeper() override;

    /// Begins to read the marks, and to count the refused requests.
    void start();
    /// Somebody, perhaps another program, added to the journal.
    void noteActs();
    /// The window shows all that is there: now there is time to count what was refused.
    void noteLoaded();
    models::SavedViewList &views() { return m_views; }
    models::ReadMarks &marks() { return m_marks; }
    /// What has to be said about the file of views; empty where all is well.
    const QString &notice() const { return m_notice; }

signals:
    /// The views could not be kept (empty: they are again).
    void problem(const QString &reason);

private:
    void save();
    void recount();

    const ViewsFile m_file;
    QString m_notice;
    SqlJournal m_journal;
    models::ReadMarks m_marks;
    models::SavedViewList m_views;
    models::ViewCounts m_counts;
    SqlDeliveryArchive m_deliveries;
    models::RefusedCount m_refused;
};

} // namespace app
