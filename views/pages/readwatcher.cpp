// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/readwatcher.h"

#include <QEvent>
#include <QWidget>

namespace views {

ReadWatcher::ReadWatcher(QWidget &page, std::chrono::milliseconds rest)
    : QObject(&page), m_page(page)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(rest);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isLookedAt())
            emit eventRead(m_event);
    });
    page.installEventFilter(this);
    followWindow();
}

void ReadWatcher::select(qint64 event)
{
    m_timer.stop();
    m_event = event;
    judge();
}

bool ReadWatcher::isLookedAt() const
{
    const QWidget *const window = m_page.window();
    return m_event != 0 && m_page.isVisible() && window->isActiveWindow() && !window->isMinimized();
}

void ReadWatcher::judge()
{
    if (!isLookedAt())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

// The page is made before it is put into its window.
void ReadWatcher::followWindow()
{
    QWidget *const window = m_page.window();
    if (window == m_window)
        return;
    if (m_window && m_window != &m_page)
        m_window->removeEventFilter(this);
    m_window = window;
    if (window != &m_page)
        window->installEventFilter(this);
}

bool ReadWatcher::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ParentChange:
        followWindow();
        break;
    case QEvent::Show:
        followWindow();
        judge();
        break;
    case QEvent::Hide:
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate:
    case QEvent::WindowStateChange:
        judge();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace views
