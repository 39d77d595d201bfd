// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSettings;
class QWidget;

namespace views {

/// Remembers how the person arranged a window: its place and size, every named splitter, every
/// named column header, every named action that folds something, and the last filters. Knows no
/// page; what has an object name is remembered under it. Unreadable or foreign values are ignored.
/// GUI thread.
class ViewState final
{
public:
    /// `settings` must outlive this; keys go under the group "view".
    explicit ViewState(QSettings &settings);

    /// Before the window is shown.
    void restore(QWidget &window) const;
    /// When the window closes.
    void save(const QWidget &window);

private:
    QSettings &m_settings;
};

} // namespace views
