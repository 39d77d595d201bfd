// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/completion.h"
#include "models/index/latestjob.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace models {

class EventIndex;

/// Completes the filter language while one types: what the language knows at once, values with
/// their counts as soon as they are counted on a pool thread. GUI thread.
class FilterCompleter final : public QObject
{
    Q_OBJECT
public:
    /// Counts the values of a field that hold what was typed, the most frequent first, at most
    /// `most`. Called on a pool thread; gives up when `cancelled` becomes true.
    using Counter = std::function<std::vector<ValueCount>(
            const FilterContext &context, std::size_t most, const std::atomic_bool &cancelled)>;
    /// Gives what counts in the data of now. Called on the GUI thread.
    using Counters = std::function<Counter()>;

    /// For expressions that ask for events; `index` must outlive the completer.
    explicit FilterCompleter(const EventIndex &index, QObject *parent = nullptr);
    /// What `counters` refers to must outlive the completer.
    FilterCompleter(FilterScope scope, Counters counters, QObject *parent = nullptr);

    /// Answered by offered(), once or, where something is counted, a second time.
    void complete(const QString &text, qsizetype cursor, const QStringList &recent);
    /// Nothing is to be answered any more.
    void cancel();

    /// A body as it came: its paths and their values are offered from now on. Bodies are read on
    /// a pool thread, one after the other; bounded, and of very many at once only the latest.
    void learn(const QByteArray &body);
    QStringList knownPaths() const;

signals:
    void offered(const models::FilterContext &context, const QList<models::Completion> &list);
    /// The paths of a body are known.
    void learnt();

private:
    void count(const FilterContext &context);
    void offer(const FilterContext &context, std::vector<ValueCount> values);

    void learnNext();

    const FilterScope m_scope;
    const Counters m_counters;
    QStringList m_recent;
    QList<QByteArray> m_bodies; ///< still to be read
    QMap<QString, QStringList> m_paths; ///< with values seen there
    LatestJob m_counting;
    LatestJob m_learning;
};

} // namespace models
