// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/desktop.h"
#include "app/main/visitmemory.h"
#include "app/main/windowmemory.h"
#include "app/shared/memory.h"
#include "app/shared/singleinstance.h"
#include "app/shared/stopsignals.h"
#include "views/desktop/desktopurlopener.h"
#include "views/desktop/theme.h"
#include "views/mainwindow.h"
#include "views/widgets/icon.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <variant>

namespace {

constexpr int wrongUsage = 2;
constexpr int failed = 1;

int complain(const QString &text, int status)
{
    std::fprintf(stderr, "watchfloor: %s\n", qPrintable(text));
    return status;
}

struct Start
{
    app::Options options;
    app::Desktop::Mode mode = app::Desktop::Mode::Full;
    bool minimized = false;
};

QCommandLineOption flag(const char *name, const QString &text)
{
    return { QString::fromLatin1(name), text };
}

/// The command line, or the exit status with which the program ends at once.
std::variant<Start, int> readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
            "main", "Watchfloor receives and shows application-security events."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption viewer =
            flag("viewer",
                 QCoreApplication::translate("main", "Show a shared database; receive nothing."));
    const QCommandLineOption sample =
            flag("sample-data",
                 QCoreApplication::translate(
                         "main", "Show sample events from a store that goes with the program."));
    const QCommandLineOption minimized = flag(
            "minimized", QCoreApplication::translate("main", "Start with the window minimized."));
    app::Options::declare(parser);
    parser.addOptions({ viewer, sample, minimized });
    if (!parser.parse(arguments))
        return complain(parser.errorText(), wrongUsage);
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return 0;
    }
    if (parser.isSet(version)) {
        std::puts("watchfloor " WATCHFLOOR_VERSION);
        return 0;
    }
    if (!parser.positionalArguments().isEmpty())
        return complain(QCoreApplication::translate("main", "Unexpected argument: %1")
                                .arg(parser.positionalArguments().constFirst()),
                        wrongUsage);
    const models::Result<app::Options> options = app::Options::read(parser);
    if (!options)
        return complain(options.error(), wrongUsage);
    Start start { options.value() };
    start.minimized = parser.isSet(minimized);
    if (parser.isSet(sample))
        start.mode = app::Desktop::Mode::Sample;
    else if (parser.isSet(viewer))
        start.mode = app::Desktop::Mode::Viewer;
    return start;
}

/// True where a window can be shown at all.
bool haveDisplay()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
            || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

/// Help, version and a wrong command line answer without a display, so they come first.
std::variant<Start, int> begin(int &argc, char **argv)
{
    const QCoreApplication parsing(argc, argv);
    std::variant<Start, int> read = readCommandLine(QCoreApplication::arguments());
    if (std::holds_alternative<Start>(read) && !haveDisplay())
        return complain(QCoreApplication::translate(
                                "main",
                                "There is no display to show a window on. To receive events "
                                "without one, start: watchfloor-cli serve"),
                        failed);
    return read;
}

int run(QApplication &application, Start start)
{
    // A throw-away store: nothing of it stays, and the person's own data is not touched.
    QTemporaryDir throwAway;
    if (start.mode == app::Desktop::Mode::Sample) {
        start.options.dataDir = throwAway.path();
        start.options.database =
                QStringLiteral("sqlite:") + throwAway.filePath(QStringLiteral("sample.db"));
        start.options.configFile.clear();
    }
    app::SingleInstance instance(start.options.dataDir);
    if (start.mode != app::Desktop::Mode::Viewer && instance.raiseOther())
        return 0;
    const models::Result<app::DatabaseUrl> url = app::DatabaseUrl::parse(start.options.database);
    if (!url)
        return complain(url.error(), wrongUsage);

    const views::Theme theme;
    QApplication::setWindowIcon(views::applicationIcon());
    views::DesktopUrlOpener opener;
    app::Desktop desktop(start.options, url.value(), start.mode, opener);
    QSettings places(start.options.dataDir + QStringLiteral("/window.ini"), QSettings::IniFormat);
    app::WindowMemory memory(places);
    memory.restore(desktop.windows());
    app::VisitMemory visits(places);
    desktop.windows().setLastVisit(visits.before());

    const auto leave = [&] {
        memory.save(desktop.windows());
        visits.keep();
        desktop.stop();
    };
    QObject::connect(&application, &QGuiApplication::lastWindowClosed, &desktop, leave);
    QObject::connect(&desktop.windows(), &app::Windows::quitRequested, &desktop, leave);
    QObject::connect(&desktop, &app::Desktop::finished, &application, &QCoreApplication::quit);
    QObject::connect(&instance, &app::SingleInstance::raiseRequested, &desktop,
                     &app::Desktop::raiseWindow);
    const app::StopSignals stopSignals;
    QObject::connect(&stopSignals, &app::StopSignals::stopRequested, &desktop, leave);

    desktop.start();
    for (const auto &window : desktop.windows().all()) {
        if (start.minimized)
            window->window().showMinimized();
        else
            window->window().show();
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    app::shareMemoryPools();
    QCoreApplication::setApplicationName(QStringLiteral("watchfloor"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WATCHFLOOR_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.watchfloor.Watchfloor"));
    const std::variant<Start, int> read = begin(argc, argv);
    if (const int *const status = std::get_if<int>(&read))
        return *status;
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    return run(application, std::get<Start>(read));
}
