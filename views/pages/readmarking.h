// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/idset.h"

#include <QObject>

class QMenu;

namespace models {
class EventIndex;
class EventQuery;
class ReadMarks;
} // namespace models

namespace views {

class EventTable;
class UndoToast;

/// Marks events read and unread on the person's wish: the selected ones (key u), or all that match
/// the filter, however many; what touched more than was selected can be undone. Rows that no
/// longer match `is:unread` stay until the filter is set anew; marking all sets it anew itself.
/// GUI thread.
class ReadMarking final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const models::EventIndex &index;
        models::EventQuery &query;
        models::ReadMarks &marks;
        EventTable &table;
        UndoToast &undo;
    };
    /// All parts must outlive it.
    explicit ReadMarking(const Parts &parts, QObject *parent = nullptr);

    /// Adds the wishes to a menu of the table.
    void addActions(QMenu &menu);

public slots:
    /// Marks one event read, silently.
    void markRead(qint64 event);
    /// Marks the selected events read, or unread where all of them are read.
    void toggleSelection();
    /// All that match the filter.
    void markAll(bool read);

private:
    models::IdSet selection() const;
    models::IdSet shown() const;
    bool allRead(const models::IdSet &events) const;
    void mark(const models::IdSet &events, bool read);

    Parts m_parts;
};

} // namespace views
