// SPDX-License-Identifier: GPL-3.0-or-later
// Filter, search and order over many events, with the bare loop as the bound and Qt's proxy
// model as the peer. One argument: the number of rows (default 1,000,000).
// The peer is QSortFilterProxyModel at its best (proxypeer.h). Against it stands the same thing by
// the index, nothing painted on either side: the order by title made anew, and 1,000 rows that
// arrive in a view by title from which one group is excluded.
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/histogram.h"
#include "models/index/ranks.h"
#include "models/index/scan.h"
#include "models/index/viewtally.h"
#include "tests/bench/benchline.h"
#include "tests/bench/proxypeer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTextStream>

#include <algorithm>
#include <array>

using namespace models;

namespace {

const std::atomic_bool notCancelled { false };

/// Columns as a year of real events has them: 300 rules whose texts repeat, a fifth of the
/// events with texts of their own, 60 groups, 5,000 assets. Pages of 4,096, newest first.
void fill(EventIndex &index, qint64 rows)
{
    QRandomGenerator random(42);
    const auto below = [&random](quint32 bound) { return random.bounded(bound); };
    constexpr TermId groups = 1;
    constexpr TermId assets = groups + 60;
    constexpr TermId rules = assets + 5000;
    constexpr TermId words = rules + 600;
    TermId next = words + 40;
    EventBatch first;
    const auto term = [&first](TermId id, const QString &text) {
        first.terms.push_back({ id, text.toUtf8() });
    };
    for (TermId i = 0; i < 60; ++i)
        term(groups + i, QStringLiteral("Business Unit %1").arg(i * 7919 % 60));
    for (TermId i = 0; i < 5000; ++i)
        term(assets + i, QStringLiteral("service-%1.example.org").arg(i * 7919 % 5000));
    for (TermId i = 0; i < 300; ++i) {
        term(rules + 2 * i, QStringLiteral("Rule %1: TLS certificate or header is weak").arg(i));
        term(rules + 2 * i + 1,
             QStringLiteral("The service answers with a weak configuration (%1). Deploy a new "
                            "certificate and restart the service, then scan it again.")
                     .arg(i));
    }
    for (TermId i = 0; i < 40; ++i)
        term(words + i, QStringLiteral("WORD_%1").arg(i));
    const qint64 start = 1'700'000'000'000;
    for (qint64 id = rows; id > 0;) {
        EventBatch batch = std::exchange(first, {});
        batch.kind = EventBatch::Kind::Older;
        for (int i = 0; i < 4096 && id > 0; ++i, --id) {
            EventRow row;
            row.id = id;
            row.received = start + id * 31'000;
            row.time = row.received - below(90'000);
            const TermId rule = below(300);
            row.title = rules + 2 * rule;
            row.text = row.title + 1;
            if (below(5) == 0) {
                row.text = next++;
                batch.terms.push_back(
                        { row.text,
                          QStringLiteral("Path /v2/orders/%1 answers without a token from "
                                         "host %2; see the log.")
                                  .arg(below(1'000'000'000))
                                  .arg(id)
                                  .toUtf8() });
            }
            row.group = groups + below(60);
            row.asset = assets + below(5000);
            row.product = words + below(4);
            row.type = words + 4 + below(20);
            row.policy = words + 24 + below(8);
            row.severityWord = words + 32 + below(3);
            row.statusWord = words + 35 + below(3);
            row.subject = assets + below(5000);
            row.hostedOn = words + below(4);
            row.discoveredVia = words + below(3);
            row.family = static_cast<Family>(below(familyCount));
            row.severity = static_cast<Severity>(below(severityCount));
            row.status = static_cast<Status>(below(statusCount));
            batch.rows.push_back(row);
        }
        index.append(batch);
    }
}

/// The same work by hand for one selected group: rows and the counts of ten facets, all and open
/// ones, over the same columns, nothing else.
class BareLoop final
{
public:
    explicit BareLoop(const IndexSnapshot &snapshot)
    {
        for (std::size_t facet = 0; facet < columnFacetCount; ++facet) {
            const auto field = static_cast<Field>(facet);
            for (quint32 row = 0; row < snapshot.rows; ++row) {
                const Segment &segment = snapshot.segmentOf(row);
                if (const LevelColumn levels = facetLevels(field))
                    m_values[facet].push_back((segment.*levels)[row % Segment::capacity]);
                else
                    m_values[facet].push_back(
                            static_cast<quint16>(snapshot.term(*facetColumn(field), row)));
            }
        }
    }
    std::size_t run(quint16 wanted)
    {
        constexpr auto group = static_cast<std::size_t>(Field::Group);
        constexpr auto status = static_cast<std::size_t>(Field::Status);
        const std::vector<quint16> &groups = m_values[group];
        std::vector<quint32> rows;
        rows.reserve(groups.size());
        for (auto &counts : m_counts)
            counts.fill({});
        for (quint32 row = 0; row < groups.size(); ++row) {
            const quint32 open =
                    m_values[status][row] == static_cast<quint16>(Status::Open) ? 1 : 0;
            add(group, groups[row], open);
            if (groups[row] != wanted)
                continue;
            for (std::size_t facet = 0; facet < columnFacetCount; ++facet) {
                if (facet != group)
                    add(facet, m_values[facet][row], open);
            }
            rows.push_back(row);
        }
        return rows.size();
    }

private:
    void add(std::size_t facet, quint16 value, quint32 open)
    {
        ++m_counts[facet][value].matching;
        m_counts[facet][value].open += open;
    }

    std::array<std::vector<quint16>, columnFacetCount> m_values;
    std::array<std::array<FacetCount, 8192>, columnFacetCount> m_counts;
};

/// Counts of twenty views, as after each change of what was read: nothing is known of them.
void countViews(const IndexSnapshot &snapshot)
{
    const char *const texts[] = { "is:unread",       "severity:urgent is:open",
                                  "is:open",         "status:fixed age<7d",
                                  "status:accepted", "family:asset",
                                  "family:user",     "group:\"Business Unit 7\"",
                                  "orders",          "certificate is:unread" };
    std::vector<Filter> filters;
    for (const char *text : texts) {
        filters.push_back(*Filter::parse(QString::fromLatin1(text)).filter);
        filters.push_back(filters.back().withValues(Field::Product, { QStringLiteral("word_1") }));
    }
    ViewTally tally(filters, now());
    tally.add(snapshot, notCancelled);
}

/// Rows that arrive: those of the first positions again, with ids of their own.
EventBatch arrivals(const EventIndex &index, int count)
{
    EventBatch batch;
    for (int i = 0; i < count; ++i) {
        EventRow row = index.row(static_cast<quint32>(i));
        row.id = index.newestId() + 1 + i;
        batch.rows.push_back(row);
    }
    return batch;
}

/// Median time that `count` rows take to be in the rows of a query that is sorted by title and
/// hides one group; negative: they were not.
double arrivalTime(EventIndex &index, const Filter &filter, int count)
{
    EventQuery query(index);
    query.setFilter(filter);
    query.setOrder({ Order::Key::Title, false });
    while (query.busy())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const std::size_t before = query.rows().size();
    std::vector<double> times;
    for (int run = 0; run < 5; ++run) {
        const EventBatch batch = arrivals(index, count);
        times.push_back(medianTime(1, [&] { index.append(batch); }));
    }
    return query.rows().size() > before ? medianOf(times) : -1;
}

/// The snapshot with one subject in a hundred acknowledged or snoozed.
IndexSnapshot decided(const IndexSnapshot &snapshot)
{
    SubjectStandings subjects;
    for (quint32 row = 0; row < snapshot.rows; ++row) {
        const TermId subject = snapshot.term(TermColumn::Subject, row);
        if (subject % 200 == 0)
            subjects.acknowledged.insert(subject);
        else if (subject % 200 == 100)
            subjects.snoozed.insert(subject);
    }
    IndexSnapshot changed = snapshot;
    changed.standings = std::make_shared<const Standings>(subjects);
    return changed;
}

/// What the team decided is counted and filtered by; after a decision its rows are found anew.
void measureStandings(const IndexSnapshot &plain, int runs, const auto &report)
{
    const IndexSnapshot snapshot = decided(plain);
    Ranks ranks;
    std::size_t shown = 0;
    const auto scanned = [&](const char *text) {
        RowMatcher matcher(*Filter::parse(QString::fromLatin1(text)).filter, now());
        shown = scan(snapshot, matcher, {}, ranks, notCancelled).rows.size();
    };
    const char *const group = "group:\"Business Unit 7\"";
    scanned(group);
    report("filter.decided", medianTime(runs, [&] { scanned(group); }), "ms");
    report("filter.triage", medianTime(runs, [&] { scanned("triage:acknowledged"); }), "ms");
    report("standings.find",
           medianTime(runs,
                      [&] {
                          const Standings fresh(snapshot.standings->subjects());
                          for (std::size_t i = 0; i < snapshot.segments.size(); ++i)
                              shown += fresh.rowsOf(i, snapshot.segments[i])->size();
                      }),
           "ms");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const qint64 rows = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    const int runs = 7;
    const auto report = [rows](const char *name, double value, const char *unit) {
        printLine(lineName(name, rows), value, unit);
    };
    EventIndex index;
    const double before = residentMegabytes();
    QElapsedTimer loading;
    loading.start();
    fill(index, rows);
    report("index.load", static_cast<double>(loading.elapsed()), "ms");
    report("index.memory", residentMegabytes() - before, "MB");

    const IndexSnapshot snapshot = index.snapshot();
    Ranks ranks;
    std::size_t shown = 0;
    const auto scanned = [&](const char *text, Order order) {
        // As after a click or a key stroke: nothing is known of the new filter.
        RowMatcher matcher(*Filter::parse(QString::fromLatin1(text)).filter, now());
        shown = scan(snapshot, matcher, order, ranks, notCancelled).rows.size();
    };
    report("filter.scan", medianTime(runs, [&] { scanned("group:\"Business Unit 7\"", {}); }),
           "ms");
    const std::size_t byScan = shown;
    const TermId group = [&] {
        for (TermId term = 1; term <= 60; ++term) {
            if (index.text(term) == QLatin1String("Business Unit 7"))
                return term;
        }
        return TermId { 0 };
    }();
    const auto bare = std::make_unique<BareLoop>(snapshot);
    std::size_t byLoop = 0;
    report("filter.bare",
           medianTime(runs, [&] { byLoop = bare->run(static_cast<quint16>(group)); }), "ms");
    if (byScan != byLoop || byScan == 0) {
        QTextStream(stderr) << "scan and bare loop disagree: " << byScan << " and " << byLoop
                            << '\n';
        return 1;
    }
    report("filter.wide",
           medianTime(runs, [&] { scanned("severity>=medium product:word_1,word_2", {}); }), "ms");
    report("filter.exclude", medianTime(runs, [&] { scanned("-group:\"Business Unit 7\"", {}); }),
           "ms");
    report("filter.facets",
           medianTime(runs,
                      [&] {
                          scanned("severity>=low -status:open -family:user product:word_1,word_2 "
                                  "-policy:word_25",
                                  {});
                      }),
           "ms");
    measureStandings(snapshot, runs, report);
    report("index.text", medianTime(runs, [&] { scanned("orders/77", {}); }), "ms");
    const bool found = shown > 0;
    report("views.counts", medianTime(runs, [&] { countViews(snapshot); }), "ms");
    double worst = 0;
    for (int key = 1; key < Order::keyCount; ++key) {
        const Order order { static_cast<Order::Key>(key), key % 2 == 0 };
        scanned("", order); // ranks are made once in the life of a query
        const double time = medianTime(runs, [&] { scanned("", order); });
        QTextStream(stdout) << "# sorted by key " << key << ": " << time << " ms\n";
        worst = std::max(worst, time);
    }
    report("index.sort", worst, "ms");
    worst = 0;
    for (int key = 1; key < Order::keyCount; ++key) {
        // The pairs that cost most: a second key of many values, in no order with the first.
        for (const auto second : { Order::Key::Time, Order::Key::Title }) {
            const Order order { static_cast<Order::Key>(key), false, Order::Part { second, true } };
            scanned("", order);
            const double time = medianTime(runs, [&] { scanned("", order); });
            QTextStream(stdout) << "# sorted by keys " << key << ", " << int(second) << ": " << time
                                << " ms\n";
            worst = std::max(worst, time);
        }
    }
    report("index.sort.two", worst, "ms");

    quint32 counted = 0;
    report("histogram",
           medianTime(runs,
                      [&] {
                          TimeExtent extent(Field::Received);
                          extent.extend(snapshot);
                          HistogramCounter counter({}, Field::Received,
                                                   timeBins(extent.first(), extent.last(), 160),
                                                   now());
                          counter.extend(snapshot, notCancelled);
                          const Histogram histogram = counter.result();
                          counted = Histogram::sum(histogram.total(0, histogram.bins.count()));
                      }),
           "ms");
    if (counted != snapshot.rows) {
        QTextStream(stderr) << "the histogram counts " << counted << '\n';
        return 1;
    }

    constexpr qint64 mostForPeer = 2'000'000; // beyond, it takes minutes and says nothing new
    if (rows > mostForPeer)
        return found ? 0 : 1;
    ProxyPeer peer(snapshot);
    report("peer.proxymodel.facet", medianTime(5, [&] { peer.selectGroup(group); }), "ms");
    if (peer.shown() != static_cast<int>(byScan)) {
        QTextStream(stderr) << "scan and proxy model disagree\n";
        return 1;
    }
    peer.selectGroup(0);
    bool descending = false;
    const double sortedHere = medianTime(runs, [&] {
        descending = !descending;
        scanned("", { Order::Key::Title, descending });
    });
    const double sortedThere = medianTime(5, [&] { peer.sortByTitle(); });
    report("peer.proxymodel.sort", sortedThere, "ms");
    printLine(lineName("peer.proxymodel.sort", rows, ".ratio"), sortedThere / sortedHere, "x");
    constexpr int arriving = 1000;
    peer.excludeGroup(group);
    const double arrivedThere = medianTime(5, [&] { peer.arrive(arriving); });
    const double arrivedHere = arrivalTime(
            index, *Filter::parse(QStringLiteral("-group:\"Business Unit 7\"")).filter, arriving);
    report("peer.proxymodel.arrive", arrivedThere, "ms");
    report("index.arrive", arrivedHere, "ms");
    printLine(lineName("peer.proxymodel.arrive", rows, ".ratio"), arrivedThere / arrivedHere, "x");
    return found && arrivedHere > 0 ? 0 : 1;
}
