// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/desktop/colorscheme.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

namespace views {

namespace {

bool environmentPrefersDark()
{
    const QString theme = qEnvironmentVariable("GTK_THEME");
    return theme.endsWith(u"dark", Qt::CaseInsensitive);
}

} // namespace

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)

bool systemPrefersDark()
{
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme == Qt::ColorScheme::Unknown)
        return environmentPrefersDark();
    return scheme == Qt::ColorScheme::Dark;
}

void watchSystemScheme(QObject *context, std::function<void()> changed)
{
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, context,
                     [changed = std::move(changed)] { changed(); });
}

#else

bool systemPrefersDark()
{
    const QPalette palette = QGuiApplication::palette();
    const bool darkPalette = palette.color(QPalette::Window).lightness()
            < palette.color(QPalette::WindowText).lightness();
    return darkPalette || environmentPrefersDark();
}

void watchSystemScheme(QObject *, std::function<void()>) { }

#endif

} // namespace views
