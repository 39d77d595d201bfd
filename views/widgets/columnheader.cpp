// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/columnheader.h"

#include <QContextMenuEvent>
#include <QDataStream>
#include <QIODevice>
#include <QMenu>

namespace views {

namespace {
constexpr quint32 stateMark = 0x57464301; // "WFC", version 1
constexpr int widest = 4000;
} // namespace

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
        if (!m_laying && width > 0 && size_t(column) < m_dragged.size())
            m_dragged[size_t(column)] = width;
    });
}

void ColumnHeader::setPlan(std::vector<ColumnPlan> plan, const QList<int> &descendingFirst)
{
    m_plan = std::move(plan);
    m_dragged.assign(m_plan.size(), 0);
    m_descendingFirst = descendingFirst;
    m_wishes.assign(m_plan.size(), Wish::Auto);
    layOut();
}

void ColumnHeader::showOrder(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    setSortIndicator(column, order);
}

void ColumnHeader::cycleOrder(int column)
{
    // The base class has moved the indicator by its own rule already; ours decides.
    const Qt::SortOrder first =
            m_descendingFirst.contains(column) ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (column != m_column)
        showOrder(column, first);
    else if (m_order == first)
        showOrder(column, first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    else
        showOrder(-1, Qt::DescendingOrder);
    emit sortRequested(m_column, m_order);
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
    QHeaderView::mouseReleaseEvent(event);
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
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Standard columns")), &QAction::triggered, this,
            &ColumnHeader::resetColumns);
    menu->popup(event->globalPos());
}

void ColumnHeader::resetColumns()
{
    for (int column = 0; column < count(); ++column)
        moveSection(visualIndex(column), column);
    setPlan(std::move(m_plan), m_descendingFirst);
}

QByteArray ColumnHeader::saveColumns() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << stateMark << qint32(m_plan.size());
    for (int visual = 0; visual < int(m_plan.size()); ++visual) {
        const int column = logicalIndex(visual);
        stream << qint32(column) << quint8(m_wishes[size_t(column)])
               << qint32(m_dragged[size_t(column)]);
    }
    return state;
}

bool ColumnHeader::restoreColumns(const QByteArray &state)
{
    struct Place
    {
        qint32 column = -1;
        quint8 wish = 0;
        qint32 dragged = 0;
    };
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    qint32 columns = 0;
    stream >> mark >> columns;
    if (mark != stateMark || columns != int(m_plan.size()) || columns != count())
        return false;
    std::vector<Place> places(size_t(columns), Place {});
    std::vector<bool> seen(size_t(columns), false);
    int hidden = 0;
    for (Place &place : places) {
        stream >> place.column >> place.wish >> place.dragged;
        if (stream.status() != QDataStream::Ok || place.column < 0 || place.column >= columns
            || seen[size_t(place.column)] || place.dragged < 0 || place.dragged > widest
            || place.wish > quint8(Wish::Hidden))
            return false;
        seen[size_t(place.column)] = true;
        hidden += place.wish == quint8(Wish::Hidden) ? 1 : 0;
    }
    if (hidden == columns)
        return false;
    m_laying = true;
    for (int visual = 0; visual < columns; ++visual) {
        const Place &place = places[size_t(visual)];
        moveSection(visualIndex(place.column), visual);
        m_wishes[size_t(place.column)] = Wish(place.wish);
        m_dragged[size_t(place.column)] = place.dragged;
    }
    m_laying = false;
    layOut();
    return true;
}

} // namespace views
