// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <QWidget>

/// Gives a window the keyboard and waits until it has it, with or without a window manager.
inline bool activated(QWidget *window)
{
    if (!window || !QTest::qWaitForWindowExposed(window))
        return false;
    window->activateWindow();
    return QTest::qWaitForWindowActive(window);
}
