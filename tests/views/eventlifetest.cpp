// SPDX-License-Identifier: GPL-3.0-or-later
// The tab with the life of the issue that the shown event belongs to.
#include "views/pages/eventlife.h"
#include "boardworld.h"
#include "views/detail/detailpane.h"
#include "views/detail/lifepane.h"

#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using models::TimelineModel;

namespace {

class TestEventLife final : public QObject
{
    Q_OBJECT

private slots:
    void readsNothingBeforeItIsSeen();
    void tellsTheLife();
    void saysThatThereIsNone();
    void followsWhatHappens();
    void leadsOn();
};

/// A shown detail pane with its tab of the life, over events of its own.
struct Shown : BoardWorld
{
    views::DetailPane pane;
    views::LifePane *life = new views::LifePane(index);
    std::unique_ptr<views::EventLife> teller;

    Shown()
    {
        pane.addLife(life);
        teller = std::make_unique<views::EventLife>(issueParts(), *life);
        pane.resize(420, 700);
        pane.setVisible(true);
        events = stream.make(300);
    }
    void select(const tests::StreamEvent &event)
    {
        models::StoredEvent stored;
        stored.id = event.id;
        stored.event = event.event;
        pane.show(stored);
    }
    void openTab()
    {
        auto *tabs = pane.findChild<QTabWidget *>(QStringLiteral("detailPane.tabs"));
        tabs->setCurrentWidget(life);
    }
    /// The newest event of the issue with the most events.
    const tests::StreamEvent &busiest() const
    {
        const models::IssueBoard &board = keeper.boards().issues();
        quint32 most = 0;
        for (quint32 place = 1; place < board.size(); ++place) {
            if (board.state(place).events > board.state(most).events)
                most = place;
        }
        return events[std::size_t(board.issue(most).newestEvent - 1)];
    }
    quint32 placeOf(const tests::StreamEvent &event)
    {
        return *keeper.boards().issues().placeOf(stream.term(event.event.subjectId));
    }
    QString words() const
    {
        return life->findChild<QLabel *>(QStringLiteral("lifePane.words"))->text();
    }
    bool tells() const { return list().isVisible(); }
    QListView &list() const
    {
        return *life->findChild<QListView *>(QStringLiteral("lifePane.timeline"));
    }
    int entriesOf(qint64 event) const
    {
        int count = 0;
        for (int row = 0; row < list().model()->rowCount(); ++row) {
            const QModelIndex entry = list().model()->index(row, 0);
            count += entry.data(TimelineModel::EventRole).toLongLong() == event ? 1 : 0;
        }
        return count;
    }
    QToolButton *way(const char *name) const
    {
        return life->findChild<QToolButton *>(QLatin1String(name));
    }
};

void TestEventLife::readsNothingBeforeItIsSeen()
{
    Shown shown;
    shown.index.append(shown.stream.batch(shown.events));
    shown.select(shown.events[0]);
    QCOMPARE(shown.source.starts, 0);
    shown.openTab();
    QVERIFY(shown.source.starts > 0);
    QVERIFY(!shown.tells());
    QVERIFY2(shown.words().contains(u"Working out"), qPrintable(shown.words()));
}

void TestEventLife::tellsTheLife()
{
    Shown shown;
    shown.feed(shown.events);
    shown.openTab();
    const tests::StreamEvent &event = shown.busiest();
    shown.select(event);
    QVERIFY(shown.tells());
    int checked = 0;
    for (const tests::StreamEvent &other : shown.events) {
        const bool same = other.event.subjectId == event.event.subjectId;
        QCOMPARE(shown.entriesOf(other.id), same ? 1 : 0);
        checked += same ? 1 : 0;
    }
    QVERIFY(checked > 1);
}

void TestEventLife::saysThatThereIsNone()
{
    Shown shown;
    shown.feed(shown.events);
    shown.openTab();
    const auto found = std::find_if(shown.events.begin(), shown.events.end(),
                                    [](const tests::StreamEvent &event) {
                                        return event.event.family == models::Family::PortalUser;
                                    });
    QVERIFY(found != shown.events.end());
    shown.select(shown.busiest());
    QVERIFY(shown.tells());
    shown.select(*found);
    QVERIFY(!shown.tells());
    QVERIFY2(shown.words().contains(u"no issue"), qPrintable(shown.words()));
}

void TestEventLife::followsWhatHappens()
{
    Shown shown;
    shown.feed(shown.events);
    shown.openTab();
    const tests::StreamEvent event = shown.busiest();
    shown.select(event);
    const int before = shown.list().model()->rowCount();

    models::EventBatch again; // the event itself, once more
    again.repeats = { { 1, event.id, 1'900'000'000'000 } };
    shown.feed(again);
    QTRY_COMPARE(shown.list().model()->rowCount(), before + 1);
    QCOMPARE(shown.entriesOf(event.id), 2);

    models::TriageAct act;
    act.kind = models::ActKind::Acknowledge;
    QSignalSpy done(&shown.desk, &models::TriageDesk::done);
    shown.desk.act(act, { event.id });
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(shown.list().model()->rowCount(), before + 2);

    tests::StreamEvent newer = event;
    newer.id = qint64(shown.events.size()) + 1;
    newer.time += std::chrono::hours(24);
    shown.feed(shown.stream.batch({ newer }));
    QCOMPARE(shown.entriesOf(newer.id), 1);
}

void TestEventLife::leadsOn()
{
    Shown shown;
    shown.feed(shown.events);
    shown.openTab();
    // One with others of its rule, and others on its asset.
    const models::IssueBoard &board = shown.keeper.boards().issues();
    std::optional<quint32> place;
    for (quint32 at = 0; at < board.size() && !place; ++at) {
        const models::IssueRelations relations = models::relationsOf(board, at);
        if (!relations.sameRule.empty() && !relations.sameAsset.empty())
            place = at;
    }
    QVERIFY(place);
    const models::Issue issue = board.issue(*place);
    shown.select(shown.events[std::size_t(issue.newestEvent - 1)]);
    QSignalSpy toIssue(shown.teller.get(), &views::EventLife::issueRequested);
    QSignalSpy toRule(shown.teller.get(), &views::EventLife::sameRuleRequested);
    QSignalSpy toAsset(shown.teller.get(), &views::EventLife::sameAssetRequested);
    for (const char *way : { "lifePane.issue", "lifePane.sameRule", "lifePane.sameAsset" }) {
        QVERIFY2(shown.way(way)->isVisible() && !shown.way(way)->text().isEmpty(), way);
        shown.way(way)->click();
    }
    for (const QSignalSpy *led : { &toIssue, &toRule, &toAsset }) {
        QCOMPARE(led->size(), 1);
        QCOMPARE(led->constFirst().constFirst().toUInt(), *place);
    }
    QSignalSpy toEvent(shown.life, &views::LifePane::eventRequested);
    emit shown.list().activated(shown.list().model()->index(0, 0));
    QCOMPARE(toEvent.size(), 1);
    QCOMPARE(toEvent[0][0].toLongLong(), issue.newestEvent);
}

} // namespace

QTEST_MAIN(TestEventLife)
#include "eventlifetest.moc"
