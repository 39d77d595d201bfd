// SPDX-License-Identifier: GPL-3.0-or-later
// The same facet changes by the index and by SQL: the rows for one selected value, newest first,
// and the counts of all facets, all and open ones. Nothing is painted on either side, both have
// what they need in memory and their statements or columns ready. peer.sql.facet: SQL as a program
// would have it, a database file with an index for each facet's column; narrow and wide values,
// each asked for in the way that is fastest (SqlPeer::Way), the mean of all. peer.sql.pairs: in
// memory, with an index for each pair of columns that the counts can be read off (nine more for
// each facet that may be selected), one narrow value. Figures need a Release build.
#include "models/index/eventindex.h"
#include "models/index/scan.h"
#include "tests/bench/benchline.h"
#include "tests/bench/sqlpeer.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <limits>

using namespace models;

namespace {

const std::atomic_bool notCancelled { false };
constexpr TermId groups = 1;
constexpr TermId words = 100;
constexpr TermId assets = 1000;

void fill(EventIndex &index, qint64 rows)
{
    QRandomGenerator random(7);
    const auto below = [&random](quint32 bound) { return random.bounded(bound); };
    EventBatch batch;
    batch.kind = EventBatch::Kind::Older;
    for (TermId i = 0; i < 60; ++i)
        batch.terms.push_back({ groups + i, "Business Unit " + QByteArray::number(i) });
    for (TermId i = 0; i < 60; ++i)
        batch.terms.push_back({ words + i, "WORD_" + QByteArray::number(i) });
    for (TermId i = 0; i < 5000; ++i)
        batch.terms.push_back({ assets + i, "service-" + QByteArray::number(i) });
    for (qint64 id = rows; id > 0; --id) {
        EventRow row;
        row.id = id;
        row.received = 1'700'000'000'000 + id * 31'000;
        row.time = row.received;
        row.group = groups + below(60);
        row.product = words + below(4);
        row.type = words + 4 + below(20);
        row.policy = words + 24 + below(8);
        row.hostedOn = words + 32 + below(5);
        row.discoveredVia = words + 37 + below(5);
        row.asset = assets + below(5000);
        row.family = static_cast<Family>(below(familyCount));
        row.severity = static_cast<Severity>(below(severityCount));
        row.status = static_cast<Status>(below(statusCount));
        batch.rows.push_back(row);
        if (batch.rows.size() == 4096 || id == 1) {
            index.append(batch);
            batch = {};
            batch.kind = EventBatch::Kind::Older;
        }
    }
}

/// A facet with one of its values, as a click selects it.
struct Click
{
    Field field = Field::Group;
    const char *filter = nullptr;
};

/// What is in the middle and at both ends: one of 5,000 assets, one of 60 groups, one of 4
/// products, one of a handful of severities.
constexpr Click clicks[] = { { Field::Asset, "asset:service-77" },
                             { Field::Group, "group:\"Business Unit 7\"" },
                             { Field::Product, "product:word_1" },
                             { Field::Severity, "severity:high" } };

class Ours final
{
public:
    explicit Ours(const IndexSnapshot &snapshot) : m_snapshot(snapshot) { }
    const ScanResult &select(const Click &click)
    {
        RowMatcher matcher(*Filter::parse(QString::fromLatin1(click.filter)).filter, now());
        m_result = scan(m_snapshot, matcher, {}, m_ranks, notCancelled);
        return m_result;
    }
    /// The number of the selected value: that of the first row which is shown.
    quint32 value(const Click &click)
    {
        const ScanResult &result = select(click);
        return result.rows.empty() ? 0
                                   : SqlPeer::valueOf(m_snapshot, click.field, result.rows.front());
    }

private:
    const IndexSnapshot &m_snapshot;
    Ranks m_ranks;
    ScanResult m_result;
};

bool same(const QList<FacetCount> &a, const QList<FacetCount> &b)
{
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i))
            return false;
    }
    return true;
}

bool same(const IndexSnapshot &snapshot, Field selected, const ScanResult &ours,
          const SqlPeer::Answer &theirs)
{
    const bool sameRows = std::equal(ours.rows.begin(), ours.rows.end(), theirs.ids.begin(),
                                     theirs.ids.end(), [&](quint32 row, qint64 id) {
                                         return snapshot.segmentOf(row).ids[row % Segment::capacity]
                                                 == quint32(id);
                                     });
    for (std::size_t facet = 0; facet < columnFacetCount; ++facet) {
        if (facet != static_cast<std::size_t>(selected)
            && !same(ours.matching[facet], theirs.counts[facet]))
            return false;
    }
    return sameRows;
}

/// Compares the clicks, each by its median, and prints the sum of both and their ratio.
bool compare(const IndexSnapshot &snapshot, SqlPeer &peer, const char *name, auto first, auto last)
{
    Ours index(snapshot);
    double ours = 0;
    double theirs = 0;
    for (auto click = first; click != last; ++click) {
        const quint32 value = index.value(*click);
        SqlPeer::Answer answer;
        const double scanned = medianTime(9, [&] { index.select(*click); });
        double asked = std::numeric_limits<double>::max();
        for (int way = 0; way < SqlPeer::wayCount; ++way) {
            asked = std::min(asked, medianTime(3, [&] {
                                 answer = peer.select(click->field, value,
                                                      static_cast<SqlPeer::Way>(way));
                             }));
        }
        const bool any = !answer.ids.empty() || snapshot.rows < 100'000;
        if (!any || !same(snapshot, click->field, index.select(*click), answer)) {
            std::fprintf(stderr, "scan and SQL disagree: %s\n", click->filter);
            return false;
        }
        std::printf("# %s %s: %zu rows, %.2f ms by the index, %.1f ms by SQL, %.0f x\n", name,
                    click->filter, answer.ids.size(), scanned, asked, asked / scanned);
        ours += scanned;
        theirs += asked;
    }
    const auto count = static_cast<double>(last - first);
    const qint64 rows = snapshot.rows;
    printLine(lineName(name, rows), theirs / count, "ms");
    printLine(lineName(name, rows, ".ratio"), theirs / ours, "x");
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const qint64 rows = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    EventIndex index;
    fill(index, rows);
    const IndexSnapshot snapshot = index.snapshot();
    const QTemporaryDir folder;
    std::vector<Field> selectable;
    for (const Click &click : clicks)
        selectable.push_back(click.field);
    SqlPeer file(snapshot, selectable, SqlPeer::Help::IndexPerColumn,
                 QString(folder.path() + QLatin1String("/peer.sqlite")));
    if (!compare(snapshot, file, "peer.sql.facet", std::begin(clicks), std::end(clicks)))
        return 1;
    const Click *const group = std::begin(clicks) + 1;
    SqlPeer memory(snapshot, { Field::Group }, SqlPeer::Help::IndexPerPair);
    return compare(snapshot, memory, "peer.sql.pairs", group, group + 1) ? 0 : 1;
}
