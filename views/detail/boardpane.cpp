// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/boardpane.h"

#include "models/items/eventtext.h"
#include "models/items/timelinemodel.h"
#include "views/detail/badge.h"
#include "views/detail/factgrid.h"
#include "views/detail/paneparts.h"
#include "views/detail/textblock.h"
#include "views/widgets/flowlayout.h"
#include "views/widgets/plaintext.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace views {

namespace {
constexpr int grid = 8;
constexpr int titleLines = 2;
} // namespace

BoardPane::BoardPane(const QString &name, const QString &hint, QWidget *parent)
    : QWidget(parent), m_pages(new QStackedWidget(this)), m_title(new TextBlock(this)),
      m_state(new Badge(this)), m_badges(new QWidget(this)), m_buttons(new QWidget(this)),
      m_flow(new FlowLayout(m_buttons)), m_marks(new TextBlock(this)), m_facts(new FactGrid(this)),
      m_heading(makeHeading({}, this)), m_list(new QListView(this))
{
    setObjectName(name);
    setAccessibleName(tr("Details"));
    QLabel *empty = plainLabel(hint, m_pages);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);
    auto *content = new QWidget(m_pages);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeBody(), 1);
    m_pages->addWidget(empty);
    m_pages->addWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
}

QWidget *BoardPane::makeHead()
{
    m_title->setObjectName(objectName() % u".title");
    m_title->setAccessibleName(tr("Name"));
    m_title->setMaximumLines(titleLines);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    // Room for the longest name, so that the buttons never move.
    m_title->setFixedHeight(titleLines * m_title->fontMetrics().lineSpacing() + 2);
    auto *head = new QWidget(this);
    auto *badges = new QHBoxLayout(m_badges);
    badges->setContentsMargins(0, 0, 0, 0);
    badges->setSpacing(grid);
    badges->addWidget(m_state);
    for (Badge *&count : m_counts) {
        count = new Badge(m_badges);
        badges->addWidget(count);
    }
    badges->addStretch();
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->setSpacing(grid);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(2 * grid, 2 * grid, 2 * grid, grid);
    rows->setSpacing(grid);
    rows->addWidget(m_badges);
    rows->addWidget(m_title);
    rows->addWidget(m_buttons);
    return head;
}

QWidget *BoardPane::makeBody()
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(objectName() % u".splitter");
    splitter->setChildrenCollapsible(false);
    QScrollArea *scroll = makeDetailScroll(splitter);
    auto *content = new QWidget(scroll);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    rows->setSpacing(grid);
    m_marks->setObjectName(objectName() % u".marks");
    m_marks->setAccessibleName(tr("Worth a look"));
    rows->addWidget(m_marks);
    m_facts->setObjectName(objectName() % u".facts");
    rows->addWidget(m_facts);
    rows->addStretch();
    content->setAutoFillBackground(false);
    scroll->setWidget(content);

    auto *life = new QWidget(splitter);
    auto *column = new QVBoxLayout(life);
    column->setContentsMargins(0, grid, 0, 0);
    column->setSpacing(grid / 2);
    m_heading->setContentsMargins(2 * grid, 0, 2 * grid, 0);
    m_heading->setObjectName(objectName() % u".heading");
    column->addWidget(m_heading);
    m_list->setObjectName(objectName() % u".lines");
    m_heading->setBuddy(m_list);
    setUpTimeline(*m_list, m_lines);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const qint64 event = index.data(models::TimelineModel::EventRole).toLongLong())
            emit eventRequested(event);
    });
    column->addWidget(m_list, 1);
    splitter->addWidget(scroll);
    splitter->addWidget(life);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    return splitter;
}

void BoardPane::addButton(QAction *action)
{
    QPushButton *button = buttonFor(action, objectName(), m_buttons);
    button->setDefault(m_flow->count() == 0);
    m_flow->addWidget(button);
}

QSize BoardPane::sizeHint() const
{
    return { 48 * fontMetrics().averageCharWidth(), 40 * fontMetrics().height() };
}

void BoardPane::showEntry(const ShownEntry &entry, bool same)
{
    m_title->setText(entry.title);
    m_state->setPlain(entry.state);
    m_state->setVisible(!entry.state.isEmpty());
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const bool there = i < entry.counts.size();
        if (there) {
            const auto &[severity, open] = entry.counts[i];
            m_counts[i]->setSeverity(severity, QLocale().toString(open));
            m_counts[i]->setToolTip(
                    tr("%1: %2").arg(models::severityText(severity), QLocale().toString(open)));
        }
        m_counts[i]->setVisible(there);
    }
    m_badges->setVisible(!entry.state.isEmpty() || !entry.counts.empty());
    m_marks->setText(entry.marks.join(QStringLiteral("\n\n")));
    m_marks->setVisible(!entry.marks.isEmpty());
    m_facts->show(entry.facts);
    m_heading->setText(entry.heading);
    m_list->setAccessibleName(entry.heading);
    const int scrolled = m_list->verticalScrollBar()->value();
    m_lines.show(entry.lines, entry.lineOf);
    if (same) {
        m_list->doItemsLayout(); // a reset puts it off, and the place needs it
        m_list->verticalScrollBar()->setValue(scrolled);
    } else {
        m_list->scrollToTop();
    }
    m_pages->setCurrentIndex(1);
}

void BoardPane::clear()
{
    m_pages->setCurrentIndex(0);
}

} // namespace views
