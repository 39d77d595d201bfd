// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QMenu;

namespace models {
class EventIndex;
class EventQuery;
class TriageDesk;
} // namespace models

namespace views {

class DetailPane;
class EventsPage;
class TriageActions;
class UndoToast;

/// Triage from a page of events: keys, menu and buttons as on the page of issues, about the issues
/// that the selected events, or all shown ones, belong to. Each issue counts once, however many of
/// its events there are, and stands as it is now, whichever of them was selected. GUI thread.
class EventTriage final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        EventsPage &page;
        DetailPane &detail; ///< gets the buttons
        const models::EventIndex &index;
        const models::EventQuery &query;
        models::TriageDesk &desk;
        UndoToast &undo; ///< of the page
        QString me; ///< who sits here
    };
    /// The page is the parent; the others must outlive it.
    explicit EventTriage(const Parts &parts);

private:
    std::vector<qint64> selectedIssues() const;
    std::vector<qint64> shownIssues() const;
    bool isIssueSelected() const;
    QString noIssueWords() const;
    void showObstacle();

    const Parts m_parts;
    TriageActions *m_actions;
};

} // namespace views
