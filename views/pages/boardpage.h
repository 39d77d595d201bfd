// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/filteredboard.h"
#include "views/detail/entrypane.h"
#include "views/pages/page.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/emptystate.h"

#include <QTimer>

#include <optional>

class QLabel;

namespace models {
class BoardSource;
} // namespace models

namespace views {

class EventTable;
class SearchEdit;

/// What the pages of the boards (assets, users of the portal) have in common: search, facets, a
/// table whose rows stay in place while events arrive, details. The boards are read when the page
/// is shown for the first time. What is said in words is the matter of the derived class. GUI
/// thread.
class BoardPage : public Page
{
    Q_OBJECT
public:
    struct Boards
    {
        models::BoardSource &source;
        models::BoardKeeper &keeper;
        models::EventIndex &index;
    };

    models::FilteredBoard &board() { return m_model; }

signals:
    /// An event should be shown (by its id).
    void eventRequested(qint64 event);
    /// All events of the selected entry should be shown; an expression of the filter language.
    void eventsRequested(const QString &filter);

protected:
    struct Plan
    {
        QString name;
        QString title; ///< of the table
        QString searchHint;
        QList<QAction *> actions; ///< about the selected entry: buttons and the menu
        EntryPane *pane;
        std::vector<ColumnPlan> columns;
        QList<int> descending; ///< columns whose first click sorts down
        int naturalColumn = 0; ///< the largest first where nobody sorted otherwise
    };
    /// All must outlive the page; `model` is a member of the derived class.
    BoardPage(const QString &name, const Boards &boards, models::FilteredBoard &model,
              QWidget *parent);
    /// Once, by the derived class.
    void build(const Plan &plan);

    virtual QString countText(int shown, int all) const = 0;
    virtual EmptyState::Content nothingYet() const = 0;
    virtual EmptyState::Content noMatch() const = 0;
    virtual ShownEntry entryAt(quint32 place) = 0;
    /// Where the shown entry stands in the board.
    std::optional<quint32> selectedPlace() const;
    /// Goes to an entry, whatever the filter was.
    void choose(quint32 place);
    const Boards &boards() const { return m_boards; }

    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeFacets(const QString &name);
    void makeSearch(const Plan &plan);
    void connectTable(const Plan &plan);
    void refresh();
    void select(qint64 row);
    void showSelected();
    void showTableMenu(const QPoint &position);

    Boards m_boards;
    models::FilteredBoard &m_model;
    SearchEdit *m_search;
    QLabel *m_count;
    EventTable *m_table;
    EmptyState *m_empty;
    EntryPane *m_detail = nullptr;
    QList<QAction *> m_actions;
    QTimer m_typing;
    int m_natural = 0;
    qint64 m_selected = 0; ///< place + 1; 0: none
};

} // namespace views
