// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/page.h"

#include "views/keys/keynotes.h"
#include "views/widgets/barbutton.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/eventtable.h"

#include <QAction>
#include <QActionEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

namespace views {

Page::Page(const QString &name, QWidget *parent)
    : QWidget(parent), m_foldLeft(foldAction(this, QLatin1String(), tr("Show facets"),
                                             QLatin1String("foldleft"), QKeySequence(Qt::Key_F7))),
      m_foldRight(foldAction(this, QLatin1String(), tr("Show details"), QLatin1String("foldright"),
                             QKeySequence(Qt::Key_F8))),
      m_place(new QStackedWidget(this))
{
    setObjectName(name);
    m_foldLeft->setObjectName(name % u".showFacets");
    m_foldRight->setObjectName(name % u".showDetails");
    // Until something is read its details would only take room from the columns.
    m_foldRight->setChecked(false);
    connect(m_foldRight, &QAction::triggered, this, [this] { m_offer = false; });
    for (QAction *fold : { m_foldLeft, m_foldRight }) {
        noteKey(*fold, KeyGroup::EveryPage);
        connect(fold, &QAction::toggled, this, &Page::foldChanged);
    }
    for (const QKeySequence &keys :
         { QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash) }) {
        auto *key = new QShortcut(keys, this);
        noteKey(*key, KeyGroup::EveryPage, tr("Go to the search box"));
        connect(key, &QShortcut::activated, this, &Page::focusSearch);
    }
}

void Page::nameTable(EventTable &table, const QString &title, QLabel &count)
{
    table.setObjectName(objectName() % u".table");
    table.setAccessibleName(title);
    table.columns().setObjectName(objectName() % u".columns");
    count.setObjectName(objectName() % u".count");
    count.setForegroundRole(QPalette::PlaceholderText);
    count.setMinimumHeight(fontMetrics().height() + 8);
}

void Page::arrange(const Parts &parts)
{
    m_searchBox = parts.search;
    m_left = parts.facets;
    m_right = parts.detail;
    QWidget *top = makeTopRow(parts);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(objectName() % u".splitter");
    splitter->addWidget(m_left);
    splitter->addWidget(makeMiddle(parts));
    splitter->addWidget(m_right);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes(parts.sizes);
    QWidget::setTabOrder(parts.search, m_left);
    QWidget::setTabOrder(m_left, parts.table);
    QWidget::setTabOrder(parts.table, m_right);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(top);
    for (QWidget *bar : parts.bars)
        column->addWidget(bar);
    column->addWidget(splitter, 1);
}

void Page::addBar(QWidget *bar)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, bar); // last stands what the page is about
}

QWidget *Page::makeTopRow(const Parts &parts)
{
    auto *top = new QWidget(this);
    m_topRow = new QHBoxLayout(top);
    m_topRow->setContentsMargins(8, 8, 8, 8);
    m_topRow->setSpacing(4);
    m_topRow->addWidget(barButton(m_foldLeft, top));
    m_topRow->addWidget(parts.search, 1);
    parts.search->setMinimumHeight(32);
    for (QAction *action : parts.actions)
        m_topRow->addWidget(barButton(action, top));
    m_topRow->addWidget(barButton(m_foldRight, top));
    return top;
}

QWidget *Page::makeMiddle(const Parts &parts)
{
    auto *middle = new QWidget(this);
    m_place->addWidget(parts.table);
    m_place->addWidget(parts.standIn);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (parts.strip)
        column->addWidget(parts.strip);
    column->addLayout(parts.line);
    column->addWidget(m_place, 1);
    middle->setMinimumWidth(240);
    return middle;
}

void Page::showTable(bool table)
{
    const bool focused = m_place->currentWidget()->hasFocus();
    m_place->setCurrentIndex(table ? 0 : 1);
    if (focused) // what goes hands its focus on
        focusPlace();
}

void Page::showSides(bool any)
{
    m_left->setVisible(any && m_foldLeft->isChecked());
    m_right->setVisible(any && m_foldRight->isChecked());
}

void Page::offerDetails()
{
    if (std::exchange(m_offer, false))
        unfoldDetails();
}

void Page::unfoldDetails()
{
    m_foldRight->setChecked(true);
}

void Page::focusSearch()
{
    m_searchBox->setFocus(Qt::ShortcutFocusReason);
    m_searchBox->selectAll();
}

void Page::focusPlace()
{
    m_place->currentWidget()->setFocus();
}

void Page::actionEvent(QActionEvent *event)
{
    QWidget::actionEvent(event);
    if (event->type() == QEvent::ActionAdded && m_topRow)
        m_topRow->addWidget(barButton(event->action(), m_topRow->parentWidget()));
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!focusWidget())
        focusPlace();
}

void Page::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    focusPlace();
}

} // namespace views
