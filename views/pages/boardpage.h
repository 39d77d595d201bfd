// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/boardmodel.h"
#include "models/items/boardquery.h"
#include "views/detail/boardpane.h"
#include "views/pages/page.h"
#include "views/widgets/boarddelegate.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/emptystate.h"

#include <functional>
#include <memory>
#include <optional>

class QLabel;

namespace models {
class BoardKeeper;
class BoardSource;
class EventIndex;
} // namespace models

namespace views {

class EventTable;
class SearchEdit;

/// What pages of boards read from; all of it outlives them.
struct BoardParts
{
    models::BoardSource &source;
    models::BoardKeeper &keeper;
    models::EventIndex &index;
};

/// A page over one board: search and facets, a sorted table, the details of one entry, and words
/// where there is nothing. The boards are read when the page is shown for the first time; what
/// arrives later moves into place. What an entry says of itself, and what can be done with it, is
/// the matter of the derived class. GUI thread.
///
/// Keys: those of the table · o opens · / searches · Escape leaves step by step.
class BoardPage : public Page
{
    Q_OBJECT
public:
    models::BoardQuery &query() { return m_query; }

signals:
    /// An event should be shown (by its id).
    void eventRequested(qint64 event);
    /// The events that match this filter should be shown.
    void eventsRequested(const QString &filter);

protected:
    /// One column and how it behaves.
    struct Column
    {
        ColumnPlan plan {};
        CellLook look {};
        bool descendingFirst = false;
    };
    /// A facet over a column; the name is a stable word.
    struct Facet
    {
        int column;
        QString name;
    };
    /// What tells one page from another.
    struct Setup
    {
        QString name; ///< object name, before a dot also that of the parts
        QString title; ///< of the table, for those who do not see it
        QString searchHint;
        QString selectHint; ///< while nothing is selected
        QString loading; ///< while it is worked out
        QString noMatch;
        QString showAll; ///< the way out of it
        EmptyState::Content nothing; ///< while the board is empty
        std::unique_ptr<models::BoardModel> model;
        std::vector<Column> columns;
        int naturalColumn; ///< downwards, where nobody sorted otherwise
        QList<int> searched;
        QList<Facet> facets;
        std::function<QString(int shown, int all)> count;
    };
    BoardPage(const BoardParts &parts, Setup setup, QWidget *parent);

    /// Something to be done with the selected entry: a button of the pane and a line of the menu.
    QAction *addEntryAction(const QString &text, const QString &name,
                            const std::function<void(quint32 place)> &act);
    virtual ShownEntry entryAt(quint32 place) const = 0;
    const BoardParts &parts() const { return m_parts; }
    const models::BoardModel &model() const { return *m_setup.model; }
    /// One line, bounded.
    QString text(quint32 term) const;

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    static std::vector<CellLook> looksOf(const std::vector<Column> &columns);
    static QList<int> columnsOf(const QList<Facet> &facets);
    void nameParts();
    void planColumns();
    QWidget *makeFacets();
    void connectTable();
    void connectSearch();
    void search(const QString &text);
    void refresh();
    void select(qint64 id);
    void showSelected(bool same);
    void showTableMenu(const QPoint &position);
    void leaveStepwise();
    std::optional<quint32> selectedPlace() const;

    BoardParts m_parts;
    Setup m_setup;
    models::BoardQuery m_query;
    SearchEdit *m_search;
    QLabel *m_count;
    EventTable *m_table;
    EmptyState *m_empty;
    BoardPane *m_detail;
    QList<QAction *> m_actions; ///< of an entry
    qint64 m_selected = 0; ///< place + 1; 0: none
};

} // namespace views
