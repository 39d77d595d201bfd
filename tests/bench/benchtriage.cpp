// SPDX-License-Identifier: GPL-3.0-or-later
// Triage of very many issues at once, from the wish to the folded state on disk, and its undo. One
// argument: the number of issues (default 100,000).
#include "app/shared/worker.h"
#include "app/store/sqljournal.h"
#include "app/store/writer.h"
#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "tests/bench/benchline.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace models;

namespace {

/// Waits until a call is answered; false where it failed.
bool isDone(const TriageDesk &desk, quint64 call)
{
    QEventLoop loop;
    bool done = false;
    QObject::connect(&desk, &TriageDesk::done, &loop, [&](quint64 answered, int) {
        done = answered == call;
        loop.quit();
    });
    QObject::connect(&desk, &TriageDesk::failed, &loop, [&](quint64, const QString &reason) {
        std::fprintf(stderr, "%s\n", qPrintable(reason));
        loop.quit();
    });
    loop.exec();
    return done;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const qint64 count = argc > 1 ? QByteArray(argv[1]).toLongLong() : 100'000;
    const QTemporaryDir folder;
    if (count < 1 || !folder.isValid())
        return EXIT_FAILURE;

    // Every ninth event is the newest of its subject: ids without runs.
    EventIndex index;
    std::vector<qint64> events;
    for (qint64 subject = 1; subject <= count;) {
        EventBatch batch;
        for (int i = 0; i < 4096 && subject <= count; ++i, ++subject) {
            EventRow row;
            row.id = subject * 9;
            row.subject = TermId(subject);
            row.family = Family::PolicyViolation;
            batch.rows.push_back(row);
            events.push_back(row.id);
        }
        index.append(batch);
    }
    const app::DatabaseUrl url { folder.filePath(QStringLiteral("data/store.sqlite")) };
    app::Worker<app::Writer> writer(QStringLiteral("writer"), url);
    app::SqlJournal journal(url, writer.object());
    writer.call([](app::Writer &object) { object.open(); });
    TriageDesk desk(journal, index, QStringLiteral("bench"));

    const TriageAct what { ActKind::Acknowledge, QStringLiteral("accepted for now"), {}, {}, {} };
    std::vector<double> acted;
    std::vector<double> undone;
    for (int run = 0; run < 5; ++run) {
        qint64 began = monotonicNow();
        const quint64 call = desk.act(what, events);
        if (!isDone(desk, call))
            return EXIT_FAILURE;
        acted.push_back(double(monotonicNow() - began) / 1e6);
        began = monotonicNow();
        if (!isDone(desk, desk.undo(call)))
            return EXIT_FAILURE;
        undone.push_back(double(monotonicNow() - began) / 1e6);
    }
    printLine(lineName("triage.bulk", count), medianOf(acted), "ms");
    printLine(lineName("triage.undo", count), medianOf(undone), "ms");
    return EXIT_SUCCESS;
}
