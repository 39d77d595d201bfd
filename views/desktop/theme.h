// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QPalette;

namespace views {

/// Gives the application its style and its palette, light or dark as the system wishes. Make it
/// right after QApplication and before the first widget. GUI thread.
class Theme final : public QObject
{
    Q_OBJECT
public:
    enum class Look { Light, Dark };

    /// Sets the style, applies the look the system asks for and follows its changes.
    explicit Theme(QObject *parent = nullptr);

    /// Applies one look and stops following the system.
    void applyTheme(Look look);
    Look look() const { return m_look; }

    /// The palette of a look; a pure function of colorsOf() and friends.
    static QPalette palette(Look look);

private:
    void follow();
    void apply(Look look);

    Look m_look = Look::Light;
    bool m_following = true;
};

} // namespace views
