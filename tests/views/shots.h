// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/desktop/theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>

#include <cstdio>
#include <functional>

/// One picture that is wanted.
struct Shot
{
    QString folder;
    QString state;
    QSize size; ///< of the window
    QString look; ///< "light" or "dark"

    /// Where a picture of that name goes, told apart by size and look.
    QString file(const QString &name) const
    {
        return QDir(folder).filePath(
                QStringLiteral("%1-%2-%3.png").arg(name).arg(size.width()).arg(look));
    }
    QString file() const { return file(state); }
};

/// The frame of the programs that make pictures for looking at, NAME FOLDER [STATE...]: each state
/// in both looks and at both sizes of a window. Returns the exit status.
inline int makeShots(int argc, char **argv, const char *name, const QStringList &states,
                     const std::function<void(const Shot &)> &shoot)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: %s FOLDER [STATE...]\n", name);
        return 2;
    }
    QDir().mkpath(arguments.at(1));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QStringList wanted = arguments.size() > 2 ? arguments.mid(2) : states;
    views::Theme theme;
    for (const auto look : { views::Theme::Look::Light, views::Theme::Look::Dark }) {
        theme.applyTheme(look);
        const QString word =
                look == views::Theme::Look::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        for (const QString &state : wanted) {
            for (const QSize &size : { QSize(1280, 800), QSize(1920, 1080) })
                shoot({ arguments.at(1), state, size, word });
        }
    }
    return 0;
}
