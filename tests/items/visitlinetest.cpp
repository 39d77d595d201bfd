// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/visitline.h"
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/items/eventsmodel.h"
#include "models/items/visittext.h"

#include <QTest>

using namespace models;

namespace {

/// Event `id` comes at minute `id`.
Instant minute(qint64 id)
{
    return Instant(std::chrono::milliseconds(1'700'000'000'000) + std::chrono::minutes(id));
}

EventBatch events(const std::vector<qint64> &ids)
{
    EventBatch batch;
    for (const qint64 id : ids) {
        EventRow row;
        row.id = id;
        row.received = row.time = minute(id).time_since_epoch().count();
        row.severity = id % 2 == 0 ? Severity::Urgent : Severity::Low;
        row.status = Status::Open;
        batch.rows.push_back(row);
    }
    return batch;
}

struct Bench
{
    EventIndex index;
    EventQuery query { index };
    EventsModel model { index, query };

    void add(const std::vector<qint64> &ids)
    {
        index.append(events(ids));
        settle();
    }
    void settle() const
    {
        QVERIFY(QTest::qWaitFor([this] { return !query.busy(); }));
    }
    void filter(const char *text)
    {
        query.setFilter(*Filter::parse(QString::fromLatin1(text)).filter);
        settle();
    }
    /// The events at both sides of the line; none where there is no line.
    std::pair<qint64, qint64> sides() const
    {
        const int row = model.visitLine().row();
        return row < 0 ? std::pair<qint64, qint64>()
                       : std::pair(model.idAt(row - 1), model.idAt(row));
    }
};

using Sides = std::pair<qint64, qint64>;

class TestVisitLine final : public QObject
{
    Q_OBJECT

private slots:
    void liesBetweenNewAndOld();
    void needsRowsOnBothSides();
    void knowsItsOrder();
    void staysBetweenTheSameEvents();
    void isFoundWhenOlderOnesAreLoaded();
    void isToldToScreenReaders();
    void costsLittle();
};

void TestVisitLine::liesBetweenNewAndOld()
{
    Bench bench;
    bench.add({ 1, 2, 3, 4, 5 });
    QCOMPARE(bench.sides(), Sides()); // never here before
    bench.model.setLastVisit(minute(3));
    QCOMPARE(bench.sides(), Sides(4, 3)); // what came at that moment was there
    bench.model.setLastVisit(minute(3) + std::chrono::seconds(30));
    QCOMPARE(bench.sides(), Sides(4, 3));
    bench.model.setLastVisit(std::nullopt);
    QCOMPARE(bench.sides(), Sides());
}

void TestVisitLine::needsRowsOnBothSides()
{
    Bench bench;
    bench.model.setLastVisit(minute(3));
    QCOMPARE(bench.sides(), Sides());
    bench.add({ 2, 3 });
    QCOMPARE(bench.sides(), Sides()); // nothing is new
    bench.add({ 5, 7 });
    QCOMPARE(bench.sides(), Sides(5, 3));
    bench.model.setLastVisit(minute(1));
    QCOMPARE(bench.sides(), Sides()); // all is new
    bench.model.setLastVisit(minute(3));
    bench.filter("severity:urgent");
    QCOMPARE(bench.model.rowCount(), 1); // of before
    QCOMPARE(bench.sides(), Sides());
    bench.filter("");
    QCOMPARE(bench.sides(), Sides(5, 3));
}

void TestVisitLine::knowsItsOrder()
{
    Bench bench;
    bench.add({ 1, 2, 3, 4 });
    bench.model.setLastVisit(minute(2));
    QCOMPARE(bench.sides(), Sides(3, 2));
    for (const Order &order :
         { Order { Order::Key::Received, false }, Order { Order::Key::Time, true },
           Order { Order::Key::Severity, true } }) {
        bench.query.setOrder(order);
        bench.settle();
        QCOMPARE(bench.sides(), Sides());
        bench.query.setOrder({});
        // Until the rows are there, those of the other order are shown.
        QCOMPARE(bench.sides(), bench.query.busy() ? Sides() : Sides(3, 2));
        bench.settle();
        QCOMPARE(bench.sides(), Sides(3, 2));
    }
}

// However much arrives, and whatever is asked: the line belongs to an event.
void TestVisitLine::staysBetweenTheSameEvents()
{
    Bench bench;
    bench.add({ 10, 11, 12, 13 });
    bench.model.setLastVisit(minute(11));
    for (qint64 id = 14; id < 60; ++id) {
        bench.add({ id });
        QCOMPARE(bench.sides(), Sides(12, 11));
        QCOMPARE(bench.model.visitLine().row(), int(id) - 11);
    }
    EventBatch late = events({ 60 }); // the clock was set back: still it came later
    late.rows.front().received = minute(2).time_since_epoch().count();
    bench.index.append(late);
    bench.settle();
    QCOMPARE(bench.sides(), Sides(12, 11));
    bench.filter("severity:urgent");
    QCOMPARE(bench.sides(), Sides(12, 10));
}

// The newest page comes first, then older ones, meanwhile live ones.
void TestVisitLine::isFoundWhenOlderOnesAreLoaded()
{
    Bench bench;
    bench.model.setLastVisit(minute(44));
    bench.add({ 100, 99, 98, 97 });
    QCOMPARE(bench.sides(), Sides());
    bench.add({ 101, 102 });
    bench.add({ 96, 95, 46, 45 });
    QCOMPARE(bench.sides(), Sides());
    bench.add({ 43, 42, 41 });
    QCOMPARE(bench.sides(), Sides(45, 43));
    bench.add({ 40, 39 });
    QCOMPARE(bench.sides(), Sides(45, 43));
    const QString text = newSinceText(bench.index, minute(44), minute(103));
    QVERIFY2(text.startsWith(u"10 events came"), qPrintable(text));
    QVERIFY2(text.contains(u"5 of them urgent"), qPrintable(text));
    bench.add({ 44 }); // one that fits into no page
    QVERIFY(newSinceText(bench.index, minute(44), minute(103)).startsWith(u"11 events came"));
    QVERIFY(newSinceText(bench.index, minute(102), minute(103)).isEmpty());
}

void TestVisitLine::isToldToScreenReaders()
{
    Bench bench;
    bench.add({ 1, 2, 3, 4 });
    bench.model.setLastVisit(minute(2));
    const auto told = [&bench](int row) {
        return bench.model.index(row, EventsModel::Title)
                .data(Qt::AccessibleDescriptionRole)
                .toString();
    };
    QVERIFY(told(0).isEmpty());
    QVERIFY(told(1).contains(u"new since your last visit"));
    QVERIFY(told(2).contains(u"before your last visit"));
    QVERIFY(told(3).isEmpty());
}

// However long the table is, and however much came before.
void TestVisitLine::costsLittle()
{
    Bench bench;
    constexpr qint64 many = 30'000;
    std::vector<qint64> ids(many);
    for (qint64 i = 0; i < many; ++i)
        ids[std::size_t(i)] = many - i;
    bench.add(ids);
    bench.model.setLastVisit(minute(many / 2));
    int row = 0;
    QBENCHMARK
    {
        row = bench.model.visitLine().row();
    }
    QCOMPARE(row, int(many / 2));
}

} // namespace

QTEST_GUILESS_MAIN(TestVisitLine)
#include "visitlinetest.moc"
