// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/boardkeeper.h"

#include <utility>

namespace models {

BoardKeeper::BoardKeeper(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

BoardKeeper::~BoardKeeper()
{
    m_pool.waitForDone();
}

void BoardKeeper::take(const EventBatch &batch)
{
    if (batch.rows.empty() && batch.terms.empty())
        return;
    if (!m_running && batch.rows.size() <= mostAtOnce) {
        m_boards.add(batch);
        const BoardChanges changes = m_boards.settle();
        if (!changes.isEmpty())
            emit changed(changes);
        return;
    }
    EventBatch kept;
    kept.terms = batch.terms;
    kept.rows = batch.rows;
    m_waiting.push_back(std::move(kept));
    if (!m_running)
        start();
}

/// The copy shares its memory with what is shown until one of them is written.
void BoardKeeper::start()
{
    const bool first = !std::exchange(m_running, true);
    const auto folded = std::make_shared<Folded>();
    folded->boards = m_boards;
    m_pool.start([this, folded, batches = std::exchange(m_waiting, {})] {
        for (const EventBatch &batch : batches)
            folded->boards.add(batch);
        folded->changes = folded->boards.settle();
        // The destructor waits for the pool, so the object is still there.
        QMetaObject::invokeMethod(
                this, [this, folded] { finish(folded); }, Qt::QueuedConnection);
    });
    if (first)
        emit busyChanged();
}

void BoardKeeper::finish(const std::shared_ptr<Folded> &folded)
{
    m_boards = std::move(folded->boards);
    m_running = !m_waiting.empty();
    if (m_running)
        start();
    if (!folded->changes.isEmpty())
        emit changed(folded->changes);
    if (!m_running)
        emit busyChanged();
}

} // namespace models
