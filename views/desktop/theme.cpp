// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/desktop/theme.h"

#include "views/desktop/calmstyle.h"
#include "views/desktop/colorscheme.h"
#include "views/widgets/colors.h"

#include <QApplication>
#include <QPalette>
#include <QToolTip>

namespace views {

Theme::Theme(QObject *parent) : QObject(parent)
{
    const bool dark = systemPrefersDark();
    QApplication::setStyle(new CalmStyle);
    apply(dark ? Look::Dark : Look::Light);
    watchSystemScheme(this, [this] { follow(); });
}

void Theme::applyTheme(Look look)
{
    m_following = false;
    apply(look);
}

void Theme::follow()
{
    if (m_following)
        apply(systemPrefersDark() ? Look::Dark : Look::Light);
}

void Theme::apply(Look look)
{
    m_look = look;
    const QPalette ours = palette(look);
    QApplication::setPalette(ours);
    QToolTip::setPalette(ours);
}

QPalette Theme::palette(Look look)
{
    const Colors &colors = look == Look::Dark ? darkColors() : lightColors();
    QPalette palette;
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::AlternateBase, colors.raised);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.quiet);
    palette.setColor(QPalette::Button, colors.raised);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.urgent);
    palette.setColor(QPalette::Light, colors.base);
    palette.setColor(QPalette::Midlight, colors.raised);
    palette.setColor(QPalette::Mid, colors.line);
    palette.setColor(QPalette::Dark, colors.line);
    palette.setColor(QPalette::Shadow, look == Look::Dark ? QColor(Qt::black) : colors.quiet);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.onAccent);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::ToolTipBase, colors.raised);
    palette.setColor(QPalette::ToolTipText, colors.text);
    QColor faded = colors.quiet;
    faded.setAlphaF(0.6F);
    for (const auto role :
         { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText })
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colors.quiet);
    return palette;
}

} // namespace views
