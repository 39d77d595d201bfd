// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shared/worker.h"
#include "app/store/boardreader.h"

namespace app {

/// The boards of a store, folded on a thread with a connection of its own. GUI thread.
class SqlBoards final : public models::BoardSource
{
    Q_OBJECT
public:
    explicit SqlBoards(DatabaseUrl url, QObject *parent = nullptr);
    ~SqlBoards() override;

    void start() override;

public slots:
    /// Something was committed.
    void noticeGrowth();

private:
    Worker<BoardReader> m_reader;
};

} // namespace app
