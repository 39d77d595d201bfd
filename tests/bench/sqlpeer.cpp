// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sqlpeer.h"

#include <sqlite3.h>

using namespace models;

namespace {

QByteArray name(int facet)
{
    return "f" + QByteArray::number(facet);
}

} // namespace

quint32 SqlPeer::valueOf(const IndexSnapshot &snapshot, Field facet, quint32 position)
{
    const Segment &segment = snapshot.segmentOf(position);
    const quint32 row = position % Segment::capacity;
    if (const LevelColumn levels = facetLevels(facet))
        return (segment.*levels)[row];
    const quint32 code = segment.column(*facetColumn(facet)).codes[row];
    return (*snapshot.numbers[position / Segment::capacity])[static_cast<std::size_t>(facet)][code];
}

SqlPeer::SqlPeer(const IndexSnapshot &snapshot, const std::vector<Field> &selectable, Help help,
                 const QString &file)
{
    const QByteArray place = help == Help::IndexPerColumn ? file.toUtf8() : ":memory:";
    if (sqlite3_open(place.constData(), &m_database) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_database));
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA cache_size=-262144"); // all of it fits
    fill(snapshot);
    for (int facet = 0; help == Help::IndexPerColumn && facet < columnFacetCount; ++facet)
        run("CREATE INDEX by_" + name(facet) + " ON events (" + name(facet) + ")");
    if (help == Help::IndexPerPair) {
        for (const Field field : selectable) {
            for (int facet = 0; facet < columnFacetCount; ++facet) {
                const QByteArray own = name(static_cast<int>(field));
                run("CREATE INDEX by_" + own + name(facet) + " ON events (" + own + ", "
                    + name(facet) + ", " + name(int(Field::Status)) + ")");
            }
        }
    }
    run("ANALYZE");
    for (const Field field : selectable)
        prepareFor(static_cast<int>(field));
}

void SqlPeer::prepareFor(int selected)
{
    const QByteArray own = name(selected);
    const QByteArray open =
            "sum(" + name(int(Field::Status)) + " = " + QByteArray::number(int(Status::Open)) + ")";
    Statements &statements = m_statements[static_cast<std::size_t>(selected)];
    statements.rows = prepare("SELECT id FROM events WHERE " + own + " = ? ORDER BY id DESC");
    QByteArray together;
    for (int facet = 0; facet < columnFacetCount; ++facet) {
        if (facet == selected)
            continue;
        const QByteArray columns =
                "SELECT " + QByteArray::number(facet) + ", " + name(facet) + ", count(*), " + open;
        const QByteArray grouped = " GROUP BY " + name(facet);
        statements.counts[int(Way::Lookup)].push_back(
                prepare(columns + " FROM events WHERE " + own + " = ?" + grouped));
        statements.counts[int(Way::Reading)].push_back(
                prepare(columns + " FROM events NOT INDEXED WHERE " + own + " = ?" + grouped));
        together += (together.isEmpty() ? "" : " UNION ALL ") + columns + " FROM chosen" + grouped;
    }
    statements.counts[int(Way::Once)].push_back(
            prepare("WITH chosen AS MATERIALIZED (SELECT * FROM events WHERE " + own + " = ?) "
                    + together));
}

SqlPeer::~SqlPeer()
{
    for (const Statements &statements : m_statements) {
        sqlite3_finalize(statements.rows);
        for (const auto &way : statements.counts) {
            for (sqlite3_stmt *statement : way)
                sqlite3_finalize(statement);
        }
    }
    sqlite3_close(m_database);
}

void SqlPeer::fill(const IndexSnapshot &snapshot)
{
    QByteArray columns;
    QByteArray places = "?";
    for (int facet = 0; facet < columnFacetCount; ++facet) {
        columns += ", " + name(facet) + " INTEGER NOT NULL";
        places += ",?";
    }
    run("CREATE TABLE events (id INTEGER PRIMARY KEY" + columns + ")");
    run("BEGIN");
    sqlite3_stmt *const insert = prepare("INSERT INTO events VALUES (" + places + ")");
    for (quint32 row = snapshot.rows; row-- > 0;) { // ids ascend, as a store is filled
        sqlite3_bind_int64(insert, 1, snapshot.segmentOf(row).ids[row % Segment::capacity]);
        for (int facet = 0; facet < columnFacetCount; ++facet)
            sqlite3_bind_int64(insert, facet + 2,
                               valueOf(snapshot, static_cast<Field>(facet), row));
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run("COMMIT");
}

SqlPeer::Answer SqlPeer::select(Field selected, quint32 value, Way way)
{
    Answer answer;
    const Statements &statements = m_statements[static_cast<std::size_t>(selected)];
    sqlite3_bind_int64(statements.rows, 1, value);
    while (sqlite3_step(statements.rows) == SQLITE_ROW)
        answer.ids.push_back(sqlite3_column_int64(statements.rows, 0));
    sqlite3_reset(statements.rows);
    for (sqlite3_stmt *const counts : statements.counts[static_cast<std::size_t>(way)]) {
        sqlite3_bind_int64(counts, 1, value);
        while (sqlite3_step(counts) == SQLITE_ROW) {
            QList<FacetCount> &facet =
                    answer.counts[static_cast<std::size_t>(sqlite3_column_int(counts, 0))];
            const auto number = static_cast<qsizetype>(sqlite3_column_int64(counts, 1));
            if (number >= facet.size())
                facet.resize(number + 1);
            facet[number] = { static_cast<quint32>(sqlite3_column_int64(counts, 2)),
                              static_cast<quint32>(sqlite3_column_int64(counts, 3)) };
        }
        sqlite3_reset(counts);
    }
    return answer;
}

void SqlPeer::run(const QByteArray &sql)
{
    if (sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_database));
}

sqlite3_stmt *SqlPeer::prepare(const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_database, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_database));
    return statement;
}
