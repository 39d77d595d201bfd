// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/boardsource.h"

namespace models {

/// The boards as they were told last, for all who show them. GUI thread.
class BoardKeeper final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Takes what a source tells, from now on; the source must outlive the keeper.
    void follow(BoardSource &source);
    void take(const BoardsUpdate &update);

    const Boards &boards() const { return m_boards; }
    /// All that was there has been folded once.
    bool known() const { return m_known; }
    /// Events folded so far, until known().
    qint64 progress() const { return m_progress; }
    /// Why nothing newer comes; empty while all is well.
    const QString &problem() const { return m_problem; }

signals:
    /// The boards are others now; these places changed or are new.
    void changed(const models::BoardChanges &changes);
    /// known(), progress() or problem().
    void stateChanged();

private:
    Boards m_boards;
    bool m_known = false;
    qint64 m_progress = 0;
    QString m_problem;
};

} // namespace models
