// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shared/worker.h"
#include "app/store/storereader.h"
#include "models/ports/archive.h"

namespace app {

/// The read side of the store for the GUI thread: hands each call to a reader thread with a
/// connection of its own and passes the answers on. A store that does not exist yet is empty.
class SqlArchive final : public models::Archive
{
    Q_OBJECT
public:
    explicit SqlArchive(DatabaseUrl url, QObject *parent = nullptr);
    ~SqlArchive() override;

    void readNewer(qint64 afterEvent, qint64 afterRepeat, int limit) override;
    void readOlder(qint64 beforeEvent, int limit) override;
    void loadEvent(qint64 id) override;

public slots:
    /// Something was committed. grew() follows, once until the next readNewer(); what is
    /// noticed while one is under way is told after its answer.
    void noticeGrowth();

signals:
    /// Acts were added to the journal since this was told last, by this program or another; carries
    /// nothing, read what is newer. At most once a second.
    void actsGrew();

private:
    void noteNewerAnswered();

    int m_reading = 0; // calls of readNewer() without an answer
    bool m_told = false;
    bool m_grewMeanwhile = false;
    Worker<StoreReader> m_reader;
};

} // namespace app
