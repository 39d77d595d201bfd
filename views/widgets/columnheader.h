// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

#include <vector>

namespace views {

/// How a column shares the width: it gets at least `minimum` pixels and `weight` parts of what
/// is left; weight 0 is a fixed column.
struct ColumnPlan
{
    int minimum = 60;
    int weight = 0;
    bool hidden = false; ///< until the person asks for it
    int drop = 0; ///< 1 steps aside first where not all fit, then 2, …; 0 never
};

/// The header of a table: columns fill the width by a plan until the person drags one, which
/// then keeps its width. A click sorts, a second turns round, a third goes back to the natural
/// order. Columns can be moved, and hidden from the context menu; the last one stays. GUI thread.
class ColumnHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit ColumnHeader(QWidget *parent = nullptr);

    /// One plan for each column of the model; columns in `descendingFirst` sort downwards on the
    /// first click (times, severities).
    void setPlan(std::vector<ColumnPlan> plan, const QList<int> &descendingFirst);
    /// Shows by which column the rows are ordered; -1: natural order.
    void showOrder(int column, Qt::SortOrder order);

    /// Order, hidden columns and dragged widths, to be remembered.
    QByteArray saveColumns() const;
    /// Takes what saveColumns() gave; false, and nothing changes, for anything else.
    bool restoreColumns(const QByteArray &state);

signals:
    /// The person asked for an order; column -1 is the natural one.
    void sortRequested(int column, Qt::SortOrder order);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Wish : quint8 { Auto, Shown, Hidden };
    void layOut();
    void showFitting();
    void cycleOrder(int column);
    void resetColumns();
    int plannedWidth(int column) const;

    std::vector<ColumnPlan> m_plan;
    std::vector<int> m_dragged; ///< width the person chose, 0: none
    std::vector<Wish> m_wishes; ///< what the person chose in the context menu
    QList<int> m_descendingFirst;
    int m_column = -1;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    bool m_laying = false;
};

} // namespace views
