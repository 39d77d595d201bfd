// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/actions.h"

#include "views/keys/keynotes.h"
#include "views/widgets/icon.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

namespace views {

Actions::Actions(QWidget &window)
    : QObject(&window), m_newWindow(new QAction(tr("New window"), &window)),
      m_settings(new QAction(icon(QLatin1String("settings")), tr("Settings…"), &window)),
      m_keys(new QAction(tr("Keyboard shortcuts"), &window)),
      m_about(new QAction(icon(QLatin1String("info")), tr("About Watchfloor"), &window)),
      m_quit(new QAction(tr("Quit"), &window)),
      m_menu(new QAction(icon(QLatin1String("menu")), tr("Menu"), &window))
{
    m_newWindow->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    m_newWindow->setToolTip(tr("Another window on the same events, with its own filter (Ctrl+N)"));
    // Not the standard key alone: it is empty on many platforms.
    m_settings->setShortcuts({ QKeySequence(Qt::CTRL | Qt::Key_Comma) });
    m_keys->setShortcut(QKeySequence(Qt::Key_Question));
    m_settings->setMenuRole(QAction::PreferencesRole);
    m_about->setMenuRole(QAction::AboutRole);
    m_quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    m_quit->setMenuRole(QAction::QuitRole);
    m_newWindow->setObjectName(QStringLiteral("actions.newWindow"));
    m_settings->setObjectName(QStringLiteral("actions.settings"));
    m_keys->setObjectName(QStringLiteral("actions.keys"));
    m_about->setObjectName(QStringLiteral("actions.about"));
    m_quit->setObjectName(QStringLiteral("actions.quit"));
    window.addActions({ m_newWindow, m_settings, m_keys, m_about, m_quit });
    for (QAction *action : { m_newWindow, m_settings, m_keys, m_quit })
        noteKey(*action, KeyGroup::Window);

    auto *menu = new QMenu(&window);
    menu->addAction(m_newWindow);
    menu->addSeparator();
    menu->addAction(m_settings);
    menu->addSeparator();
    menu->addAction(m_keys);
    menu->addAction(m_about);
    menu->addAction(m_quit);
    m_menu->setMenu(menu);
}

} // namespace views
