// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/boards.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace models {

/// Keeps the boards up to date with what the feed takes over. Few rows are folded at once; many, as
/// at the start, on a thread of its own, and whoever looks sees the boards of before meanwhile.
/// GUI thread.
class BoardKeeper final : public QObject
{
    Q_OBJECT
public:
    explicit BoardKeeper(QObject *parent = nullptr);
    /// Waits for a fold that is under way.
    ~BoardKeeper() override;

    /// Connect Feed::taken() to it.
    void take(const EventBatch &batch);

    const Boards &boards() const { return m_boards; }
    /// Rows wait to be folded, or are being folded.
    bool busy() const { return m_running || !m_waiting.empty(); }

    static constexpr std::size_t mostAtOnce = 1000; ///< rows that are folded on the GUI thread

signals:
    /// The boards are others now; these places changed or are new.
    void changed(const models::BoardChanges &changes);
    /// busy() changed.
    void busyChanged();

private:
    struct Folded
    {
        Boards boards;
        BoardChanges changes;
    };
    void start();
    void finish(const std::shared_ptr<Folded> &folded);

    Boards m_boards;
    std::vector<EventBatch> m_waiting;
    bool m_running = false;
    QThreadPool m_pool;
};

} // namespace models
