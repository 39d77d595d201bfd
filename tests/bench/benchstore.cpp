// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the store costs: `benchstore [events [file]]`, a million by default; a named file is
// kept, and used as it is where it exists.
#include "app/shared/worker.h"
#include "app/store/eventstore.h"
#include "app/store/rowcoder.h"
#include "app/store/sqlarchive.h"
#include "app/store/sqltext.h"
#include "tests/bench/benchline.h"
#include "tests/support/storebodies.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <limits>

namespace {

double processSeconds()
{
    timespec time {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

bool fill(const app::DatabaseUrl &url, int count)
{
    auto store = app::EventStore::open(url, app::bodyFingerprint, std::chrono::seconds(1));
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error()));
        return false;
    }
    StoreBodies bodies;
    QElapsedTimer timer;
    qint64 elapsed = 0;
    double busy = 0;
    for (int done = 0; done < count;) {
        app::CommitWork work;
        for (int i = 0; i < 64 && done < count; ++i, ++done)
            work.deliveries.push_back(bodies.nextDelivery());
        timer.start();
        const double before = processSeconds();
        const auto outcome = store.value()->commit(work);
        busy += processSeconds() - before;
        elapsed += timer.nsecsElapsed();
        if (!outcome) {
            std::fprintf(stderr, "%s\n", qPrintable(outcome.error()));
            return false;
        }
    }
    printLine(lineName("store.insert", count), count / (double(elapsed) / 1e9), "events/s");
    printLine("store.insert.cpu", busy / count * 1e6, "us/event");
    return true;
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void open(const app::DatabaseUrl &url, qint64 count)
{
    std::vector<double> times;
    std::vector<double> memory;
    for (int i = 0; i < 5; ++i) {
        const double before = residentMegabytes();
        QElapsedTimer timer;
        timer.start();
        const auto store =
                app::EventStore::open(url, app::bodyFingerprint, std::chrono::seconds(1));
        if (!store || !store.value()->load())
            return;
        times.push_back(milliseconds(timer));
        memory.push_back(residentMegabytes() - before);
    }
    printLine(lineName("store.open", count), medianOf(times), "ms");
    // Only the first one finds no memory that an earlier one left to the process.
    printLine(lineName("store.open.memory", count), memory.front(), "MB");
}

/// What one reading of the whole store took.
struct Reading
{
    double first = 0; ///< ms to the newest rows
    double all = 0; ///< ms
    double busy = 0; ///< ms of the processor
    qint64 rows = 0;
};

Reading load(const app::DatabaseUrl &url)
{
    QElapsedTimer timer;
    timer.start();
    const double before = processSeconds();
    app::SqlArchive archive(url);
    QEventLoop loop;
    Reading reading;
    QObject::connect(&archive, &models::Archive::batchRead, &loop,
                     [&](const models::EventBatch &batch) {
                         if (reading.rows == 0)
                             reading.first = milliseconds(timer);
                         reading.rows += qint64(batch.rows.size());
                         if (batch.complete)
                             loop.quit();
                         else
                             archive.readOlder(batch.rows.back().id, app::BatchReader::mostRows);
                     });
    QObject::connect(&archive, &models::Archive::failed, &loop, &QEventLoop::quit);
    archive.readOlder(std::numeric_limits<qint64>::max(), app::BatchReader::mostRows);
    loop.exec();
    reading.all = milliseconds(timer);
    reading.busy = (processSeconds() - before) * 1e3;
    return reading;
}

/// The lines of five readings; the number of events that there are.
qint64 loadRepeatedly(const app::DatabaseUrl &url)
{
    std::vector<double> first;
    std::vector<double> all;
    std::vector<double> busy;
    qint64 rows = 0;
    for (int i = 0; i < 5; ++i) {
        const Reading reading = load(url);
        first.push_back(reading.first);
        all.push_back(reading.all);
        busy.push_back(reading.busy);
        rows = reading.rows;
    }
    printLine(lineName("store.load", rows, ".first"), medianOf(first), "ms");
    printLine(lineName("store.load", rows, ".all"), medianOf(all), "ms");
    printLine(lineName("store.load", rows, ".cpu"), medianOf(busy), "ms");
    return rows;
}

double step(const app::DatabaseUrl &url, app::SqlPath path)
{
    const auto connection = app::Connection::open(url, app::Connection::Mode::Read);
    qint64 sum = 0;
    const double time = medianTime(5, [&] {
        app::Cursor cursor(connection.value()->database(),
                           app::sqlText(QLatin1String("selectnewer")), path);
        cursor.start(0, std::numeric_limits<qint64>::max());
        while (cursor.next())
            sum += app::rowAt(cursor).subject;
    });
    return sum > 0 ? time : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int asked = argc > 1 ? atoi(argv[1]) : 1000000;
    const QTemporaryDir folder;
    app::DatabaseUrl url;
    url.sqlitePath = argc > 2 ? QString::fromLocal8Bit(argv[2])
                              : folder.filePath(QStringLiteral("bench.sqlite"));
    if (!QFileInfo::exists(url.sqlitePath) && !fill(url, asked))
        return 1;
    // A named file may hold another number of events than was asked for.
    const qint64 count = loadRepeatedly(url);
    if (count == 0) {
        std::fprintf(stderr, "%s holds no events.\n", qPrintable(url.sqlitePath));
        return 1;
    }
    printLine(lineName("disk", count), double(QFileInfo(url.sqlitePath).size()) / double(count),
              "bytes/event");
    open(url, count);
    printLine(lineName("store.step", count), step(url, app::SqlPath::Fastest), "ms");
    printLine(lineName("store.step", count, ".portable"), step(url, app::SqlPath::Portable), "ms");
    return 0;
}
