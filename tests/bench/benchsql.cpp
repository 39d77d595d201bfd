// SPDX-License-Identifier: GPL-3.0-or-later
// The same facet change by the index and by SQL at its best: rows and the counts of all facets for
// one selected value. SQL gets a table of numbers in memory, an index for each pair of the selected
// column and a counted one, and prepared statements; figures need a Release build.
#include "models/index/eventindex.h"
#include "models/index/scan.h"
#include "tests/bench/benchline.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <sqlite3.h>

#include <cstdio>

using namespace models;

namespace {

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

quint32 valueOf(const IndexSnapshot &snapshot, Field facet, quint32 position)
{
    if (const std::optional<TermColumn> column = facetColumn(facet))
        return snapshot.term(*column, position);
    const Segment &segment = snapshot.segmentOf(position);
    const quint32 row = position % Segment::capacity;
    if (facet == Field::Severity)
        return segment.severities[row];
    return facet == Field::Status ? segment.statuses[row] : segment.families[row];
}

/// The database and its statements.
class SqlPeer final
{
public:
    explicit SqlPeer(const IndexSnapshot &snapshot)
    {
        sqlite3_open(":memory:", &m_database);
        QByteArray columns;
        QByteArray places = "?";
        for (int facet = 0; facet < facetCount; ++facet) {
            columns += ", f" + QByteArray::number(facet) + " INTEGER NOT NULL";
            places += ",?";
        }
        run("CREATE TABLE events (id INTEGER PRIMARY KEY" + columns + ")");
        run("BEGIN");
        sqlite3_stmt *const insert = prepare("INSERT INTO events VALUES (" + places + ")");
        for (quint32 row = 0; row < snapshot.rows; ++row) {
            sqlite3_bind_int64(insert, 1, snapshot.segmentOf(row).ids[row % Segment::capacity]);
            for (int facet = 0; facet < facetCount; ++facet) {
                const auto field = static_cast<Field>(facet);
                sqlite3_bind_int64(insert, facet + 2, valueOf(snapshot, field, row));
            }
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
        run("COMMIT");
        const QByteArray selected = name(Field::Group);
        m_rows = prepare("SELECT id FROM events WHERE " + selected + " = ? ORDER BY id DESC");
        for (int facet = 0; facet < facetCount; ++facet) {
            const QByteArray column = name(static_cast<Field>(facet));
            if (column == selected) { // its own counts are those without the selection
                run("CREATE INDEX own ON events (" + column + ")");
                m_counts.push_back(
                        prepare("SELECT " + column + ", count(*) FROM events GROUP BY " + column));
                continue;
            }
            run("CREATE INDEX with_" + column + " ON events (" + selected + ", " + column + ")");
            m_counts.push_back(prepare("SELECT " + column + ", count(*) FROM events WHERE "
                                       + selected + " = ? GROUP BY " + column));
        }
        run("ANALYZE");
    }
    ~SqlPeer()
    {
        sqlite3_finalize(m_rows);
        for (sqlite3_stmt *statement : m_counts)
            sqlite3_finalize(statement);
        sqlite3_close(m_database);
    }
    SqlPeer(const SqlPeer &) = delete;
    SqlPeer &operator=(const SqlPeer &) = delete;

    /// Rows, and the sum of all counts.
    std::pair<std::size_t, qint64> select(quint32 group)
    {
        std::vector<qint64> ids;
        sqlite3_bind_int64(m_rows, 1, group);
        while (sqlite3_step(m_rows) == SQLITE_ROW)
            ids.push_back(sqlite3_column_int64(m_rows, 0));
        sqlite3_reset(m_rows);
        qint64 sum = 0;
        for (sqlite3_stmt *statement : m_counts) {
            if (sqlite3_bind_parameter_count(statement) > 0)
                sqlite3_bind_int64(statement, 1, group);
            while (sqlite3_step(statement) == SQLITE_ROW)
                sum += sqlite3_column_int64(statement, 1);
            sqlite3_reset(statement);
        }
        return { ids.size(), sum };
    }

private:
    static QByteArray name(Field facet) { return "f" + QByteArray::number(int(facet)); }
    void run(const QByteArray &sql)
    {
        if (sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_database));
    }
    sqlite3_stmt *prepare(const QByteArray &sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_database, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_database));
        return statement;
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_rows = nullptr;
    std::vector<sqlite3_stmt *> m_counts;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const qint64 rows = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    EventIndex index;
    fill(index, rows);
    const IndexSnapshot snapshot = index.snapshot();
    const std::atomic_bool never { false };
    Ranks ranks;
    std::pair<std::size_t, qint64> ours;
    const Filter filter = *Filter::parse(QStringLiteral("group:\"Business Unit 7\"")).filter;
    const double scanned = medianTime(7, [&] {
        RowMatcher matcher(filter, now());
        const ScanResult result = scan(snapshot, matcher, {}, ranks, never);
        ours = { result.rows.size(), 0 };
    });
    // What the counts add up to: rows of the group in each facet, all rows in the group's own.
    ours.second = static_cast<qint64>(ours.first) * (facetCount - 1) + rows;
    SqlPeer peer(snapshot);
    std::pair<std::size_t, qint64> theirs;
    const double asked = medianTime(5, [&] { theirs = peer.select(groups + 7); });
    printLine(lineName("peer.sql.facet", rows), asked, "ms");
    printLine(lineName("peer.sql.facet", rows, ".ratio"), asked / scanned, "x");
    if (ours == theirs && ours.first > 0)
        return 0;
    std::fprintf(stderr, "scan and SQL disagree\n");
    return 1;
}
