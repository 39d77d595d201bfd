// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeboardsource.h"
#include "models/boards/boardkeeper.h"
#include "models/boards/issuesubject.h"
#include "models/boards/standingskeeper.h"
#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/readmarks.h"
#include "models/items/eventsmodel.h"
#include "models/savedviews/savedviewlist.h"
#include "tests/boards/boardstream.h"
#include "tests/support/fakejournal.h"
#include "views/detail/detailpane.h"
#include "views/detail/lifepane.h"
#include "views/pages/eventlife.h"
#include "views/pages/eventspage.h"
#include "views/pages/eventtriage.h"
#include "views/pages/triagedialog.h"
#include "views/sidebar/pageviews.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/undotoast.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

/// A shown events page on which one can decide about issues, with the tab of the life, over events
/// of its own.
struct ShownActs
{
    tests::BoardStream stream { 5 };
    std::vector<tests::StreamEvent> events; ///< ids from 1 on
    models::EventIndex index;
    FakeJournal readJournal;
    models::ReadMarks marks { index, readJournal, QStringLiteral("ada") };
    models::SavedViewList views { models::standardViews() };
    FakeJournal journal;
    FakeBoardSource source;
    models::BoardKeeper keeper;
    models::TriageDesk desk { journal, index, QStringLiteral("ada") };
    models::StandingsKeeper standings { desk, index };
    models::EventQuery query { index };
    models::EventsModel model { index, query };
    views::DetailPane *detail = new views::DetailPane;
    views::EventsPage page { model, query, detail };
    views::PageViews *parts = nullptr; // a child of the page

    explicit ShownActs(int count = 400)
    {
        keeper.follow(source);
        parts = new views::PageViews({ page, index, query, views, marks }, std::chrono::hours(1));
        new views::EventTriage(
                { page, *detail, index, query, desk, parts->undo(), QStringLiteral("ada") });
        auto *life = new views::LifePane(index);
        detail->addLife(life);
        new views::EventLife(issueParts(), *life, life);
        QObject::connect(&page, &views::EventsPage::eventSelected, detail,
                         [this](qint64 id) { showDetail(id); });
        marks.refresh();
        events = stream.make(count);
        feed(events);
        page.resize(1280, 760);
        page.show();
        (void)QTest::qWaitForWindowActive(&page);
        settle();
    }

    views::IssuesPage::Parts issueParts()
    {
        return { source, keeper, desk, index, QStringLiteral("ada") };
    }
    void feed(const std::vector<tests::StreamEvent> &some)
    {
        const models::EventBatch batch = stream.batch(some);
        index.append(batch);
        source.feed(batch);
    }
    void settle()
    {
        (void)QTest::qWaitFor([this] { return !query.busy(); });
    }
    views::EventTable &table() const { return page.table(); }
    const tests::StreamEvent &event(qint64 id) const { return events[std::size_t(id - 1)]; }
    models::TermId subject(qint64 id) const { return models::issueSubject(index, id); }
    models::TriageState state(qint64 id) const { return desk.board().state(subject(id)); }
    /// The ids of all events of the issue of an event, oldest arrival first.
    std::vector<qint64> eventsOf(models::TermId subject) const
    {
        std::vector<qint64> ids;
        for (const tests::StreamEvent &one : events) {
            if (this->subject(one.id) == subject)
                ids.push_back(one.id);
        }
        return ids;
    }
    /// The events of the issue that has the most of them, oldest arrival first.
    std::vector<qint64> busiest() const
    {
        std::vector<qint64> most;
        for (const tests::StreamEvent &one : events) {
            if (subject(one.id) == 0)
                continue;
            std::vector<qint64> its = eventsOf(subject(one.id));
            if (its.size() > most.size())
                most = std::move(its);
        }
        return most;
    }
    /// An event of a user of the portal.
    qint64 withoutIssue() const
    {
        for (const tests::StreamEvent &one : events) {
            if (one.event.family == models::Family::PortalUser)
                return one.id;
        }
        return 0;
    }
    /// Selects these events and no others.
    void select(const std::vector<qint64> &ids) const
    {
        QItemSelection selection;
        for (const qint64 id : ids) {
            const QModelIndex row = model.index(model.rowOf(id), 0);
            selection.select(row, row);
        }
        using Flag = QItemSelectionModel::SelectionFlag;
        QItemSelectionModel &rows = *table().selectionModel();
        rows.setCurrentIndex(selection.indexes().constLast(), Flag::NoUpdate);
        rows.select(selection, Flag::ClearAndSelect | Flag::Rows);
    }

private:
    void showDetail(qint64 id)
    {
        if (id == 0)
            return detail->clear();
        models::StoredEvent stored;
        stored.id = id;
        stored.event = event(id).event;
        detail->show(stored);
    }
};

/// A key in the table, once its window is the active one again: that is where keys go.
inline void press(ShownActs &shown, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    shown.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    shown.table().setFocus();
    QTest::keyClick(&shown.table(), key, modifiers);
}

/// The dialog that asks, once it is there.
inline views::TriageDialog *dialogOf(ShownActs &shown)
{
    views::TriageDialog *dialog = nullptr;
    (void)QTest::qWaitFor([&] {
        dialog = shown.page.findChild<views::TriageDialog *>();
        return dialog && dialog->isVisible();
    });
    return dialog;
}

/// Confirms what the dialog asks, and waits until it is gone.
inline bool confirm(ShownActs &shown, const QString &text = {})
{
    views::TriageDialog *dialog = dialogOf(shown);
    if (!dialog)
        return false;
    if (auto *edit = dialog->findChild<QPlainTextEdit *>())
        edit->setPlainText(text);
    if (auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("triageDialog.name")))
        name->setText(text);
    auto *button = dialog->findChild<QPushButton *>(QStringLiteral("triageDialog.confirm"));
    QTest::mouseClick(button, Qt::LeftButton);
    return QTest::qWaitFor([&shown] { return !shown.page.findChild<views::TriageDialog *>(); });
}

/// The menu of the row of an event.
inline QMenu *menuOf(ShownActs &shown, qint64 event)
{
    QSignalSpy made(&shown.page, &views::EventsPage::tableMenuMade);
    const QModelIndex cell =
            shown.model.index(shown.model.rowOf(event), models::EventsModel::Title);
    shown.table().scrollTo(cell);
    emit shown.table().customContextMenuRequested(shown.table().visualRect(cell).center());
    return made.isEmpty() ? nullptr : made[0][0].value<QMenu *>();
}

inline QAction *entry(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

/// How many events the facet of our state counts for a standing.
inline qsizetype counted(const ShownActs &shown, models::Standing standing)
{
    for (const models::FacetValue &value : shown.query.facet(models::Field::Triage)) {
        if (value.value == models::standingKey(standing))
            return value.matching;
    }
    return 0;
}

inline std::size_t issuesIn(const ShownActs &shown)
{
    return models::newestOfIssues(shown.index, shown.query.rows()).size();
}
