// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the boards in a real window on many events: from the key to the painted page, from
// the click to the filtered issues, from a selected issue to the painted life of a thousand events.
// Needs a display; figures need a Release build.
#include "app/shared/memory.h"
#include "models/items/issuesmodel.h"
#include "tests/bench/benchline.h"
#include "tests/bench/showndesktop.h"
#include "tests/bench/storefill.h"
#include "views/desktop/theme.h"

#include <QAction>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QListView>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace {

constexpr int longLife = 1000; ///< events of the issue whose timeline is opened
const QString longTitle = QStringLiteral("The issue with the long life");

/// One event of a violation that opens and is resolved in turns.
QByteArray turn(int number)
{
    const bool open = number % 2 == 1; // the last one: open issues are shown
    return QByteArrayLiteral(R"({"event":{"type":"API_SECURE__POLICY_VIOLATION_)")
            + (open ? "OPEN" : "RESOLVED")
            + R"(","data":{"uuid":"5bd1d0a6-9a4e-4a6e-8b1f-9d1c3f6a0001","affected_asset":{)"
              R"("uuid":"5bd1d0a6-9a4e-4a6e-8b1f-9d1c3f6a0002","name":"long.example.com"},)"
              R"("policy_violation_status":")"
            + (open ? "OPEN" : "RESOLVED") + R"(","relevance":"URGENT","title":")"
            + longTitle.toUtf8() + R"(","date_created":"2020-01-01T00:00:00+00:00"},"version":1},)"
            + R"("time":)" + QByteArray::number(1'600'000'000 + 3600 * number) + "}";
}

/// Milliseconds from the call of `act` until `widget` was painted after it; negative: it was not.
double untilPainted(WatchedApplication &application, ShownDesktop &shown, QWidget *widget,
                    const std::function<void()> &act)
{
    qint64 painted = 0;
    application.watchPainting(widget, [&painted] {
        if (painted == 0)
            painted = monotonicNow();
    });
    const qint64 began = monotonicNow();
    act();
    const bool came = shown.waitUntil([&painted] { return painted != 0; });
    application.watchPainting(nullptr, {});
    return came ? static_cast<double>(painted - began) / 1e6 : -1;
}

/// What the checks below share.
struct Bench
{
    WatchedApplication &application;
    ShownDesktop &shown;
    int runs;

    QTableView *tableOf(const QString &page) const
    {
        return shown.desktop().window().findChild<QTableView *>(page + QLatin1String(".table"));
    }
    double painted(QWidget *widget, const std::function<void()> &act) const
    {
        return untilPainted(application, shown, widget, act);
    }
};

/// The action that leads to a page, by its key: Ctrl and the page's number.
QAction *pageAction(const Bench &bench, int number)
{
    const QKeySequence key(Qt::CTRL | Qt::Key(Qt::Key_0 + number));
    const QList<QAction *> actions = bench.shown.desktop().window().findChildren<QAction *>();
    const auto found = std::find_if(actions.begin(), actions.end(), [&key](const QAction *action) {
        return action->shortcut() == key;
    });
    return found == actions.end() ? nullptr : *found;
}

/// Through all pages and back; the worst page.
bool benchSwitch(const Bench &bench, qint64 events)
{
    const QStringList names { QStringLiteral("eventsPage"), QStringLiteral("issuesPage"),
                              QStringLiteral("assetsPage"), QStringLiteral("accessPage") };
    std::vector<std::vector<double>> times(std::size_t(names.size()));
    for (int run = 0; run <= bench.runs; ++run) {
        for (int page = int(names.size()) - 1; page >= 0; --page) {
            QAction *const action = pageAction(bench, page + 1);
            QTableView *const table = bench.tableOf(names[page]);
            if (action == nullptr || table == nullptr)
                return false;
            const double time = bench.painted(table->viewport(), [action] { action->trigger(); });
            if (time < 0)
                return false;
            if (run > 0) // a page that is shown for the first time is laid out, too
                times[std::size_t(page)].push_back(time);
        }
    }
    double worst = 0;
    for (qsizetype page = 0; page < names.size(); ++page) {
        std::printf("# %s: %.1f ms\n", qPrintable(names[page]), medianOf(times[std::size_t(page)]));
        worst = std::max(worst, medianOf(times[std::size_t(page)]));
    }
    printLine(lineName("boards.page.switch", events), worst, "ms");
    return true;
}

/// The first value of each facet of the issues, on and off.
bool benchFilter(const Bench &bench)
{
    auto *const facets = bench.shown.find<QWidget>("issuesPage.facets");
    QTableView *const table = bench.tableOf(QStringLiteral("issuesPage"));
    if (facets == nullptr || table == nullptr)
        return false;
    const auto *model = qobject_cast<const models::IssuesModel *>(table->model());
    if (model == nullptr)
        return false;
    const qint64 issues = model->size();
    const auto lists = facets->findChildren<QListView *>();
    std::vector<double> times;
    for (const QListView *list : lists) {
        QAbstractItemModel *const values = list->model();
        const QPersistentModelIndex first = values->index(0, 0); // many have it: rows are shown
        for (int run = 0; run < 2 * bench.runs && first.isValid(); ++run) {
            const bool marked = first.data(Qt::CheckStateRole) == Qt::Checked;
            times.push_back(bench.painted(table->viewport(), [values, &first, marked] {
                values->setData(first, marked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            }));
            if (times.back() < 0)
                return false;
        }
    }
    if (times.empty())
        return false;
    printLine(lineName("boards.issues.facet", issues), medianOf(times), "ms");
    printLine(lineName("boards.issues.facet", issues, ".worst"),
              *std::max_element(times.begin(), times.end()), "ms");
    return true;
}

/// The issue with a long life and another in turns.
bool benchTimeline(const Bench &bench)
{
    PacedWriter writer(bench.shown.desktop().sink());
    for (int number = 0; number < longLife; ++number)
        writer.submit(turn(number), models::now());
    QTableView *const table = bench.tableOf(QStringLiteral("issuesPage"));
    auto *const timeline = bench.shown.find<QListView>("issuePane.timeline");
    if (!writer.finish() || table == nullptr || timeline == nullptr)
        return false;
    const auto row = [table] {
        const QModelIndexList found = table->model()->match(
                table->model()->index(0, 0), Qt::DisplayRole, longTitle, 1, Qt::MatchExactly);
        return found.isEmpty() ? -1 : found.constFirst().row();
    };
    const auto entries = [table, timeline, &row, &bench] {
        if (row() < 0)
            return 0;
        table->selectRow(row());
        return timeline->model()->rowCount();
    };
    if (!bench.shown.waitUntil([&] { return entries() >= longLife; }))
        return false;
    std::vector<double> times;
    for (int run = 0; run < bench.runs; ++run) {
        const int place = row();
        if (bench.painted(timeline->viewport(), [&] { table->selectRow(place == 0 ? 1 : 0); }) < 0)
            return false;
        times.push_back(bench.painted(timeline->viewport(), [&] { table->selectRow(place); }));
        if (times.back() < 0 || timeline->model()->rowCount() < longLife)
            return false;
    }
    printLine(lineName("boards.timeline", longLife), medianOf(times), "ms");
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    app::shareMemoryPools();
    QCoreApplication::setApplicationName(QStringLiteral("benchpages"));
    QLocale::setDefault(QLocale::c());
    WatchedApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const views::Theme theme;
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption count(QStringLiteral("events"), QStringLiteral("Events in the store."),
                                   QStringLiteral("number"), QStringLiteral("1000000"));
    const QCommandLineOption often(QStringLiteral("runs"),
                                   QStringLiteral("How often each thing is done."),
                                   QStringLiteral("number"), QStringLiteral("5"));
    const QCommandLineOption kept(QStringLiteral("store"),
                                  QStringLiteral("A store that is copied instead of filling one."),
                                  QStringLiteral("file"));
    parser.addOptions({ count, often, kept });
    parser.process(application);
    const qint64 events = parser.value(count).toLongLong();
    const QTemporaryDir scratch;
    const QString store = ShownDesktop::storeFile(scratch.path());
    if (events < 1 || !scratch.isValid()
        || !(parser.isSet(kept) ? QFile::copy(parser.value(kept), store)
                                : fillStore(store, events)))
        return 1;
    ShownDesktop shown(application, scratch.path());
    const Bench bench { application, shown, std::max(1, parser.value(often).toInt()) };
    if (!shown.load() || !shown.waitForWriter())
        return 1;
    QAction *const issues = pageAction(bench, 2);
    const QTableView *const table = bench.tableOf(QStringLiteral("issuesPage"));
    if (issues == nullptr || table == nullptr)
        return 1;
    issues->trigger();
    if (!shown.waitUntil([table] { return table->model()->rowCount() > 0; }))
        return 1;
    const qint64 total = shown.desktop().query().total();
    const bool switched = benchSwitch(bench, total);
    issues->trigger();
    return switched && benchFilter(bench) && benchTimeline(bench) ? 0 : 1;
}
