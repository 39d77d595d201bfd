// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/entrypane.h"

#include "models/items/timelinemodel.h"
#include "views/detail/factgrid.h"
#include "views/detail/textblock.h"
#include "views/widgets/flowlayout.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/timelinedelegate.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace views {

namespace {
constexpr int grid = 8;
} // namespace

EntryPane::EntryPane(const Parts &parts, QWidget *parent)
    : QWidget(parent), m_pages(new QStackedWidget(this)), m_title(new TextBlock(this)),
      m_subtitle(new TextBlock(this)), m_notes(new TextBlock(this)), m_facts(new FactGrid(this))
{
    setObjectName(parts.name);
    QLabel *empty = plainLabel(parts.nothing, m_pages);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);
    auto *content = new QWidget(m_pages);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(parts));
    column->addWidget(makeBody(parts), 3);
    if (parts.history)
        column->addWidget(makeHistory(parts), 4);
    m_pages->addWidget(empty);
    m_pages->addWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
}

QWidget *EntryPane::makeHead(const Parts &parts)
{
    const auto named = [&parts](QWidget *widget, const char *part, const QString &accessible) {
        widget->setObjectName(QString(parts.name + QLatin1String(part)));
        widget->setAccessibleName(accessible);
    };
    named(m_title, ".title", tr("Name"));
    m_title->setMaximumLines(2);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    named(m_subtitle, ".subtitle", tr("Kind"));
    m_subtitle->setMaximumLines(1);
    auto *head = new QWidget(this);
    auto *buttons = new QWidget(head);
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(grid);
    for (QAction *action : parts.actions) {
        auto *button = new QPushButton(action->text(), buttons);
        button->setObjectName(QString(parts.name + u'.' + action->objectName().section(u'.', -1)));
        button->setAccessibleName(action->text());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        flow->addWidget(button);
    }
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(2 * grid, 2 * grid, 2 * grid, grid);
    rows->setSpacing(grid);
    rows->addWidget(m_title);
    rows->addWidget(m_subtitle);
    rows->addWidget(buttons);
    return head;
}

QWidget *EntryPane::makeBody(const Parts &parts)
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Details"));
    scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget(scroll);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    rows->setSpacing(grid);
    m_notes->setObjectName(QString(parts.name + QLatin1String(".notes")));
    m_notes->setAccessibleName(tr("Worth a look"));
    rows->addWidget(m_notes);
    m_facts->setObjectName(QString(parts.name + QLatin1String(".facts")));
    rows->addWidget(m_facts);
    rows->addStretch();
    content->setAutoFillBackground(false);
    scroll->setWidget(content);
    return scroll;
}

QWidget *EntryPane::makeHistory(const Parts &parts)
{
    auto *history = new QWidget(this);
    auto *column = new QVBoxLayout(history);
    column->setContentsMargins(0, grid, 0, 0);
    column->setSpacing(grid / 2);
    QLabel *heading = plainLabel(tr("History"), history);
    QFont semibold = heading->font();
    semibold.setWeight(QFont::DemiBold);
    heading->setFont(semibold);
    heading->setContentsMargins(2 * grid, 0, 2 * grid, 0);
    auto *list = new QListView(history);
    list->setObjectName(QString(parts.name + QLatin1String(".history")));
    list->setAccessibleName(tr("History"));
    heading->setBuddy(list);
    list->setFrameShape(QFrame::NoFrame);
    list->viewport()->setAutoFillBackground(false);
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setItemDelegate(new TimelineDelegate(list));
    list->setModel(parts.history);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const qint64 event = index.data(models::TimelineModel::EventRole).toLongLong())
            emit eventRequested(event);
    });
    column->addWidget(heading);
    column->addWidget(list, 1);
    return history;
}

QSize EntryPane::sizeHint() const
{
    return { 48 * fontMetrics().averageCharWidth(), 40 * fontMetrics().height() };
}

void EntryPane::showEntry(const ShownEntry &entry)
{
    m_title->setText(entry.title);
    m_subtitle->setText(entry.subtitle);
    m_subtitle->setVisible(!entry.subtitle.isEmpty());
    m_notes->setText(entry.notes.join(u'\n'));
    m_notes->setVisible(!entry.notes.isEmpty());
    m_facts->show(entry.facts);
    m_pages->setCurrentIndex(1);
}

void EntryPane::clear()
{
    m_pages->setCurrentIndex(0);
}

} // namespace views
