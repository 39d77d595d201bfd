// SPDX-License-Identifier: GPL-3.0-or-later
// Orders of one key and of two against a naive sort: whole scans, and rows that arrive later.
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/scan.h"
#include "tests/index/naivefilter.h"
#include "tests/index/sampleevents.h"

#include <QTest>

using namespace models;
using namespace tests;

namespace {

void append(EventIndex &index, SampleEvents &events, std::initializer_list<std::pair<int, int>> ids)
{
    for (const auto &[from, to] : ids) {
        EventBatch batch;
        batch.kind = from <= to ? EventBatch::Kind::Newer : EventBatch::Kind::Older;
        const int step = from <= to ? 1 : -1;
        for (int id = from; id != to + step; id += step)
            batch.rows.push_back(events.any(id));
        batch.terms = events.takeTerms();
        index.append(batch);
    }
}

Order randomOrder(SampleEvents &random)
{
    const auto part = [&random] {
        return Order::Part { static_cast<Order::Key>(random.below(Order::keyCount)),
                             random.below(2) == 0 };
    };
    const Order::Part first = part();
    return { first.key, first.descending, part() };
}

} // namespace

class OrderTest final : public QObject
{
    Q_OBJECT
private slots:
    void everyPairOfKeys()
    {
        SampleEvents events(17);
        EventIndex index;
        append(index, events, { { 400, 301 }, { 401, 460 }, { 300, 250 }, { 480, 470 } });
        Ranks ranks;
        const std::atomic_bool cancelled { false };
        const Instant then = now();
        for (int first = 0; first < Order::keyCount; ++first) {
            for (int second = 0; second < Order::keyCount; ++second) {
                for (int ways = 0; ways < 4; ++ways) {
                    const Order order { static_cast<Order::Key>(first), (ways & 1) != 0,
                                        Order::Part { static_cast<Order::Key>(second),
                                                      (ways & 2) != 0 } };
                    RowMatcher matcher(Filter(), then);
                    QVERIFY2(scan(index.snapshot(), matcher, order, ranks, cancelled).rows
                                     == naiveRows(index, Filter(), order, then),
                             qPrintable(
                                     QStringLiteral("%1 %2 %3").arg(first).arg(second).arg(ways)));
                }
            }
        }
    }

    void secondKeyDecidesWhereTheFirstIsEqual()
    {
        SampleEvents events(3);
        EventIndex index;
        append(index, events, { { 1, 200 } });
        const Order one { Order::Key::Severity, true };
        const Order two { Order::Key::Severity, true, Order::Part { Order::Key::Title, false } };
        QVERIFY(naiveRows(index, Filter(), one, now()) != naiveRows(index, Filter(), two, now()));
    }

    void arrivalsFallIntoPlace()
    {
        for (quint32 seed = 1; seed <= 12; ++seed) {
            SampleEvents events(seed);
            EventIndex index;
            EventQuery query(index);
            append(index, events, { { 1000, 901 } });
            const Order order = randomOrder(events);
            query.setOrder(order);
            QTRY_VERIFY(!query.busy());
            int newest = 1000;
            int oldest = 901;
            for (int round = 0; round < 12; ++round) {
                const int count = 1 + static_cast<int>(events.below(9));
                if (events.below(3) == 0) {
                    append(index, events, { { oldest - 1, oldest - count } });
                    oldest -= count;
                } else {
                    append(index, events, { { newest + 1, newest + count } });
                    newest += count;
                }
                QVERIFY(query.rows() == naiveRows(index, Filter(), order, now()));
            }
            for (std::size_t row = 0; row < query.rows().size(); ++row)
                QCOMPARE(query.rowOf(query.rows()[row]), static_cast<int>(row));
        }
    }
};

QTEST_GUILESS_MAIN(OrderTest)
#include "ordertest.moc"
