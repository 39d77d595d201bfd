// SPDX-License-Identifier: GPL-3.0-or-later
// The boards: all events folded from the start, one event into full boards. One argument: the
// number of events (default 1,000,000).
#include "models/boards/boards.h"
#include "tests/bench/benchline.h"
#include "tests/bench/boardflood.h"

#include <QByteArray>

#include <cstdlib>
#include <functional>

using namespace models;

namespace {

constexpr int runs = 5;

double medianMilliseconds(const std::function<void()> &work)
{
    std::vector<double> took;
    for (int run = 0; run < runs; ++run) {
        const qint64 began = monotonicNow();
        work();
        took.push_back(double(monotonicNow() - began) / 1e6);
    }
    return medianOf(took);
}

/// Events about subjects that are there, newer than all, each settled alone.
double microsecondsAnEvent(Boards &boards, const std::vector<EventBatch> &batches, qint64 count)
{
    std::vector<EventBatch> single;
    for (const EventBatch &batch : batches) {
        for (EventRow row : batch.rows) {
            row.id += count;
            row.time += count * 31'000;
            EventBatch one;
            one.rows.push_back(row);
            single.push_back(std::move(one));
            if (single.size() == 20000)
                break;
        }
        if (single.size() == 20000)
            break;
    }
    const qint64 began = monotonicNow();
    for (const EventBatch &one : single) {
        boards.add(one);
        boards.settle();
    }
    return double(monotonicNow() - began) / 1e3 / double(single.size());
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 count = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    if (count < 1)
        return EXIT_FAILURE;
    const std::vector<EventBatch> batches = boardFlood(count);
    Boards boards;
    const double fold = medianMilliseconds([&] {
        boards = {};
        for (const EventBatch &batch : batches)
            boards.add(batch);
        boards.settle();
    });
    printLine(lineName("boards.fold", count), fold, "ms");
    // As the start shows it: settled after each batch.
    printLine(lineName("boards.fold.live", count), medianMilliseconds([&] {
                  boards = {};
                  for (const EventBatch &batch : batches) {
                      boards.add(batch);
                      boards.settle();
                  }
              }),
              "ms");
    printLine(lineName("boards.memory", count), double(boards.bytes()) / 1e6, "MB");
    printLine(lineName("boards.copy", count), medianMilliseconds([&] {
                  const Boards copy = boards;
                  Q_UNUSED(copy)
              }),
              "ms");
    const Instant middle { std::chrono::milliseconds(1'700'000'000'000 + count * 15'500) };
    printLine(lineName("boards.asof", count),
              medianMilliseconds([&] { (void)boards.issues().asOf(middle); }), "ms");
    std::vector<double> single;
    for (int run = 0; run < runs; ++run) {
        Boards copy = boards;
        single.push_back(microsecondsAnEvent(copy, batches, count));
    }
    printLine("boards.event", medianOf(single), "us");
    return EXIT_SUCCESS;
}
