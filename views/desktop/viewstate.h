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
    /// `settings` must outlive this; keys go under `group`, one a window.
    explicit ViewState(QSettings &settings, QString group = QStringLiteral("view"));

    /// Before the window is shown.
    void restore(QWidget &window) const;
    /// When the window closes.
    void save(const QWidget &window);

private:
    QString key(const QString &name) const;

    QSettings &m_settings;
    const QString m_group;
};

} // namespace views
