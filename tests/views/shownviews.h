// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/readmarks.h"
#include "models/savedviews/savedviewlist.h"
#include "shownpage.h"
#include "tests/support/fakejournal.h"
#include "views/sidebar/pageviews.h"
#include "views/sidebar/viewlist.h"
#include "views/sidebar/viewsession.h"
#include "views/widgets/undotoast.h"

#include <QApplication>
#include <QMenu>

/// A shown events page with saved views and read marks over a journal in memory.
struct ShownViews
{
    ShownPage shown;
    FakeJournal journal;
    models::ReadMarks marks { shown.index, journal, QStringLiteral("ada") };
    models::SavedViewList views { models::standardViews() };
    views::PageViews *parts = nullptr; // a child of the page

    /// `rest`: how long an event is looked at; long, so that nothing is read by itself.
    explicit ShownViews(int events = 300, std::chrono::milliseconds rest = std::chrono::hours(1))
        : shown(events)
    {
        parts = new views::PageViews({ shown.page, shown.index, shown.query, views, marks }, rest);
        marks.refresh();
        shown.settle();
    }
    ~ShownViews() { delete parts; }

    views::ViewSession &session() const { return parts->session(); }
    views::ViewList *list() const { return shown.child<views::ViewList>("eventsPage.views"); }
    QString said() const { return parts->undo().text(); }
    bool isRead(qint64 id) const { return shown.index.isRead(*shown.index.positionOf(id)); }
    qint64 unread() const
    {
        qint64 count = 0;
        for (quint32 row = 0; row < shown.index.rows(); ++row)
            count += shown.index.isRead(row) ? 0 : 1;
        return count;
    }
    void choose(int row)
    {
        session().choose(row);
        shown.settle();
    }
    /// Chooses an entry of the menu that opens.
    static bool pick(const QString &text);
};

inline bool ShownViews::pick(const QString &text)
{
    return QTest::qWaitFor([&text] {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            auto *menu = qobject_cast<QMenu *>(top);
            if (!menu || !menu->isVisible())
                continue;
            for (QAction *action : menu->actions()) {
                if (action->text() != text)
                    continue;
                menu->close();
                action->trigger();
                return true;
            }
        }
        return false;
    });
}
