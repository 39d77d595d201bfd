// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <utility>

class QAction;
class QPushButton;

namespace views {

/// Buttons that decide about something, one for each action, in as many lines as they need. Where
/// nothing can be decided they are off and say why. GUI thread.
class ActButtons final : public QWidget
{
    Q_OBJECT
public:
    /// `pane` is the first part of the buttons' names. `first` comes before them, and no obstacle
    /// concerns it; taken over.
    ActButtons(const QList<QAction *> &actions, const QString &pane, QWidget *parent,
               QPushButton *first = nullptr);

    /// Why nothing can be decided now, for the tool tips; empty: it can.
    void setObstacle(const QString &why);

private:
    void show(QAction *action, QPushButton *button) const;

    QList<std::pair<QAction *, QPushButton *>> m_buttons;
    QString m_obstacle;
};

} // namespace views
