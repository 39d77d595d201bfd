// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/storeanswers.h"

#include <QObject>

namespace models {

/// Asks the store for a query, keeps its answers and tells how far it is. Answers to questions of
/// an earlier filter are dropped. GUI thread.
class StoreLookup final : public QObject
{
    Q_OBJECT
public:
    /// `search` must outlive the object; without one nothing is ever answered.
    explicit StoreLookup(StoreSearch *search, QObject *parent = nullptr);

    /// Drops what was asked and answered, and begins with the clauses of a filter.
    void begin(const Filter &filter);
    /// What is known; a new object whenever something has been added. Null without a store.
    const std::shared_ptr<const StoreAnswers> &answers() const { return m_answers; }

    /// Whether questions make sense: the filter has clauses for the store, and nobody stopped it.
    bool isWanted() const { return m_answers && m_answers->isNeeded() && !m_stopped; }
    /// Not with an empty question.
    void ask(StoreQuestion question);
    /// Questions are under way.
    bool isAsking() const { return !m_open.empty(); }

    /// Drops the open questions, and asks no more until resume() or begin().
    void stop();
    void resume();
    bool isStopped() const { return m_stopped; }
    /// How much of what was asked for since the last time that nothing was, 0 to 1.
    double progress() const;
    /// Why the store cannot be read; empty where it can.
    const QString &failure() const { return m_failure; }

signals:
    /// answers() has grown.
    void answered();
    /// isAsking(), progress(), isStopped() or failure() have changed.
    void changed();

private:
    void take(const StoreVerdicts &verdicts);
    void fail(const QString &reason);
    void drop();

    StoreSearch *const m_search;
    std::shared_ptr<const StoreAnswers> m_answers;
    std::vector<quint64> m_open; ///< numbers of questions without their last answer
    std::size_t m_asked = 0; ///< texts and bodies
    std::size_t m_judged = 0;
    bool m_stopped = false;
    QString m_failure;
};

} // namespace models
