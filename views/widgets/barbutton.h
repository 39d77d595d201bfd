// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLatin1String>
#include <QString>

class QAction;
class QToolButton;
class QWidget;

namespace views {

/// A square button for an action in the row at the top of a page; an action with a menu pops it
/// up below. GUI thread.
QToolButton *barButton(QAction *action, QWidget *parent);

/// A checkable action that shows or folds a part of `owner`; checked at first. `name` is its
/// object name, under which ViewState remembers it. GUI thread.
QAction *foldAction(QWidget *owner, QLatin1String name, const QString &text, QLatin1String iconName,
                    const QKeySequence &shortcut);

} // namespace views
