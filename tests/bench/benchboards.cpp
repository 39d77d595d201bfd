// SPDX-License-Identifier: GPL-3.0-or-later
// The boards: all events folded from the start, one event into full boards, a search over the
// issues. One argument: the number of events (default 1,000,000).
#include "models/boards/boards.h"
#include "models/boards/issuejudge.h"
#include "models/boards/sinceleft.h"
#include "models/index/eventindex.h"
#include "tests/bench/benchline.h"
#include "tests/bench/boardflood.h"

#include <QByteArray>

#include <cstdlib>
#include <ctime>
#include <functional>
#include <utility>

using namespace models;

namespace {

constexpr int runs = 5;

/// Time of this thread on the processor: what another program takes does not count.
double processorMilliseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Medians of the time that passed, and of that on the processor.
std::pair<double, double> medians(const std::function<void()> &work)
{
    std::vector<double> took;
    std::vector<double> busy;
    for (int run = 0; run < runs; ++run) {
        const qint64 began = monotonicNow();
        const double before = processorMilliseconds();
        work();
        busy.push_back(processorMilliseconds() - before);
        took.push_back(double(monotonicNow() - began) / 1e6);
    }
    return { medianOf(took), medianOf(busy) };
}

void print(const char *name, qint64 count, const std::function<void()> &work)
{
    const auto [took, busy] = medians(work);
    printLine(lineName(name, count), took, "ms");
    printLine(lineName(name, count, ".cpu"), busy, "ms");
}

/// Events about subjects that are there, newer than all.
std::vector<EventBatch> newer(const std::vector<EventBatch> &batches, qint64 count)
{
    constexpr std::size_t most = 20000;
    std::vector<EventBatch> single;
    for (const EventBatch &batch : batches) {
        for (EventRow row : batch.rows) {
            if (single.size() == most)
                return single;
            row.id += count;
            row.time += count * 31'000;
            EventBatch one;
            one.rows.push_back(row);
            single.push_back(std::move(one));
        }
    }
    return single;
}

} // namespace

/// What a search over the issues costs: all of them as rows, once for several expressions, then an
/// expression each.
void benchSearch(const Boards &boards, const std::vector<EventBatch> &batches)
{
    EventIndex index;
    for (const EventBatch &batch : batches)
        index.append(batch);
    const std::atomic_bool cancelled = false;
    const TriageBoard triage;
    const IssueBasis basis { boards.issues(), triage, {}, now() };
    const qint64 issues = boards.issues().size();
    IndexSnapshot rows;
    print("boards.search.rows", issues,
          [&] { rows = issueRows(boards.issues(), index.snapshot(), cancelled); });
    const auto search = [&](const char *name, const char *written) {
        const auto parsed = Filter::parse(QLatin1String(written), FilterScope::IssuesOnly);
        quint32 found = 0;
        print(name, issues, [&] {
            IssueJudge judge(*parsed.filter, basis);
            judge.run(rows, cancelled,
                      [&found](quint32, ClauseSet missed) { found += missed == 0 ? 1 : 0; });
        });
    };
    search("boards.search.word", "certificate");
    search("boards.search.fields", "severity>=high is:overdue age>30d");
}

int main(int argc, char **argv)
{
    const qint64 count = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    if (count < 1)
        return EXIT_FAILURE;
    const std::vector<EventBatch> batches = boardFlood(count);
    Boards boards;
    print("boards.fold", count, [&] {
        boards = {};
        for (const EventBatch &batch : batches)
            boards.add(batch);
        boards.settle();
    });
    printLine(lineName("boards.memory", count), double(boards.bytes()) / 1e6, "MB");
    print("boards.copy", count, [&] {
        const Boards copy = boards;
        Q_UNUSED(copy)
    });
    const Instant middle { std::chrono::milliseconds(1'700'000'000'000 + count * 15'500) };
    print("boards.asof", count, [&] { (void)boards.issues().asOf(middle); });
    const Instant end { std::chrono::milliseconds(1'700'000'000'000 + count * 31'000) };
    print("boards.sinceleft", count,
          [&] { (void)sinceLeft(boards.issues(), {}, end - std::chrono::hours(72), end); });
    benchSearch(boards, batches);
    // Each settled alone, as when one comes after the other.
    const std::vector<EventBatch> single = newer(batches, count);
    std::size_t at = 0;
    const std::size_t part = single.size() / runs;
    const auto [took, busy] = medians([&] {
        for (const std::size_t last = at + part; at < last; ++at) {
            boards.add(single[at]);
            boards.settle();
        }
    });
    printLine("boards.event", took * 1e3 / double(part), "us");
    printLine("boards.event.cpu", busy * 1e3 / double(part), "us");
    return EXIT_SUCCESS;
}
