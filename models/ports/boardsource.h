// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/boards.h"

#include <QObject>

namespace models {

/// The boards as they are now, what is another since the last time, and those texts that came with
/// it which only the boards have.
struct BoardsUpdate
{
    Boards boards;
    BoardChanges changes;
    std::vector<Term> terms {};
};

/// Where the boards come from. Nothing is read before somebody wants them, since they cost memory
/// for each event of the store. Calls come from the GUI thread, return at once and are answered on
/// it.
class BoardSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Begins to read, once; calls after the first do nothing. Answered by progress(), then by
    /// updated() when all events that are there have been folded, and after that whenever more
    /// came, at most four times a second.
    virtual void start() = 0;

signals:
    /// Events folded so far, while the store is being read for the first time.
    void progress(qint64 events);
    void updated(const models::BoardsUpdate &update);
    /// The store cannot be read now, says why; it is tried again by itself.
    void failed(const QString &reason);
};

} // namespace models

Q_DECLARE_METATYPE(models::BoardsUpdate)
