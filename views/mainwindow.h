// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/receiverstate.h"

#include <QMainWindow>
#include <QTimer>

class QLabel;

namespace views {

class Actions;
class MessageBar;
class StatusDot;

/// The program's window: a page, a bar for problems above it, and the status bar that says in
/// true words what the receiver does. Settings and the menu are offered to the page as actions.
/// GUI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// Takes `page` as its child.
    explicit MainWindow(QWidget *page, QWidget *parent = nullptr);

public slots:
    void showState(const models::ReceiverState &state);
    void showCounters(const models::ReceiverCounters &counters);
    /// The store is being read; `done` events so far.
    void showLoading(qsizetype done);
    /// The store has been read.
    void finishLoading();
    /// Shows a problem above the page until clearProblem().
    void showProblem(const QString &text);
    void clearProblem();

signals:
    void settingsRequested();
    void quitRequested();
    /// The person asked what program this is; the window has shown it.
    void aboutRequested();

private:
    void makeStatusBar();
    void refresh();
    void showAbout();

    Actions *m_actions;
    MessageBar *m_problem;
    StatusDot *m_dot;
    QLabel *m_receiver;
    QLabel *m_loading;
    QTimer m_clock; ///< lets "12 s ago" grow
    models::ReceiverState m_state;
    models::ReceiverCounters m_counters;
};

} // namespace views
