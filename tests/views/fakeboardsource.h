// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/boardsource.h"

#include <utility>

/// Boards that tell when they are told to.
class FakeBoardSource final : public models::BoardSource
{
public:
    int starts = 0;
    void start() override { ++starts; }
    void feed(const models::EventBatch &batch)
    {
        m_boards.add(batch);
        models::BoardChanges changes = m_boards.settle();
        emit updated({ m_boards, std::move(changes) });
    }

private:
    models::Boards m_boards;
};
