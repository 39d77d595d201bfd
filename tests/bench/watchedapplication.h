// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QPointer>

#include <functional>
#include <vector>

/// An application that knows when it is busy and what it has painted: the time of a turn of the
/// event loop runs from its first event to the moment the loop waits again, so several events in
/// a row count as one turn, as they do for whoever waits for an answer. GUI thread.
class WatchedApplication final : public QApplication
{
    Q_OBJECT
public:
    WatchedApplication(int &argc, char **argv);
    ~WatchedApplication() override;

    bool notify(QObject *receiver, QEvent *event) override;

    /// Begins anew to look for the longest turn, with the rest of the one under way.
    void forgetTurns();
    /// The longest turn since, in nanoseconds; the one under way counts.
    qint64 longestTurn() const;
    /// What took most of the longest turn, as lines of a comment.
    QByteArray longestTurnWords() const;

    /// Calls `painted` after each event in which `widget` was painted: by then the window's
    /// content has gone to the display. One widget at a time.
    void watchPainting(QWidget *widget, std::function<void()> painted);

private:
    struct Event
    {
        QByteArray receiver; ///< its class
        int type = 0; ///< of QEvent
        qint64 time = 0; ///< nanoseconds
    };
    void endTurn();

    int m_depth = 0;
    qint64 m_turnBegin = 0; ///< 0: the loop waits
    qint64 m_longest = 0;
    std::vector<Event> m_events; ///< of the turn under way, but for the short ones
    std::vector<Event> m_longestEvents;
    QPointer<QWidget> m_watched;
    std::function<void()> m_painted;
    bool m_wasPainted = false;
};
