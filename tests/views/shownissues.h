// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeboardsource.h"
#include "models/boards/boardkeeper.h"
#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "tests/boards/boardstream.h"
#include "tests/support/fakejournal.h"
#include "views/pages/issuespage.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/eventtable.h"

#include <QLabel>
#include <QTest>

/// A shown page of issues over events of its own.
struct ShownIssues
{
    tests::BoardStream stream { 5 };
    std::vector<tests::StreamEvent> events;
    models::EventIndex index;
    FakeJournal journal;
    FakeBoardSource source;
    models::BoardKeeper keeper;
    models::TriageDesk desk { journal, index, QStringLiteral("ada") };
    std::unique_ptr<views::IssuesPage> page;

    explicit ShownIssues(int count = 400)
    {
        keeper.follow(source);
        page = std::make_unique<views::IssuesPage>(
                views::IssuesPage::Parts { source, keeper, desk, index, QStringLiteral("ada") });
        page->resize(1280, 760);
        page->show();
        (void)QTest::qWaitForWindowActive(page.get());
        if (count > 0) {
            events = stream.make(count);
            feed(events);
        }
    }
    void feed(const std::vector<tests::StreamEvent> &some)
    {
        const models::EventBatch batch = stream.batch(some);
        index.append(batch);
        source.feed(batch);
    }
    template<typename T> T *child(const char *name) const
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    views::EventTable *table() const { return child<views::EventTable>("issuesPage.table"); }
    QString count() const { return child<QLabel>("issuesPage.count")->text(); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    int rows() const { return table()->model()->rowCount(); }
    void choose(int row) const { table()->selectRow(row); }
    /// The open issues of the board.
    int open() const
    {
        int open = 0;
        for (const models::Issue &issue : tests::issuesOf(keeper.boards().issues()))
            open += issue.isOpen() ? 1 : 0;
        return open;
    }
};
