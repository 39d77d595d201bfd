// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/valuegesture.h"
#include "models/items/issuequery.h"
#include "models/items/issuesmodel.h"
#include "models/items/issuevalues.h"
#include "views/pages/page.h"

#include <QTimer>

class QLabel;
class QMenu;

namespace models {
class BoardSource;
class FilterCompleter;
} // namespace models

namespace views {

class ChipRow;
class EmptyState;
class EventTable;
class FilterEdit;
class IssuePane;
class MessageBar;
class MistakeLine;
class TriageActions;
class UndoToast;

/// The issues: what is, in one row a subject, and who is on it. The portal's status and our state
/// stand beside each other. Search box, chips and facets are views of the query's one filter: the
/// box of its expression, the others of its values. The boards are read when the page is shown for
/// the first time. GUI thread.
class IssuesPage final : public Page
{
    Q_OBJECT
public:
    struct Parts
    {
        models::BoardSource &source;
        models::BoardKeeper &keeper;
        models::TriageDesk &desk;
        models::EventIndex &index;
        QString me; ///< who sits here
    };
    /// All must outlive the page.
    explicit IssuesPage(const Parts &parts, QWidget *parent = nullptr);

    models::IssueQuery &query() { return m_query; }
    /// Goes to an issue (its place in the board), whatever the filter was.
    void showIssue(quint32 place);
    /// The open issues of the same rule on other assets, or all open ones of the same asset, as the
    /// issue at a place.
    void showSameRule(quint32 place);
    void showSameAsset(quint32 place);
    /// From when on an open issue counts as overdue; rows, facets and counts follow at once.
    void setPolicy(const models::OverduePolicy &policy);
    const models::OverduePolicy &policy() const { return m_model.policy(); }

signals:
    /// The subject of this event should be opened in the portal.
    void openRequested(qint64 event);
    /// Nothing can be decided about issues now; says why.
    void hinted(const QString &what);
    /// An event should be shown (by its id).
    void eventRequested(qint64 event);
    /// What changed since the last visit should be shown.
    void sinceRequested();
    /// What is known should be compared with a list of open issues.
    void baselineRequested();
    /// All events of a subject should be shown.
    void eventsRequested(const QString &subject);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QList<QAction *> makeActions();
    QWidget *makeFacets();
    void makeSearch();
    void connectTable();
    void connectFilter();
    void refresh();
    void select(qint64 row);
    void showSelected(bool same);
    QMenu *makeValueMenu(const models::ValueRef &value, QWidget *parent);
    void showValueMenu(const models::ValueRef &value, const QPoint &globalPosition);
    void showTableMenu(const QPoint &position);
    /// All parts of the filter in words.
    QList<models::IssueClause> clauses() const;
    void showClauses();
    void leaveStepwise();
    void search(const models::Filter &expression);
    void showExpression();
    std::vector<qint64> selectedEvents() const;
    std::vector<qint64> shownEvents() const;
    /// Where the shown issue stands in the board.
    std::optional<quint32> selectedPlace() const;

    Parts m_parts;
    models::IssuesModel m_model;
    models::IssueQuery m_query;
    FilterEdit *m_search;
    MessageBar *m_progress;
    ChipRow *m_chips;
    MistakeLine *m_problem;
    models::FilterCompleter *m_completer;
    models::Filter m_expression; ///< that the search box was last told of
    QList<int> m_chipParts; ///< the part of the filter that a chip stands for
    QLabel *m_count;
    EventTable *m_table;
    EmptyState *m_empty;
    UndoToast *m_undo;
    TriageActions *m_triage;
    IssuePane *m_detail;
    QTimer m_minute; ///< what ends or falls due by time alone
    qint64 m_selected = 0; ///< place + 1; 0: none
    bool m_missed = false; ///< something changed while nobody looked
};

} // namespace views
