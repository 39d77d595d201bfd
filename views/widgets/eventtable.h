// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/rowdivider.h"
#include "views/widgets/rowfollower.h"

#include <QTableView>

#include <functional>

namespace views {

class ColumnHeader;
class RowDelegate;
class NewRowsPill;

/// The table of events: shows a model with the columns and roles of models::EventsModel, whole
/// rows selected, driven by mouse or keyboard alone. Arriving rows never move what is looked at
/// (see RowFollower). GUI thread.
///
/// Its keys are noted where they are taken; "/" and Escape are asked for by signals.
class EventTable final : public QTableView
{
    Q_OBJECT
public:
    using RowFinder = std::function<int(qint64 id)>;

    explicit EventTable(QWidget *parent = nullptr);
    /// Rows of another kind: painted by `delegate`, which becomes a child; their model tells ids by
    /// models::EventsModel::IdRole.
    explicit EventTable(RowDelegate *delegate, QWidget *parent = nullptr);

    /// `rowOf` tells the row that shows an event, -1 where none does.
    void showModel(QAbstractItemModel &model, RowFinder rowOf,
                   RowFollower::ArrivalsSince arrivalsSince = {});
    ColumnHeader &columns() const { return *m_columns; }

    /// The store's id of a row, 0 where there is none.
    qint64 idAt(int row) const;
    int rowOf(qint64 id) const { return m_rowOf ? m_rowOf(id) : -1; }
    /// The events of the selected rows in screen order, at most `most`.
    QList<qint64> selectedIds(int most) const;
    /// The event the details are about: the current row if it is selected, else 0.
    qint64 selectedId() const;

    /// The model's next reset answers a new question (see RowFollower::startOver).
    void startOver();
    /// Goes to the newest row, selects nothing and follows from there.
    void follow();
    /// Whether the newest rows are the first; only then the table follows. True at first.
    void setNewestFirst(bool newestFirst);
    /// The rows have an order of their own, not that of arrival, so that there is no newest row to
    /// go to (see RowFollower::setRanked()). The header sorts the model, downwards by
    /// `naturalColumn` where nobody asks for an order.
    void setRanked(int naturalColumn);
    bool isFollowing() const { return m_follower->isFollowing(); }
    /// Since when it does not.
    models::Instant pausedSince() const { return m_follower->pausedSince(); }
    /// Stands still, or goes to the newest row and follows.
    void toggleFollowing();
    /// Does the layout that is due now instead of later.
    void settleLayout() { executeDelayedItemsLayout(); }
    /// A labelled line between two rows, where `finder` finds one; it is asked at each painting.
    void setDivider(RowDivider::Finder finder) { m_divider.setFinder(std::move(finder)); }
    /// Puts the selected rows on the clipboard: shown columns, tabs between, at most 10,000.
    void copySelection() const;

signals:
    /// Another event, or none (0), is what the details should be about.
    void eventSelected(qint64 id);
    void openRequested(qint64 id);
    /// The person pressed "/".
    void searchRequested();
    /// The person pressed Escape.
    void escapeRequested();
    /// The person wants to see the newest rows (the pill was pressed).
    void followRequested();
    void followingChanged(bool following);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    /// Typing jumps nowhere: letters are keys here, and a search over a million rows is not.
    void keyboardSearch(const QString &) override { }

private:
    void fitRows();
    void placePill();
    void hover(int row);
    void announceSelection();
    void noteItsKeys();
    bool handleKey(QKeyEvent *event);
    void moveTo(int row);

    ColumnHeader *m_columns;
    RowDelegate *m_delegate;
    RowFollower *m_follower;
    NewRowsPill *m_pill;
    RowDivider m_divider;
    RowFinder m_rowOf;
    qint64 m_announced = 0;
};

} // namespace views
