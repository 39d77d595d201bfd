// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/boardkeeper.h"

namespace models {

void BoardKeeper::follow(BoardSource &source)
{
    connect(&source, &BoardSource::updated, this, &BoardKeeper::take);
    connect(&source, &BoardSource::progress, this, [this](qint64 events) {
        m_progress = events;
        emit stateChanged();
    });
    connect(&source, &BoardSource::failed, this, [this](const QString &reason) {
        m_problem = reason;
        emit stateChanged();
    });
}

void BoardKeeper::take(const BoardsUpdate &update)
{
    m_boards = update.boards;
    const bool news = !m_known || !m_problem.isEmpty();
    m_known = true;
    m_problem.clear();
    if (!update.changes.isEmpty())
        emit changed(update.changes);
    if (news)
        emit stateChanged();
}

} // namespace models
