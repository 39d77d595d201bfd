// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/pages/readwatcher.h"

#include <QObject>

namespace models {
class EventIndex;
class EventQuery;
class ReadMarks;
class SavedViewList;
} // namespace models

namespace views {

class EventsPage;
class ReadMarking;
class UndoToast;
class ViewSession;
class ViewsPanel;

/// What saved views and read marks add to a page of events: the views above the facets (keys 1 to
/// 9 choose the first nine), what is read after a while, what is marked by hand, and the way back.
/// GUI thread.
class PageViews final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        EventsPage &page;
        const models::EventIndex &index;
        models::EventQuery &query;
        models::SavedViewList &views;
        models::ReadMarks &marks;
    };
    /// The page is the parent; the others must outlive it. `rest`: how long an event is looked at
    /// until it counts as read.
    explicit PageViews(const Parts &parts,
                       std::chrono::milliseconds rest = ReadWatcher::normalRest);

    ViewSession &session() const { return *m_session; }
    UndoToast &undo() const { return *m_undo; }
    const ReadWatcher &watcher() const { return *m_watcher; }
    /// Adds the views of a text and says what came of it.
    void importText(const QByteArray &text);

signals:
    void refusedRequested();
    /// As those of ViewsPanel.
    void exportRequested(const QString &file, const QByteArray &text);
    void importRequested(const QString &file);

private:
    void addKeys();
    void markViewRead(int row);

    Parts m_parts;
    UndoToast *m_undo;
    ViewSession *m_session;
    ViewsPanel *m_panel;
    ReadWatcher *m_watcher;
    ReadMarking *m_marking;
    bool m_markWhenShown = false; ///< a view was chosen so that all of it be marked read
};

} // namespace views
