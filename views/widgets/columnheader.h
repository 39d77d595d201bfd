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

/// One key of an order, as a header shows it.
struct SortKey
{
    int column = -1;
    Qt::SortOrder order = Qt::DescendingOrder;
    bool operator==(const SortKey &) const = default;
};

/// What the person chose for a column.
struct ColumnChoice
{
    enum class Wish : quint8 { Auto, Shown, Hidden };
    int column = -1;
    Wish wish = Wish::Auto;
    int width = 0; ///< 0: by the plan
};

/// The header of a table: columns fill the width by a plan until the person drags one, which
/// then keeps its width. A click sorts, a second turns round, a third goes back to the natural
/// order; with Shift the same for a second key, which decides where the first is equal. Columns
/// can be moved, and hidden from the context menu; the last one stays. Columns that the model
/// adds later come behind the others, each with a plan of its own. GUI thread.
class ColumnHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit ColumnHeader(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// One plan for each column of the model; columns in `descendingFirst` sort downwards on the
    /// first click (times, severities).
    void setPlan(std::vector<ColumnPlan> plan, const QList<int> &descendingFirst);
    /// The plan of columns that the model adds after setPlan().
    void setLaterPlan(const ColumnPlan &plan) { m_laterPlan = plan; }
    /// Columns by which nothing can be ordered; those that are added later are of them.
    void setUnsortable(const QList<int> &columns) { m_unsortable = columns; }
    /// Shows by which columns the rows are ordered, at most two; none: the natural order.
    void showOrder(const QList<SortKey> &keys);
    const QList<SortKey> &order() const { return m_keys; }
    /// Offers a dialog for the columns in the context menu (columnsRequested()).
    void setOffersDialog(bool offers) { m_offersDialog = offers; }

    /// What the person chose for each column, in screen order.
    QList<ColumnChoice> choices() const;
    /// Arranges columns in this order; those that are missing keep their order behind, with their
    /// plan.
    void setChoices(const QList<ColumnChoice> &choices);
    const ColumnPlan &planOf(int column) const { return m_plan[size_t(column)]; }
    /// Back to the plan; the order of rows stays.
    void resetColumns();

    /// Order, hidden columns and dragged widths, to be remembered.
    QByteArray saveColumns() const;
    /// Takes what saveColumns() gave; false, and nothing changes, for anything else.
    bool restoreColumns(const QByteArray &state);

signals:
    /// The person asked for an order; none: the natural one.
    void sortRequested(const QList<views::SortKey> &keys);
    /// The person asked for the dialog.
    void columnsRequested();
    /// The person chose, moved or dragged a column.
    void columnsChanged();

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int column) const override;
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    using Wish = ColumnChoice::Wish;
    void addPlans(int first, int last);
    void removePlans(int first, int last);
    void layOut();
    void showFitting();
    void cycleOrder(int column);
    void cycleFirst(int column);
    void cycleSecond(int column);
    qsizetype placeOf(int column) const;
    bool canSort(int column) const;
    Qt::SortOrder firstWay(int column) const;
    int plannedWidth(int column) const;

    std::vector<ColumnPlan> m_plan;
    std::vector<int> m_dragged; ///< width the person chose, 0: none
    std::vector<Wish> m_wishes; ///< what the person chose in the context menu
    QList<int> m_descendingFirst;
    QList<int> m_unsortable;
    ColumnPlan m_laterPlan;
    int m_planned = 0; ///< columns that setPlan() knew
    QList<SortKey> m_keys;
    bool m_withShift = false; ///< of the click that is being handled
    bool m_offersDialog = false;
    bool m_laying = false;
};

} // namespace views
