// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that memory cannot tell: ways out of an empty result, and counts of saved views.
#include "models/index/filterwords.h"
#include "models/index/viewcounts.h"
#include "models/index/waysoutfinder.h"
#include "tests/index/naivefilter.h"
#include "tests/index/twoindexes.h"

#include <QSignalSpy>
#include <QTest>

using namespace models;
using namespace tests;

namespace {

Filter filterOf(const char *text)
{
    return *Filter::parse(QString::fromUtf8(text)).filter;
}

/// A finder with a store, and what it said last.
struct Asked
{
    TwoIndexes &two;
    WaysOutFinder finder;
    Filter filter;
    std::vector<WayOut> ways;
    int told = 0;

    explicit Asked(TwoIndexes &indexes) : two(indexes)
    {
        finder.setStore(two.index, two.store);
        QObject::connect(&finder, &WaysOutFinder::found, &finder,
                         [this](const Filter &of, const std::vector<WayOut> &found) {
                             filter = of;
                             ways = found;
                             ++told;
                         });
    }
    void find(const char *text) { finder.find(two.index.snapshot(), filterOf(text)); }
    bool isAsking() const
    {
        return std::any_of(ways.begin(), ways.end(), [](const WayOut &way) { return way.asked; });
    }
    const WayOut *without(const char *clause) const
    {
        for (const WayOut &way : ways) {
            if (way.dropped == QStringList { QString::fromUtf8(clause) })
                return &way;
        }
        return nullptr;
    }
};

/// What a view of a filter should say; of those on paths the naive filter knows nothing.
ViewCount naiveCount(const TwoIndexes &two, const Filter &filter)
{
    const EventIndex &whole = two.whole;
    std::vector<quint32> rows;
    if (!filter.text().contains(QLatin1String("data."))) {
        rows = naiveRows(whole, filter, {}, now());
    } else {
        const bool words = filter.text() == QLatin1String("data.word:odd");
        for (quint32 row = 0; row < whole.rows(); ++row) {
            const QByteArray body = two.store.bodies[whole.id(row)];
            const bool large = body.contains("\"n\":2") || body.contains("\"n\":3");
            if (words ? body.contains("\"odd\"") : large && !whole.isRead(row))
                rows.push_back(row);
        }
    }
    ViewCount count;
    for (const quint32 row : rows) {
        count.unread += whole.isRead(row) ? 0 : 1;
        count.open += isOpen(whole.status(row)) ? 1 : 0;
    }
    return count;
}

} // namespace

class TestStoreCounts final : public QObject
{
    Q_OBJECT
private slots:
    void theStoreCountsAWay()
    {
        TwoIndexes two(3);
        two.arrive(500);
        Asked asked(two);
        asked.find("\"of a new\" group:nowhere");
        QTRY_VERIFY(two.store.isAsked());
        const WayOut *way = asked.without("group:nowhere");
        QVERIFY(way); // its words are nowhere in memory
        QVERIFY(way->asked && way->atLeast);
        QTRY_VERIFY((two.store.step(two.events), !asked.isAsking()));
        way = asked.without("group:nowhere");
        QVERIFY(way && !way->atLeast);
        QCOMPARE(way->rows, qsizetype(naiveRows(two.whole, way->filter, {}, now()).size()));
        QVERIFY(way->rows > 0);
    }

    void aWayThatLeadsNowhereGoes()
    {
        TwoIndexes two(3);
        two.arrive(300);
        Asked asked(two);
        asked.find("\"in no text\" group:nowhere");
        QTRY_VERIFY(two.store.isAsked());
        QVERIFY(asked.without("group:nowhere"));
        QTRY_VERIFY((two.store.step(two.events), !asked.isAsking()));
        QVERIFY(!asked.without("group:nowhere"));
    }

    void severalPathsOneAfterTheOther()
    {
        TwoIndexes two(4);
        two.arrive(300);
        Asked asked(two);
        asked.find("data.n:9 data.word:odd group:*");
        QTRY_VERIFY((two.store.step(two.events), asked.told > 1 && !asked.isAsking()));
        QVERIFY(asked.without("data.n:9"));
        QVERIFY(!asked.without("group:*"));
        for (const WayOut &way : asked.ways) {
            QVERIFY(way.rows > 0 && !way.atLeast);
            QCOMPARE(way.dropped.size(), 1); // no more than has to go
        }
    }

    void cancelledAndAskedAnew()
    {
        TwoIndexes two(5);
        two.arrive(300);
        Asked asked(two);
        asked.find("\"of a new\" group:nowhere");
        QTRY_VERIFY(two.store.isAsked());
        const int told = asked.told;
        asked.finder.cancel();
        QVERIFY(!two.store.isAsked());
        asked.find("\"in no text\" group:nowhere");
        two.store.answerLate(); // says that all passes
        QTRY_VERIFY(two.store.isAsked());
        QTRY_VERIFY((two.store.step(two.events), asked.told > told && !asked.isAsking()));
        QVERIFY(!asked.without("group:nowhere"));
    }

    void aStoreThatCannotBeRead()
    {
        TwoIndexes two(6);
        two.arrive(100);
        Asked asked(two);
        asked.find("\"of a new\" group:nowhere");
        QTRY_VERIFY(two.store.isAsked());
        two.store.fail(QStringLiteral("The disk is gone."));
        QTRY_VERIFY(!asked.isAsking());
        QVERIFY(asked.without("group:nowhere")->atLeast); // it is offered all the same
    }

    void viewsAreCounted()
    {
        TwoIndexes two(7);
        two.arrive(500);
        ViewCounts counts(two.index, [&two] { return std::make_unique<PromptSearch>(two.store); });
        const std::vector<ViewCounts::View> views {
            { 1, filterOf("is:open") },          { 2, filterOf("\"of a new\"") },
            { 3, filterOf("data.word:odd") },    { 4, filterOf("is:unread data.n>1") },
            { 5, filterOf("-größe group:eu*") }, { 6, filterOf("subject:subject-1*") },
        };
        QSet<qint64> everAsked;
        connect(&counts, &ViewCounts::countsChanged, this, [&] { everAsked += counts.asked(); });
        counts.setViews(views);
        const auto settled = [&] {
            if (counts.busy() || counts.counts().size() != int(views.size()))
                return false;
            return std::all_of(views.begin(), views.end(), [&](const ViewCounts::View &view) {
                return counts.counts().value(view.key) == naiveCount(two, view.filter);
            });
        };
        QTRY_VERIFY(settled());
        QVERIFY(everAsked.contains(3) && !everAsked.contains(1) && counts.asked().isEmpty());
        two.arrive(40);
        QTRY_VERIFY(settled());
        IdSet read;
        read.insert({ 10, 400 });
        two.index.setRead(read);
        two.whole.setRead(read);
        QTRY_VERIFY(counts.counts().value(3) == naiveCount(two, views[2].filter));
        read = {};
        two.index.setRead(read);
        two.whole.setRead(read);
        QTRY_VERIFY(settled()); // about what was not asked while it was read, too
    }

    void manyViewsAreAskedOneAfterTheOther()
    {
        TwoIndexes two(8);
        two.arrive(50);
        int made = 0;
        ViewCounts counts(two.index, [&] {
            ++made;
            return std::make_unique<PromptSearch>(two.store);
        });
        std::vector<ViewCounts::View> views;
        for (qint64 key = 1; key <= 20; ++key)
            views.push_back({ key, filterOf("data.word:odd") });
        counts.setViews(views);
        QTRY_COMPARE(counts.counts().size(), 20);
        QCOMPARE(made, 1);
        for (const ViewCounts::View &view : views)
            QCOMPARE(counts.counts().value(view.key), naiveCount(two, view.filter));
        counts.setViews({});
        QTRY_VERIFY(counts.counts().isEmpty() && counts.asked().isEmpty());
    }

    void aBrokenStoreGivesNoNumber()
    {
        TwoIndexes two(9);
        two.arrive(50);
        ViewCounts counts(two.index, [&two] {
            auto search = std::make_unique<PromptSearch>(two.store);
            search->broken = true;
            return search;
        });
        counts.setViews({ { 1, filterOf("data.word:odd") } });
        QTRY_VERIFY(counts.asked().contains(1));
        QTRY_VERIFY(counts.asked().isEmpty());
        QVERIFY(counts.counts().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestStoreCounts)
#include "storecountstest.moc"
