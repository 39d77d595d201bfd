// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boardworld.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/eventtable.h"

#include <QLabel>
#include <QTest>

/// A shown page of issues over events of its own.
struct ShownIssues : BoardWorld
{
    std::unique_ptr<views::IssuesPage> page = std::make_unique<views::IssuesPage>(issueParts());

    explicit ShownIssues(int count = 400)
    {
        page->resize(1280, 760);
        page->show();
        (void)QTest::qWaitForWindowActive(page.get());
        if (count > 0) {
            events = stream.make(count);
            feed(events);
        }
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
