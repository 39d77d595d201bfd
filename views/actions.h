// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QAction;
class QMenu;
class QWidget;

namespace views {

/// What one can do anywhere in the window: new window, settings, keys, about, quit, with
/// names, shortcuts and icons, and the menu that offers them. Wire their triggered() signals. GUI
/// thread.
class Actions final : public QObject
{
    Q_OBJECT
public:
    /// The actions and the menu belong to `window`, in which the shortcuts work.
    explicit Actions(QWidget &window);

    /// Another window on the same data.
    QAction *newWindow() const { return m_newWindow; }
    QAction *settings() const { return m_settings; }
    /// Shows all keys.
    QAction *keys() const { return m_keys; }
    QAction *about() const { return m_about; }
    QAction *quit() const { return m_quit; }
    /// Opens the menu; carries it as its menu().
    QAction *menu() const { return m_menu; }

private:
    QAction *m_newWindow;
    QAction *m_settings;
    QAction *m_keys;
    QAction *m_about;
    QAction *m_quit;
    QAction *m_menu;
};

} // namespace views
