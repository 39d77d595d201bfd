// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QObject>

#include <vector>

class QAbstractItemModel;

namespace views {

class EventTable;

/// Keeps what the person looks at where it is while rows arrive: scrolled away or with a
/// selection, the top visible row and the selection stay and the newcomers are counted; at the
/// top with nothing selected the table follows. Over a reset of the model the selection and the
/// top row are found again by event id. GUI thread.
class RowFollower final : public QObject
{
    Q_OBJECT
public:
    /// `table` is the parent and must have its model already when watch() is called.
    explicit RowFollower(EventTable &table);

    /// Watches the model the table shows now.
    void watch(QAbstractItemModel *model);
    /// The next reset is a new question (filter, order): begin at its top or at the selection.
    void startOver() { m_startOver = true; }
    /// Forgets the newcomers, e.g. because they are in sight.
    void settle();

    int newRows() const { return m_rows; }
    int newUrgent() const { return m_urgent; }

signals:
    void countsChanged(int rows, int urgent);

private:
    void rowsWillCome();
    void rowsCame(const QModelIndex &parent, int first, int last);
    void resetWillCome();
    void resetCame();
    bool following() const;
    void restoreSelection();

    EventTable &m_table;
    int m_rows = 0;
    int m_urgent = 0;
    int m_top = 0; ///< the top visible row before a change
    bool m_followed = true; ///< whether the table was following before a change
    bool m_startOver = false;
    qint64 m_topId = 0;
    qint64 m_currentId = 0;
    std::vector<qint64> m_selectedIds;
};

} // namespace views
