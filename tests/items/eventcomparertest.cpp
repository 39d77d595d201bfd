// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing two stored events, or one with the one before it, and the table of what differs.
#include "models/items/eventcomparer.h"
#include "models/index/eventindex.h"
#include "models/items/comparemodel.h"
#include "tests/index/sampleevents.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace models;
using Kind = JsonDifference::Kind;

namespace {

/// Bodies by id; answers soon.
class Bodies final : public Archive
{
public:
    QHash<qint64, QByteArray> bodies;

    void readNewer(qint64, qint64, int) override { }
    void readOlder(qint64, int) override { }
    void loadEvent(qint64 id) override
    {
        QTimer::singleShot(0, this, [this, id] {
            if (!bodies.contains(id))
                return emit eventMissing(id);
            StoredEvent stored;
            stored.id = id;
            stored.event.body = bodies.value(id);
            emit eventLoaded(stored);
        });
    }
};

struct Bench
{
    tests::SampleEvents events;
    EventIndex index;
    Bodies archive;
    EventComparer comparer { index, archive };
    QSignalSpy compared { &comparer, &EventComparer::compared };

    void arrive(qint64 id, const char *subject)
    {
        EventBatch batch;
        EventRow row = events.any(id);
        row.subject = events.term(QString::fromLatin1(subject));
        batch.rows = { row };
        batch.terms = events.takeTerms();
        index.append(batch);
    }
    EventComparison answer()
    {
        (void)QTest::qWaitFor([this] { return !compared.isEmpty(); });
        return compared.isEmpty() ? EventComparison()
                                  : compared.takeFirst().first().value<EventComparison>();
    }
};

} // namespace

class EventComparerTest final : public QObject
{
    Q_OBJECT
private slots:
    void earlierStandsLeft()
    {
        Bench bench;
        bench.archive.bodies = { { 4, R"({"status":"OPEN","id":7})" },
                                 { 9, R"({"status":"FIXED","id":7,"by":"x"})" } };
        bench.comparer.compare(9, 4);
        const EventComparison comparison = bench.answer();
        QVERIFY(comparison.problem.isEmpty());
        QCOMPARE(comparison.left.id, 4);
        QCOMPARE(comparison.right.id, 9);
        QCOMPARE(comparison.all.size(), 3);
        QCOMPARE(comparison.all.first().kind, Kind::Changed);
        QCOMPARE(comparison.all.first().left.text, QStringLiteral("OPEN"));
    }

    void previousOfTheSameSubject()
    {
        Bench bench;
        bench.arrive(10, "a");
        bench.arrive(11, "b");
        bench.arrive(12, "a");
        bench.arrive(13, "b");
        bench.arrive(14, "a");
        bench.arrive(15, "");
        for (qint64 id = 10; id <= 15; ++id)
            bench.archive.bodies.insert(id, "{}");
        bench.comparer.compareWithPrevious(14);
        EventComparison comparison = bench.answer();
        QCOMPARE(comparison.left.id, 12);
        QCOMPARE(comparison.right.id, 14);
        bench.comparer.compareWithPrevious(13);
        comparison = bench.answer();
        QCOMPARE(comparison.left.id, 11);
        bench.comparer.compareWithPrevious(10); // the first about it
        QVERIFY(!bench.answer().problem.isEmpty());
        bench.comparer.compareWithPrevious(15); // about nothing
        QVERIFY(!bench.answer().problem.isEmpty());
    }

    void whatCannotBeComparedIsSaid()
    {
        Bench bench;
        bench.archive.bodies = { { 1, "no json" }, { 2, "{}" } };
        bench.comparer.compare(1, 2);
        QVERIFY(!bench.answer().problem.isEmpty());
        bench.comparer.compare(1, 99);
        QVERIFY(!bench.answer().problem.isEmpty());
    }

    void newestWishWins()
    {
        Bench bench;
        bench.archive.bodies = { { 1, "{}" }, { 2, "{}" }, { 3, "{}" }, { 4, "{}" } };
        bench.comparer.compare(1, 2);
        bench.comparer.compare(3, 4);
        QCOMPARE(bench.answer().left.id, 3);
        QVERIFY(!bench.compared.wait(50));
    }

    void modelFoldsWhatIsEqual()
    {
        const auto left = jsonLeaves(R"({"event":{"a":"same","b":"old\ntext","c":1},"d":2})");
        const auto right = jsonLeaves(R"({"event":{"a":"same","b":"new\ntext","e":3},"d":2})");
        CompareModel model;
        const QAbstractItemModelTester tester(
                &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.show(compareLeaves(*left, *right));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.equalCount(), 2);
        QCOMPARE(model.index(0, CompareModel::Path).data().toString(), QStringLiteral("b"));
        QCOMPARE(model.index(0, CompareModel::Left).data().toString(), QStringLiteral("old text"));
        QCOMPARE(model.index(0, CompareModel::Left).data(CompareModel::WholeTextRole).toString(),
                 QStringLiteral("old\ntext"));
        QCOMPARE(model.parts(0).left.first(), (TextSpan { 0, 3 }));
        QCOMPARE(model.index(1, CompareModel::Right).data().toString(),
                 QStringLiteral("not there"));
        model.setShowsEqual(true);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.text(),
                 QStringLiteral("b\n  - old\ntext\n  + new\ntext\nc\n  - 1\ne\n  + 3\n"));
    }
};

QTEST_GUILESS_MAIN(EventComparerTest)
#include "eventcomparertest.moc"
