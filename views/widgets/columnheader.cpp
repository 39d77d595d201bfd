// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/columnheader.h"

#include "views/widgets/plaintext.h"

#include <QAbstractItemModel>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

namespace views {

ColumnHeader::ColumnHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setTextElideMode(Qt::ElideRight);
    setMinimumSectionSize(36);
    connect(this, &QHeaderView::sectionClicked, this, &ColumnHeader::cycleOrder);
    connect(this, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_laying || width <= 0 || size_t(column) >= m_dragged.size())
            return;
        m_dragged[size_t(column)] = width;
        emit columnsChanged();
    });
    connect(this, &QHeaderView::sectionMoved, this, [this] {
        if (!m_laying)
            emit columnsChanged();
    });
}

void ColumnHeader::setPlan(std::vector<ColumnPlan> plan, const QList<int> &descendingFirst)
{
    m_plan = std::move(plan);
    m_planned = int(m_plan.size());
    m_dragged.assign(m_plan.size(), 0);
    m_descendingFirst = descendingFirst;
    m_wishes.assign(m_plan.size(), Wish::Auto);
    layOut();
}

void ColumnHeader::setModel(QAbstractItemModel *newModel)
{
    if (model())
        model()->disconnect(this, nullptr);
    QHeaderView::setModel(newModel);
    if (!newModel)
        return;
    // After the base class's own connections: it knows its sections first.
    connect(newModel, &QAbstractItemModel::columnsInserted, this,
            [this](const QModelIndex &, int first, int last) { addPlans(first, last); });
    connect(newModel, &QAbstractItemModel::columnsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removePlans(first, last); });
}

void ColumnHeader::addPlans(int first, int last)
{
    if (first > int(m_plan.size()))
        return;
    const auto count = size_t(last - first + 1);
    m_plan.insert(m_plan.begin() + first, count, m_laterPlan);
    m_dragged.insert(m_dragged.begin() + first, count, 0);
    m_wishes.insert(m_wishes.begin() + first, count, Wish::Auto);
    layOut();
}

void ColumnHeader::removePlans(int first, int last)
{
    if (last >= int(m_plan.size()))
        return;
    const auto erase = [&](auto &values) {
        values.erase(values.begin() + first, values.begin() + last + 1);
    };
    erase(m_plan);
    erase(m_dragged);
    erase(m_wishes);
    layOut();
}

// Tool tips name what came from outside: they are never read as HTML.
bool ColumnHeader::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !model())
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int column = logicalIndexAt(help->pos());
    const QString text = model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
    QToolTip::showText(help->globalPos(), text.isEmpty() ? text : plainToolTip(text), viewport());
    return true;
}

int ColumnHeader::plannedWidth(int column) const
{
    const int dragged = m_dragged[size_t(column)];
    return dragged > 0 ? dragged : m_plan[size_t(column)].minimum;
}

void ColumnHeader::showFitting()
{
    const int columns = qMin(count(), int(m_plan.size()));
    std::vector<bool> shown(size_t(columns), true);
    int needed = 0;
    int drops = 0;
    for (int column = 0; column < columns; ++column) {
        const size_t at = size_t(column);
        shown[at] = m_wishes[at] == Wish::Auto ? !m_plan[at].hidden : m_wishes[at] == Wish::Shown;
        needed += shown[at] ? plannedWidth(column) : 0;
        drops = qMax(drops, m_plan[at].drop);
    }
    for (int drop = 1; drop <= drops; ++drop) {
        for (int column = 0; column < columns && needed > viewport()->width(); ++column) {
            const size_t at = size_t(column);
            if (!shown[at] || m_wishes[at] != Wish::Auto || m_plan[at].drop != drop)
                continue;
            shown[at] = false;
            needed -= plannedWidth(column);
        }
    }
    m_laying = true;
    for (int column = 0; column < columns; ++column) {
        if (isSectionHidden(column) == shown[size_t(column)])
            setSectionHidden(column, !shown[size_t(column)]);
    }
    m_laying = false;
}

void ColumnHeader::layOut()
{
    showFitting();
    const int columns = qMin(count(), int(m_plan.size()));
    int taken = 0;
    int weights = 0;
    for (int column = 0; column < columns; ++column) {
        if (isSectionHidden(column))
            continue;
        taken += plannedWidth(column);
        if (m_dragged[size_t(column)] == 0)
            weights += m_plan[size_t(column)].weight;
    }
    int left = qMax(0, viewport()->width() - taken);
    m_laying = true;
    for (int column = 0; column < columns; ++column) {
        if (isSectionHidden(column))
            continue;
        int width = plannedWidth(column);
        const int weight = m_dragged[size_t(column)] == 0 ? m_plan[size_t(column)].weight : 0;
        if (weight > 0) {
            const int share = left * weight / weights; // what rounding leaves goes to the last
            width += share;
            left -= share;
            weights -= weight;
        }
        resizeSection(column, width);
    }
    m_laying = false;
}

void ColumnHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    layOut();
}

void ColumnHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_withShift = event->modifiers().testFlag(Qt::ShiftModifier);
    QHeaderView::mouseReleaseEvent(event);
    m_withShift = false;
    layOut();
}

void ColumnHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int shown = count() - hiddenSectionCount();
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        QAction *action = menu->addAction(
                model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        action->setEnabled(isSectionHidden(column) || shown > 1);
        connect(action, &QAction::toggled, this, [this, column](bool show) {
            m_wishes[size_t(column)] = show ? Wish::Shown : Wish::Hidden;
            layOut();
            emit columnsChanged();
        });
    }
    menu->addSeparator();
    if (m_offersDialog)
        connect(menu->addAction(tr("Columns…")), &QAction::triggered, this,
                &ColumnHeader::columnsRequested);
    connect(menu->addAction(tr("Standard columns")), &QAction::triggered, this,
            &ColumnHeader::resetColumns);
    menu->popup(event->globalPos());
}

void ColumnHeader::resetColumns()
{
    setChoices({});
    m_laying = true;
    for (int column = 0; column < count(); ++column)
        moveSection(visualIndex(column), column);
    m_laying = false;
    layOut();
    emit columnsChanged();
}

} // namespace views
