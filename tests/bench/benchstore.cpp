// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the store costs: `benchstore [events [file]]`, a million by default; a named file is
// kept, and used as it is where it exists.
#include "app/shared/worker.h"
#include "app/store/eventstore.h"
#include "app/store/rowcoder.h"
#include "app/store/sqlarchive.h"
#include "app/store/sqltext.h"
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

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

void print(const char *name, double value, const char *unit)
{
    std::printf("bench %s %.1f %s\n", name, value, unit);
    std::fflush(stdout);
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
    print("store.insert.1m", count / (double(elapsed) / 1e9), "events/s");
    print("store.insert.cpu", busy / count * 1e6, "us/event");
    return true;
}

void open(const app::DatabaseUrl &url)
{
    const double before = residentMegabytes();
    QElapsedTimer timer;
    timer.start();
    const auto store = app::EventStore::open(url, app::bodyFingerprint, std::chrono::seconds(1));
    print("store.open.1m", double(timer.nsecsElapsed()) / 1e6, "ms");
    print("store.open.memory.1m", residentMegabytes() - before, "MB");
}

void load(const app::DatabaseUrl &url)
{
    QElapsedTimer timer;
    timer.start();
    const double before = processSeconds();
    app::SqlArchive archive(url);
    QEventLoop loop;
    qint64 rows = 0;
    qint64 terms = 0;
    int asked = 0;
    QObject::connect(&archive, &models::Archive::batchRead, &loop,
                     [&](const models::EventBatch &batch) {
                         if (rows == 0)
                             print("store.load.1m.first", double(timer.nsecsElapsed()) / 1e6, "ms");
                         rows += qint64(batch.rows.size());
                         terms += qint64(batch.terms.size());
                         if (batch.complete)
                             loop.quit();
                         else
                             archive.readOlder(batch.rows.back().id, app::BatchReader::mostRows);
                         ++asked;
                     });
    archive.readOlder(std::numeric_limits<qint64>::max(), app::BatchReader::mostRows);
    loop.exec();
    print("store.load.1m.all", double(timer.nsecsElapsed()) / 1e6, "ms");
    print("store.load.1m.cpu", (processSeconds() - before) * 1e3, "ms");
    std::printf("# %lld rows, %lld terms, %d batches\n", rows, terms, asked);
}

void step(const app::DatabaseUrl &url, app::Cursor::Path path, const char *name)
{
    const auto connection = app::Connection::open(url, app::Connection::Mode::Read);
    QElapsedTimer timer;
    timer.start();
    app::Cursor cursor(connection.value()->database(), app::sqlText(QLatin1String("selectnewer")),
                       path);
    cursor.start(0, std::numeric_limits<qint64>::max());
    qint64 sum = 0;
    while (cursor.next())
        sum += app::rowAt(cursor).subject;
    print(name, double(timer.nsecsElapsed()) / 1e6, "ms");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int count = argc > 1 ? atoi(argv[1]) : 1000000;
    const QTemporaryDir folder;
    app::DatabaseUrl url;
    url.sqlitePath = argc > 2 ? QString::fromLocal8Bit(argv[2])
                              : folder.filePath(QStringLiteral("bench.sqlite"));
    if (!QFileInfo::exists(url.sqlitePath) && !fill(url, count))
        return 1;
    print("disk.1m", double(QFileInfo(url.sqlitePath).size()) / count, "bytes/event");
    open(url);
    for (int i = 0; i < 3; ++i)
        load(url);
    step(url, app::Cursor::Path::Fastest, "store.step.1m");
    step(url, app::Cursor::Path::Portable, "store.step.1m.portable");
    return 0;
}
