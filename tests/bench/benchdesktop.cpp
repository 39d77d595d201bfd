// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with a real window on many events, as its user sees it: from the click to the
// painted answer, from the start to the newest rows. Needs a display; figures need a Release build.
#include "app/shared/memory.h"
#include "app/shared/worker.h"
#include "tests/bench/benchline.h"
#include "tests/bench/eventflood.h"
#include "tests/bench/showndesktop.h"
#include "views/desktop/theme.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

namespace {

struct Plan
{
    QString folder; ///< where the store is
    qint64 events = 1'000'000;
    int runs = 5;
    int rate = 20'000; ///< events a second
    int seconds = 4;
    qint64 childSince = 0; ///< a child: monotonic nanoseconds at which its parent started it
};

void click(QWidget *where, QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const QPointF place(at);
    const QPointF onScreen(where->mapToGlobal(at));
    QMouseEvent press(QEvent::MouseButtonPress, place, onScreen, Qt::LeftButton, Qt::LeftButton,
                      modifiers);
    QCoreApplication::sendEvent(where, &press);
    QMouseEvent release(QEvent::MouseButtonRelease, place, onScreen, Qt::LeftButton, Qt::NoButton,
                        modifiers);
    QCoreApplication::sendEvent(where, &release);
}

void enter(QLineEdit *edit, const QString &text)
{
    edit->setText(text);
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(edit, &press);
}

/// What the program costs at its start, in a process that does nothing else.
int measureStart(WatchedApplication &application, const Plan &plan)
{
    ShownDesktop shown(application, plan.folder);
    if (!shown.load())
        return 1;
    const double longest = static_cast<double>(application.longestTurn()) / 1e6;
    const auto since = [&plan](qint64 moment) {
        return static_cast<double>(moment - plan.childSince) / 1e6;
    };
    if (!shown.waitForWriter())
        return 1;
    // What was freed is given back, and what was put off has been done, after a moment.
    const qint64 calm = monotonicNow() + 500'000'000;
    shown.waitUntil([calm] { return monotonicNow() > calm; });
    std::printf("start %f %f %f %f %lld\n", since(shown.firstPainted()), since(shown.allLoaded()),
                longest, residentMegabytes(), static_cast<qint64>(shown.desktop().query().total()));
    std::fflush(stdout);
    return 0;
}

/// Starts this program anew, `runs` times, and prints the medians. The number of events that
/// were loaded; 0: it failed.
qint64 benchStart(const Plan &plan)
{
    std::vector<std::vector<double>> figures(4);
    qint64 events = 0;
    for (int run = 0; run < plan.runs; ++run) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(),
                    { QStringLiteral("--folder"), plan.folder, QStringLiteral("--child-since"),
                      QString::number(monotonicNow()) });
        if (!child.waitForFinished(120'000) || child.exitCode() != 0)
            return 0;
        const QList<QByteArray> words = child.readAllStandardOutput().trimmed().split(' ');
        if (words.size() != 6)
            return 0;
        for (std::size_t i = 0; i < figures.size(); ++i)
            figures[i].push_back(words[static_cast<qsizetype>(i) + 1].toDouble());
        events = words[5].toLongLong();
    }
    printLine(lineName("start", events, ".first"), medianOf(figures[0]), "ms");
    printLine(lineName("start", events, ".all"), medianOf(figures[1]), "ms");
    printLine(lineName("start", events, ".longest"), medianOf(figures[2]), "ms");
    printLine(lineName("memory", events), medianOf(figures[3]), "MB");
    return events;
}

QListView *facetList(ShownDesktop &shown, const char *title)
{
    const auto *page = shown.desktop().window().findChild<QWidget *>(QStringLiteral("eventsPage"));
    const auto lists = page->findChildren<QListView *>();
    for (QListView *list : lists) {
        if (list->accessibleName() == QLatin1String(title))
            return list;
    }
    return nullptr;
}

/// Clicks one value of a facet on and off, then others.
bool benchFacet(ShownDesktop &shown, const Plan &plan, qint64 events)
{
    QListView *const groups = facetList(shown, "Asset group");
    if (groups == nullptr || groups->model()->rowCount() == 0)
        return false;
    std::vector<double> times;
    for (int run = 0; run < 2 * plan.runs; ++run) {
        const int row = run / 2 % groups->model()->rowCount();
        const QRect place = groups->visualRect(groups->model()->index(row, 0));
        times.push_back(shown.untilPainted([&] {
            click(groups->viewport(), { place.left() + 24, place.center().y() });
        }));
        if (times.back() < 0)
            return false;
    }
    printLine(lineName("filter.facet", events, ".painted"), medianOf(times), "ms");
    return shown.desktop().query().filter().isEmpty();
}

/// From the Enter key to the rows that hold the text.
bool benchText(ShownDesktop &shown, const Plan &plan, qint64 events)
{
    auto *const search = shown.find<QLineEdit>("eventsPage.search");
    if (search == nullptr)
        return false;
    const QAbstractItemModel &rows = *shown.table().model();
    const models::EventQuery &query = shown.desktop().query();
    std::vector<double> times;
    std::vector<double> searched;
    for (int run = 0; run < plan.runs; ++run) {
        const int row = run * 17 % rows.rowCount();
        const QString title = rows.index(row, models::EventsModel::Title).data().toString();
        const QString text = QString(QLatin1Char('"') + title.section(QLatin1Char(' '), 0, 1)
                                     + QLatin1Char('"'));
        const qint64 begin = monotonicNow();
        times.push_back(shown.untilPainted([&] { enter(search, text); }));
        if (times.back() < 0 || !shown.waitUntil([&query] { return !query.searching(); }))
            return false;
        searched.push_back(static_cast<double>(monotonicNow() - begin) / 1e6);
        if (shown.untilPainted([&] { enter(search, {}); }) < 0)
            return false;
    }
    printLine(lineName("filter.text", events), medianOf(times), "ms");
    printLine(lineName("filter.text", events, ".stored"), medianOf(searched), "ms");
    return true;
}

/// Clicks on the header; the worst of all shown columns.
bool benchSort(ShownDesktop &shown, const Plan &plan, qint64 events)
{
    QHeaderView *const header = shown.table().horizontalHeader();
    double worst = 0;
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column))
            continue;
        std::vector<double> times;
        // Up, down and back to the natural order, which is not the column's.
        for (int run = 0; run < 3 * plan.runs; ++run) {
            const int middle =
                    header->sectionViewportPosition(column) + header->sectionSize(column) / 2;
            const double time = shown.untilPainted([&] {
                click(header->viewport(), { middle, header->height() / 2 });
            });
            if (time < 0)
                return false;
            if (run % 3 != 2)
                times.push_back(time);
        }
        std::printf("# sorted by %s: %.1f ms, at first %.1f ms\n",
                    qPrintable(header->model()->headerData(column, Qt::Horizontal).toString()),
                    medianOf(times), times.front());
        worst = std::max(worst, medianOf(times));
    }
    printLine(lineName("sort", events), worst, "ms");
    return true;
}

/// Clicks on a header for the first key, with Shift on another for the second; the worst pair.
bool benchSortTwo(ShownDesktop &shown, const Plan &plan, qint64 events)
{
    QHeaderView *const header = shown.table().horizontalHeader();
    const auto clickOn = [&](int column, Qt::KeyboardModifiers modifiers) {
        const int middle =
                header->sectionViewportPosition(column) + header->sectionSize(column) / 2;
        return shown.untilPainted([&] {
            click(header->viewport(), { middle, header->height() / 2 }, modifiers);
        });
    };
    double worst = 0;
    for (const int first :
         { int(models::EventsModel::Severity), int(models::EventsModel::Asset) }) {
        for (const int second :
             { int(models::EventsModel::Time), int(models::EventsModel::Title) }) {
            if (clickOn(first, Qt::NoModifier) < 0)
                return false;
            std::vector<double> times;
            // Up, down and off again, which is an order of one key.
            for (int run = 0; run < 3 * plan.runs; ++run) {
                const double time = clickOn(second, Qt::ShiftModifier);
                if (time < 0)
                    return false;
                if (run % 3 != 2)
                    times.push_back(time);
            }
            worst = std::max(worst, medianOf(times));
        }
    }
    printLine(lineName("sort", events, ".two"), worst, "ms");
    // Back to the natural order for what comes next.
    shown.untilPainted([&] { shown.desktop().query().setOrder({}); });
    return true;
}

/// Events arrive at a steady rate into a filtered table that nobody touches.
bool benchLive(WatchedApplication &application, ShownDesktop &shown, const Plan &plan)
{
    const auto filter = models::Filter::parse(QStringLiteral("severity>=medium"));
    if (!filter.filter)
        return false;
    shown.untilPainted([&] { shown.desktop().query().setFilter(*filter.filter); });
    app::Worker<EventFlood> flood(QStringLiteral("flood"), shown.desktop().sink(), plan.rate,
                                  plan.seconds);
    const qsizetype before = shown.desktop().query().total();
    const std::size_t shownBefore = shown.desktop().query().rows().size();
    double rate = -1;
    QObject::connect(&flood.object(), &EventFlood::began, &application,
                     [&application] { application.forgetTurns(); });
    QObject::connect(&flood.object(), &EventFlood::finished, &application,
                     [&rate](double reached) { rate = reached; });
    flood.call([](EventFlood &starting) { starting.start(); });
    const auto arrived = [&] { return shown.desktop().query().total() - before; };
    const qsizetype wanted = qsizetype(plan.rate) * plan.seconds;
    // Bodies that are the same are counted, not added, so a few may be missing.
    if (!shown.waitUntil([&] { return rate >= 0 && arrived() > wanted * 9 / 10; }) || rate <= 0)
        return false;
    const QByteArray name = lineName("live", plan.rate);
    printLine(QByteArray(name + ".longest"), static_cast<double>(application.longestTurn()) / 1e6,
              "ms");
    std::printf("%s", application.longestTurnWords().constData());
    printLine(QByteArray(name + ".rate"), rate, "events/s");
    return shown.desktop().query().rows().size() > shownBefore;
}

int benchWindow(WatchedApplication &application, const Plan &plan, qint64 events)
{
    ShownDesktop shown(application, plan.folder);
    if (!shown.load())
        return 1;
    // The column order that a person made in an earlier run does not matter: nothing is restored.
    const bool done = benchFacet(shown, plan, events) && benchText(shown, plan, events)
            && benchSort(shown, plan, events) && benchSortTwo(shown, plan, events)
            && benchLive(application, shown, plan);
    return done ? 0 : 1;
}

Plan readPlan(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto number = [&parser](const char *name, const char *text, qint64 otherwise) {
        const QCommandLineOption option(QLatin1String(name), QLatin1String(text),
                                        QStringLiteral("number"), QString::number(otherwise));
        parser.addOption(option);
    };
    const QCommandLineOption folder(QStringLiteral("folder"),
                                    QStringLiteral("Keep the store there, and use the one that "
                                                   "is there; else it goes with the program."),
                                    QStringLiteral("path"));
    parser.addOption(folder);
    Plan plan;
    number("events", "Events in the store.", plan.events);
    number("runs", "How often each thing is done.", plan.runs);
    number("rate", "Events a second that arrive live.", plan.rate);
    number("seconds", "How long they arrive.", plan.seconds);
    number("child-since", "Measure the start only; when it began.", 0);
    parser.process(arguments);
    const auto value = [&parser](const char *name) {
        return parser.value(QLatin1String(name)).toLongLong();
    };
    plan.folder = parser.value(folder);
    plan.events = value("events");
    plan.runs = static_cast<int>(value("runs"));
    plan.rate = static_cast<int>(value("rate"));
    plan.seconds = static_cast<int>(value("seconds"));
    plan.childSince = value("child-since");
    return plan;
}

} // namespace

int main(int argc, char **argv)
{
    app::shareMemoryPools();
    QCoreApplication::setApplicationName(QStringLiteral("benchdesktop"));
    QLocale::setDefault(QLocale::c());
    WatchedApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const views::Theme theme;
    Plan plan = readPlan(QCoreApplication::arguments());
    if (plan.childSince != 0)
        return measureStart(application, plan);

    const QTemporaryDir scratch; // the window's part adds events: never to a store that is kept
    const bool kept = !plan.folder.isEmpty();
    if (!kept)
        plan.folder = scratch.path();
    const QString store = ShownDesktop::storeFile(plan.folder);
    if (!QFileInfo::exists(store) && !fillStore(store, plan.events))
        return 1;
    const qint64 events = benchStart(plan);
    if (events == 0) {
        std::fprintf(stderr, "the store was not loaded\n");
        return 1;
    }
    if (kept) {
        plan.folder = scratch.path();
        if (!QFile::copy(store, ShownDesktop::storeFile(plan.folder)))
            return 1;
    }
    return benchWindow(application, plan, events);
}
