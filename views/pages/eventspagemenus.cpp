// SPDX-License-Identifier: GPL-3.0-or-later
// What an EventsPage offers for values and rows: menus, keys, and comparing.
#include "views/pages/eventspage.h"

#include "models/index/eventquery.h"
#include "views/keys/keynotes.h"
#include "views/pages/tablemenu.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/icon.h"
#include "views/widgets/valuemenu.h"

#include <QMenu>
#include <QShortcut>

namespace views {

void EventsPage::showValueMenu(const models::ValueRef &value, const QPoint &globalPosition)
{
    auto *menu = new ValueMenu(value, m_query, this);
    if (value.field.field == models::Field::Path) {
        QAction *column = menu->addAction(tr("Show as column"));
        column->setObjectName(QStringLiteral("eventsPage.showAsColumn"));
        connect(column, &QAction::triggered, this,
                [this, path = value.field.path] { showAsColumn(path); });
    }
    emit valueMenuMade(menu, value);
    menu->popup(globalPosition);
}

void EventsPage::addKeys()
{
    auto *compare = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_D), this);
    noteKey(*compare, KeyGroup::EventsPage,
            tr("Compare two selected events, or one with the one before it"));
    connect(compare, &QShortcut::activated, this, &EventsPage::compareSelected);
    auto *open = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    noteKey(*open, KeyGroup::EventsPage, tr("Open the selected event in the portal"));
    auto *openHere = new QShortcut(QKeySequence(Qt::Key_O), m_table);
    openHere->setContext(Qt::WidgetWithChildrenShortcut);
    noteKey(*openHere, KeyGroup::TriageTables, tr("Open in portal"));
    for (QShortcut *key : { open, openHere }) {
        connect(key, &QShortcut::activated, this, [this] {
            if (const qint64 id = m_table->selectedId())
                emit openRequested(id);
        });
    }
}

void EventsPage::compareSelected()
{
    const QList<qint64> ids = m_table->selectedIds(3);
    if (ids.size() == 1 || ids.size() == 2)
        emit compareRequested(ids.first(), ids.value(1));
    else
        emit hinted(tr("Select two events to compare them, or one to compare it with the one "
                       "before it about the same subject."));
}

void EventsPage::showTableMenu(const QPoint &position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    QMenu *menu = makeTableMenu(*m_table, index, m_query);
    menu->addSeparator();
    connect(menu->addAction(icon(QLatin1String("external")), tr("Open in portal")),
            &QAction::triggered, this,
            [this, id = m_table->idAt(index.row())] { emit openRequested(id); });
    const qsizetype selected = m_table->selectedIds(3).size();
    QAction *compare = menu->addAction(selected == 2 ? tr("Compare both events\tCtrl+D")
                                                     : tr("Compare with the one before\tCtrl+D"));
    compare->setObjectName(QStringLiteral("eventsPage.compare"));
    compare->setEnabled(selected == 1 || selected == 2);
    connect(compare, &QAction::triggered, this, &EventsPage::compareSelected);
    emit tableMenuMade(menu);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace views
