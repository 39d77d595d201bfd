// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace models {

class BoardModel;

/// Which entries of a board are shown. A value.
struct BoardFilter
{
    QString text; ///< in any of the searched columns, without case
    /// By column: the wanted values by BoardModel::facetKey(), with their words.
    QMap<int, QMap<qint64, QString>> chosen;
    bool operator==(const BoardFilter &) const = default;
};

/// How many entries have a value, and one that has it.
struct BoardCount
{
    int count = 0;
    quint32 place = 0;
    bool operator==(const BoardCount &) const = default;
};

/// The one filter of a table of assets or users, and the counts beside it. Counts only while
/// somebody looks, and at most four times a second. GUI thread.
class BoardQuery final : public QObject
{
    Q_OBJECT
public:
    /// `model` must outlive the query. `searched`: columns of texts; `facets`: columns to count.
    BoardQuery(BoardModel &model, const QList<int> &searched, const QList<int> &facets,
               QObject *parent = nullptr);

    const BoardModel &model() const { return m_model; }
    const BoardFilter &filter() const { return m_filter; }
    void setFilter(const BoardFilter &filter);
    /// Somebody looks at it, or no longer does.
    void setActive(bool active);

    /// The values of a column, each under the other parts of the filter.
    QHash<qint64, BoardCount> tally(int column) const { return m_tally.value(column); }

    static constexpr std::chrono::milliseconds pause { 250 }; ///< between two counts at least

signals:
    void filterChanged();
    void tallyChanged();

private:
    /// Whether an entry holds the text; each text is looked at once while the test lives.
    std::function<bool(quint32 place)> textTest() const;
    bool allows(quint32 place, int column) const;
    void count();
    void countLater();

    BoardModel &m_model;
    const QList<int> m_searched;
    const QList<int> m_facets;
    BoardFilter m_filter;
    QHash<int, QHash<qint64, BoardCount>> m_tally;
    QTimer m_pause;
    bool m_active = false;
    bool m_stale = true; ///< the tally is not that of now
};

} // namespace models
