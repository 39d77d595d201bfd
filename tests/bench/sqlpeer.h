// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/indexsnapshot.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

/// What a facet change asks for, answered by SQL: the ids of the rows that have one value of a
/// facet, newest first, and the counts of the other facets among them, all and open ones. (The
/// selected facet's own counts are those without the selection; like the index, a program would
/// have them already.) Statements are prepared; one thread. SQLite only.
class SqlPeer final
{
public:
    enum class Help : quint8 {
        /// As a program would have it: a database file, an index for the column of each facet.
        IndexPerColumn,
        /// As nobody could afford it: all in memory, and an index for each pair of facets from
        /// which the counts can be read off.
        IndexPerPair,
    };
    /// How the counts are asked for; which one is best depends on the value.
    enum class Way : quint8 {
        Lookup, ///< a statement for each facet, by the index
        Reading, ///< the same without the index, through the whole table
        Once, ///< the rows are put aside by one statement, which counts there
    };
    static constexpr int wayCount = 3;
    struct Answer
    {
        std::vector<qint64> ids;
        models::FacetCounts counts; ///< by the stored value; those of the selected facet are empty
    };

    /// Fills a database with the facets of a snapshot and prepares for changes of some of them.
    /// `file`: where, for IndexPerColumn.
    SqlPeer(const models::IndexSnapshot &snapshot, const std::vector<models::Field> &selectable,
            Help help, const QString &file = {});
    ~SqlPeer();
    SqlPeer(const SqlPeer &) = delete;
    SqlPeer &operator=(const SqlPeer &) = delete;

    /// `facet` is one of those that were prepared for.
    Answer select(models::Field facet, quint32 value, Way way);

    /// What is stored of a row for a facet: the number of its value as the index counts it.
    static quint32 valueOf(const models::IndexSnapshot &snapshot, models::Field facet,
                           quint32 position);

private:
    struct Statements
    {
        sqlite3_stmt *rows = nullptr;
        std::array<std::vector<sqlite3_stmt *>, wayCount> counts; ///< each: facet, value, all, open
    };
    void run(const QByteArray &sql);
    sqlite3_stmt *prepare(const QByteArray &sql);
    void fill(const models::IndexSnapshot &snapshot);
    void prepareFor(int selected);

    sqlite3 *m_database = nullptr;
    std::array<Statements, models::columnFacetCount> m_statements; ///< by selected facet
};
