// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;
class QAction;
class QLabel;
class QListView;
class QPushButton;
class QScrollArea;
class QWidget;

namespace views {

/// A semibold line above a part of a pane. GUI thread.
QLabel *makeHeading(const QString &text, QWidget *parent);

/// A push button that does what an action does, and is enabled with it; named by the pane and the
/// action. GUI thread.
QPushButton *buttonFor(QAction *action, const QString &pane, QWidget *parent);

/// The part of a pane that scrolls up and down; its content is still to be set. GUI thread.
QScrollArea *makeDetailScroll(QWidget *parent);

/// Makes a list show a timeline: two lines an entry beside a rail of dots. GUI thread.
void setUpTimeline(QListView &list, QAbstractItemModel &model);

} // namespace views
