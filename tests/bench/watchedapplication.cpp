// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/watchedapplication.h"

#include "tests/bench/benchline.h"

#include <QAbstractEventDispatcher>
#include <QThread>
#include <QWidget>

#include <algorithm>

WatchedApplication::WatchedApplication(int &argc, char **argv) : QApplication(argc, argv)
{
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            &WatchedApplication::endTurn);
}

WatchedApplication::~WatchedApplication() = default;

void WatchedApplication::endTurn()
{
    if (m_turnBegin != 0 && monotonicNow() - m_turnBegin > m_longest) {
        m_longest = monotonicNow() - m_turnBegin;
        m_longestEvents.swap(m_events);
    }
    m_events.clear();
    m_turnBegin = 0;
}

void WatchedApplication::forgetTurns()
{
    m_longest = 0;
    m_events.clear();
    m_longestEvents.clear();
    if (m_turnBegin != 0)
        m_turnBegin = monotonicNow();
}

qint64 WatchedApplication::longestTurn() const
{
    return m_turnBegin == 0 ? m_longest : std::max(m_longest, monotonicNow() - m_turnBegin);
}

QByteArray WatchedApplication::longestTurnWords() const
{
    QByteArray words;
    for (const Event &event : m_longestEvents) {
        words += "# longest turn: " + event.receiver + ", event " + QByteArray::number(event.type)
                + ", " + QByteArray::number(double(event.time) / 1e6, 'f', 1) + " ms\n";
    }
    return words;
}

void WatchedApplication::watchPainting(QWidget *widget, std::function<void()> painted)
{
    m_watched = widget;
    m_painted = std::move(painted);
    m_wasPainted = false;
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    // Events of other threads' objects come here too, on their own threads.
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    if (m_depth == 0 && m_turnBegin == 0)
        m_turnBegin = monotonicNow();
    const bool painting = event->type() == QEvent::Paint && receiver == m_watched;
    constexpr qint64 worthTelling = 500'000;
    const qint64 begin = monotonicNow();
    Event told { m_depth == 0 ? QByteArray(receiver->metaObject()->className()) : QByteArray(),
                 int(event->type()) };
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    told.time = monotonicNow() - begin;
    if (m_depth == 0 && told.time > worthTelling)
        m_events.push_back(std::move(told));
    m_wasPainted = m_wasPainted || painting;
    if (m_depth == 0 && m_wasPainted) {
        m_wasPainted = false;
        if (m_painted)
            m_painted();
    }
    return handled;
}
