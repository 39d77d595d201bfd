// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/desktop.h"
#include "tests/bench/watchedapplication.h"
#include "views/desktop/desktopurlopener.h"
#include "views/mainwindow.h"

#include <QTableView>

/// The whole program with its window on a store in a folder, and the times from what a person
/// does to the painted answer. GUI thread.
class ShownDesktop final
{
public:
    /// The store's file in a folder.
    static QString storeFile(const QString &folder);

    ShownDesktop(WatchedApplication &application, const QString &folder);
    /// Stops receiver and writer first.
    ~ShownDesktop();

    /// Opens the store, shows the window and waits until all events are loaded; false: they did
    /// not come.
    bool load();
    /// Waits until the writer has loaded what it needs, too.
    bool waitForWriter();
    /// Monotonic nanoseconds at which the first rows had been painted and the last were loaded.
    qint64 firstPainted() const { return m_first; }
    qint64 allLoaded() const { return m_all; }

    app::Desktop &desktop() { return m_desktop; }
    template<typename T> T *find(const char *name)
    {
        return m_desktop.window().findChild<T *>(QLatin1String(name));
    }
    QTableView &table() { return *m_table; }

    /// Milliseconds from the call of `act` until new rows had been painted with all counts;
    /// negative: they did not come.
    double untilPainted(const std::function<void()> &act);
    /// Runs the event loop until `done`; false after a minute.
    bool waitUntil(const std::function<bool()> &done);

private:
    WatchedApplication &m_application;
    views::DesktopUrlOpener m_opener;
    app::Desktop m_desktop;
    QTableView *m_table;
    qint64 m_first = 0;
    qint64 m_all = 0;
    bool m_writerLoaded = false;
};
