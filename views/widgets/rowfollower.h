// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/items/arrivals.h"

#include <QModelIndex>
#include <QObject>

#include <functional>
#include <vector>

class QAbstractItemModel;

namespace views {

class EventTable;

/// Keeps what the person looks at where it is while rows arrive. At the top, newest first, with
/// nothing selected the table follows. Scrolled away, with a selection, in another order or told to
/// pause, it stands still: the top visible row and the selection stay, and what comes, wherever it
/// comes to lie, is counted. Over a reset of the model the selection and the top row are found
/// again by event id. GUI thread.
class RowFollower final : public QObject
{
    Q_OBJECT
public:
    /// What came since an event, for rows that come by a reset.
    using ArrivalsSince = std::function<models::Arrivals(qint64 after)>;

    /// `table` is the parent and must have its model already when watch() is called.
    explicit RowFollower(EventTable &table);

    /// Watches the model the table shows now.
    void watch(QAbstractItemModel *model, ArrivalsSince arrivalsSince);
    /// The next reset is a new question (filter, order): begin at its top or at the selection.
    void startOver() { m_startOver = true; }
    /// Whether the newest rows are the first.
    void setNewestFirst(bool newestFirst);
    /// The rows are in an order that is never that of arrival, as those of a board. It does not
    /// follow and counts no newcomers; at the top with nothing selected it stays at the top, so
    /// that what comes to stand first is seen.
    void setRanked();
    /// Stands still until resume(), or until the person goes to the top.
    void pause();
    /// Follows again, as far as nothing else keeps it, and forgets the newcomers.
    void resume();

    bool isFollowing() const;
    models::Instant pausedSince() const { return m_since; }

signals:
    void countsChanged(int rows, int urgent);
    void followingChanged(bool following);

private:
    void rowsWillCome();
    void rowsCame(const QModelIndex &parent, int first, int last);
    void resetWillCome();
    void resetCame();
    void countAfterReset();
    void restoreSelection();
    void settle();
    void tellState();
    /// Nobody looks at anything that should stay where it is.
    bool isAtRest() const;

    EventTable &m_table;
    ArrivalsSince m_arrivalsSince;
    bool m_newestFirst = true;
    bool m_ranked = false;
    bool m_held = false;
    bool m_resetting = false; ///< the table goes to its top by itself
    bool m_told = true; ///< the state that was told last
    models::Instant m_since;
    int m_rows = 0;
    int m_urgent = 0;
    qint64 m_seen = 0; ///< newest id that was shown or counted
    qint64 m_base = 0; ///< what is newer is a newcomer
    int m_top = 0; ///< the top visible row before a change
    bool m_followed = true; ///< whether the table was following before a change
    bool m_atRest = false; ///< before a change
    bool m_startOver = false;
    qint64 m_topId = 0;
    qint64 m_currentId = 0;
    std::vector<qint64> m_selectedIds;
};

} // namespace views
