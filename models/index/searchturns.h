// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/storesearch.h"

#include <QObject>

#include <deque>
#include <memory>
#include <vector>

namespace models {

/// One search of the store for many queries that nobody waits for: their questions take turns, so
/// that fifty cost no more threads and connections than one. A query's turn lasts until all it
/// asked is answered; who asks first is first. GUI thread.
class SearchTurns final : public QObject
{
    Q_OBJECT
public:
    explicit SearchTurns(std::unique_ptr<StoreSearch> search, QObject *parent = nullptr);
    ~SearchTurns() override;

    /// A search for one query; must not outlive the object. Cancelling it drops its own questions
    /// alone. Where the store cannot be read, each says so when its turn has come.
    std::unique_ptr<StoreSearch> newSearch();

private:
    class Turn;
    void wait(Turn &turn);
    void forward(const StoreQuestion &question);
    void leave(const Turn &turn);
    void goOn();
    void take(const StoreVerdicts &verdicts);
    void fail(const QString &reason);

    std::unique_ptr<StoreSearch> m_search;
    std::deque<Turn *> m_waiting; ///< with questions, and without those of m_current
    Turn *m_current = nullptr;
    std::vector<quint64> m_open; ///< numbers of its questions without their last answer
};

} // namespace models
