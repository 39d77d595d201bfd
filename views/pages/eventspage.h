// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/receiverstate.h"
#include "models/domain/uptime.h"
#include "models/index/filter.h"
#include "models/index/valuegesture.h"
#include "models/items/tablelayout.h"
#include "views/pages/page.h"

#include <optional>

class QHBoxLayout;
class QLabel;
class QMenu;
class QVBoxLayout;

namespace models {
class EventQuery;
class EventsModel;
class FilterCompleter;
} // namespace models

namespace views {

class ChipRow;
class MistakeLine;
class WaysOutOffer;
class EmptyState;
class EventColumns;
class EventTable;
class FilterEdit;
class FollowState;
class TimeBar;

/// The events: search box, facets at the left, chips and table, details at the right; both sides
/// can be folded away. Search box, chips and facets are views of the query's one filter.
/// GUI thread.
class EventsPage final : public Page
{
    Q_OBJECT
public:
    /// `model` and `query` must outlive the page, which takes `detail` as its child.
    EventsPage(models::EventsModel &model, models::EventQuery &query, QWidget *detail,
               QWidget *parent = nullptr);

    void showState(const models::ReceiverState &state);
    /// The store is being read; `done` events so far.
    void showLoading(qsizetype done);
    /// The store has been read.
    void finishLoading();
    /// Selects an event and shows its details; a filter that hides it is dropped.
    void selectEvent(qint64 id);
    /// Offers what can be done with a value that stands elsewhere, such as in the details.
    void showValueMenu(const models::ValueRef &value, const QPoint &globalPosition);
    /// What is on record of when the receiver was on.
    void showUptime(const QList<models::UptimeRun> &runs);
    EventTable &table() const { return *m_table; }
    /// When the person was here the last time: a line in the table tells what came since.
    void setLastVisit(const std::optional<models::Instant> &visit);
    /// Puts a widget above the facets; it becomes a child.
    void addAboveFacets(QWidget *widget);
    /// A body as it came: its paths are offered in the search box from now on.
    void learnPaths(const QByteArray &body);
    /// What offers ways out of an empty result, to be given a store that it can ask.
    WaysOutOffer &waysOut() const { return *m_waysOut; }

    TimeBar &timeBar() const { return *m_times; }
    EventColumns &columns() const { return *m_columns; }
    /// Columns and order of the table, to be kept and put back.
    models::TableLayout tableLayout() const;
    void setTableLayout(const models::TableLayout &layout);
    /// Shows a path of the payload as a column.
    void showAsColumn(const QString &path);

signals:
    /// Two events should be compared; 0 for the other: the one before it about the same subject.
    void compareRequested(qint64 one, qint64 other);
    /// What was asked for cannot be done; says what to do instead.
    void hinted(const QString &what);
    /// tableLayout() is another one than before, or may be.
    void tableLayoutChanged();
    /// The details should be about this event; 0: about none.
    void eventSelected(qint64 id);
    /// The subject of this event should be opened in the portal.
    void openRequested(qint64 id);
    void settingsRequested();
    /// The menu of a value of the details is about to be shown: others may add to it.
    void valueMenuMade(QMenu *menu, const models::ValueRef &value);
    /// The menu of the table is about to be shown: others may add to it.
    void tableMenuMade(QMenu *menu);

private:
    QHBoxLayout *makeLine();
    void connectQuery();
    void connectTable();
    void showFilter();
    void showOrder();
    void refresh();
    void leaveStepwise();
    void emptyAction();
    void addKeys();
    void showTableMenu(const QPoint &position);
    void compareSelected();

    models::EventsModel &m_model;
    models::EventQuery &m_query;
    FilterEdit *m_search;
    ChipRow *m_chips;
    MistakeLine *m_problem;
    models::FilterCompleter *m_completer;
    WaysOutOffer *m_waysOut;
    QLabel *m_count;
    EventTable *m_table;
    EventColumns *m_columns;
    EmptyState *m_empty;
    TimeBar *m_times;
    FollowState *m_follow;
    QVBoxLayout *m_side; ///< what stands at the left: facets below what was put above them
    models::ReceiverState m_state;
    std::optional<qsizetype> m_loading;
    qint64 m_wanted = 0; ///< to be selected as soon as it is shown
};

} // namespace views
