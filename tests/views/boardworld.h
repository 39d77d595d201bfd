// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeboardsource.h"
#include "models/boards/boardkeeper.h"
#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "tests/boards/boardstream.h"
#include "tests/support/fakejournal.h"
#include "views/pages/issuespage.h"

/// What pages of boards stand on: boards and acts over events of their own.
struct BoardWorld
{
    tests::BoardStream stream { 5 };
    std::vector<tests::StreamEvent> events; ///< as many as the test made
    models::EventIndex index;
    FakeJournal journal;
    FakeBoardSource source;
    models::BoardKeeper keeper;
    models::TriageDesk desk { journal, index, QStringLiteral("ada") };

    BoardWorld() { keeper.follow(source); }
    void feed(const std::vector<tests::StreamEvent> &some) { feed(stream.batch(some)); }
    void feed(const models::EventBatch &batch)
    {
        index.append(batch);
        source.feed(batch);
    }
    views::IssuesPage::Parts issueParts()
    {
        return { source, keeper, desk, index, QStringLiteral("ada") };
    }
};
