// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSettings;
class QString;

namespace app {

class EventsWindow;
class Windows;

/// Remembers the windows from one start to the next, in the order in which they were opened: how
/// the person arranged each, its filter, and the columns and the order of its table. GUI thread.
class WindowMemory final
{
public:
    /// `settings` must outlive this.
    explicit WindowMemory(QSettings &settings) : m_settings(settings) { }

    /// Opens as many windows as there were and arranges them; before they are shown.
    void restore(Windows &windows) const;
    /// When the program ends.
    void save(const Windows &windows);

private:
    QSettings &m_settings;
};

} // namespace app
