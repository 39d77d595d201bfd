// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"
#include "app/store/cursor.h"
#include "models/index/eventrow.h"

#include <optional>
#include <vector>

namespace app {

/// Which texts of the dictionary have gone out to an archive's listener already.
/// Not thread-safe.
class ShippedTerms final
{
public:
    /// Marks a text; true if it had not been marked.
    bool add(models::TermId id);
    /// The same, but only from the second time that it is asked for.
    bool addRepeated(models::TermId id);
    void remove(models::TermId id);

private:
    std::vector<bool> m_shipped;
    std::vector<bool> m_seen;
};

/// Reads rows and the texts they need in batches, each from one snapshot. Synchronous; made,
/// used and destroyed on the connection's thread, before the connection goes.
class BatchReader final
{
public:
    /// Which texts the batches carry. Of a million events most texts for search occur once; keeping
    /// them in memory would take as much as all the rest. They are looked through in the store
    /// instead (SearchSession).
    enum class Texts : quint8 {
        All,
        Repeated, ///< a text for search when the second event has it
    };
    /// Largest batch that is read at once.
    static constexpr int mostRows = 4096;
    /// Texts of up to so many bytes are sent ahead of the rows that need them.
    static constexpr qsizetype mostAhead = 40;

    /// `shipped` must outlive the reader; it is changed only by batches that were read whole.
    BatchReader(const Connection &connection, ShippedTerms &shipped, Texts texts);

    /// As models::Archive::readNewer(). Repeats of events that are still to come stay for a
    /// later batch.
    models::Result<models::EventBatch> newer(qint64 afterEvent, qint64 afterRepeat, int limit);
    /// As models::Archive::readOlder(); of rows and texts only what the index keeps. From the
    /// second call on the short texts (names and ids, nearly all of which some row needs) come
    /// ahead of the rows, in the order of the table: old rows refer to ever other places of it, and
    /// looking up each text there takes as long as all the rows.
    models::Result<models::EventBatch> older(qint64 beforeEvent, int limit);

private:
    template<typename Read> models::Result<models::EventBatch> inSnapshot(Read read);
    bool isNeeded(size_t column, models::TermId id);
    QString readAhead(models::TermId count, models::EventBatch &batch);
    template<int Terms> QString readRows(Cursor &cursor, models::EventBatch &batch);
    QString readRepeats(qint64 afterRepeat, int limit, models::EventBatch &batch);
    QString readTerms(std::vector<models::TermId> &needed, models::EventBatch &batch);
    QString readTermRange(models::TermId first, models::TermId last,
                          const std::vector<models::TermId> &needed, size_t before,
                          models::EventBatch &batch);

    const Connection &m_connection;
    ShippedTerms &m_shipped;
    const Texts m_texts;
    Cursor m_newer;
    Cursor m_older;
    Cursor m_repeats;
    Cursor m_terms;
    Cursor m_ahead;
    std::optional<models::TermId> m_next; ///< of those that come ahead, in descending order
};

} // namespace app
