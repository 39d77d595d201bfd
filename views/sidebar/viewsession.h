// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/savedviews/savedviewlist.h"

#include <QObject>

namespace models {
class EventQuery;
}

namespace views {

class EventColumns;

/// Which saved view one window shows, and whether filter or order have been changed since. The
/// columns of a view are kept as they are arranged, without asking; filter and order only by
/// save(). An emptied filter leaves the view. GUI thread.
class ViewSession final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it; the columns are those that a view without its own begins with.
    ViewSession(models::SavedViewList &list, models::EventQuery &query, EventColumns &columns,
                QObject *parent = nullptr);

    models::SavedViewList &list() const { return m_list; }
    /// Shows a view as it was saved, asking anew what was read since; out of range: does nothing.
    void choose(int row);
    /// The row of the view that is shown; -1: none.
    int activeRow() const { return m_list.rowOf(m_active); }
    /// Filter or order are not those of the view.
    bool isModified() const { return m_modified; }

    /// Makes the view what is shown.
    void save();
    /// Makes another view of what is shown, below the active one; its key, 0 where there are too
    /// many.
    qint64 saveAsNew();
    /// Shows the view again as it was saved.
    void revert() { choose(activeRow()); }
    /// Keeps how the columns are arranged now, before the window goes.
    void keepColumns();

signals:
    /// Another view is active, or it has become modified, or no longer is.
    void changed();
    /// A view of the refused requests was chosen.
    void refusedRequested();
    /// A view could not be shown; says why.
    void failed(const QString &reason);

private:
    models::SavedView current() const;
    QList<models::TableLayout::Column> columns() const;
    void judge();

    models::SavedViewList &m_list;
    models::EventQuery &m_query;
    EventColumns &m_columns;
    const QList<models::TableLayout::Column> m_standard;
    qint64 m_active = 0;
    bool m_modified = false;
    bool m_choosing = false;
};

} // namespace views
