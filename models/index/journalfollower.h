// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"

#include <QObject>

namespace models {

class Journal;

/// Reads a journal to its end, and later what was added since: one reading at a time, and again by
/// itself where one that failed may be tried again. GUI thread.
class JournalFollower final : public QObject
{
    Q_OBJECT
public:
    /// `journal` must outlive it, and be of one follower alone: others' readings would be taken,
    /// too.
    explicit JournalFollower(Journal &journal, QObject *parent = nullptr);

    /// Reads on; asked for while a reading runs, once more after it.
    void refresh();

signals:
    /// Acts in their order; `complete`: these were the last there are.
    void read(const QList<models::Act> &acts, bool complete);

private:
    void take(const QList<Act> &acts, bool complete);

    Journal &m_journal;
    qint64 m_readTo = 0;
    bool m_reading = false;
    bool m_again = false; ///< to be read once more
};

} // namespace models
