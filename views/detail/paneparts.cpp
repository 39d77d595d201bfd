// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/paneparts.h"

#include "views/keys/keynotes.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/timelinedelegate.h"

#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>

namespace views {

namespace {

struct PaneParts
{
    Q_DECLARE_TR_FUNCTIONS(PaneParts)
};

} // namespace

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    QLabel *heading = plainLabel(text, parent);
    QFont semibold = heading->font();
    semibold.setWeight(QFont::DemiBold);
    heading->setFont(semibold);
    return heading;
}

QPushButton *buttonFor(QAction *action, const QString &pane, QWidget *parent)
{
    QString text = action->text();
    text.remove(u'…');
    auto *button = new QPushButton(text, parent);
    button->setObjectName(pane % u'.' % action->objectName().section(u'.', -1));
    button->setAccessibleName(text);
    button->setToolTip(action->toolTip());
    if (action->menu())
        button->setMenu(action->menu());
    else
        QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button,
                     [action, button] { button->setEnabled(action->isEnabled()); });
    return button;
}

QScrollArea *makeDetailScroll(QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(PaneParts::tr("Details"));
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

void setUpTimeline(QListView &list, QAbstractItemModel &model)
{
    list.setFrameShape(QFrame::NoFrame);
    list.viewport()->setAutoFillBackground(false);
    list.setUniformItemSizes(true);
    list.setMouseTracking(true);
    list.setItemDelegate(new TimelineDelegate(&list));
    list.setModel(&model);
    noteKeys(list, KeyGroup::Timeline,
             { { { Qt::Key_Return }, PaneParts::tr("Show the event of the line") } });
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace views
