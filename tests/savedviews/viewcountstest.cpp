// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/viewcounts.h"
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/filterwords.h"
#include "tests/index/sampleevents.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using models::IdSet;
using models::ViewCount;
using models::ViewCounts;

namespace {

/// Counts of views against a query for each.
class TestViewCounts final : public QObject
{
    Q_OBJECT

private slots:
    void agreeWithQueries();
    void areTrueAgainAfterManyChanges();
    void noViewsNoCounts();
    void pathsAreNotCounted();
};

models::EventBatch batch(tests::SampleEvents &samples, qint64 first, int count)
{
    models::EventBatch made;
    for (int i = 0; i < count; ++i)
        made.rows.push_back(samples.any(first + i));
    made.terms = samples.takeTerms();
    return made;
}

const QStringList &filters()
{
    static const QStringList list { QString(),
                                    QStringLiteral("is:unread"),
                                    QStringLiteral("is:read severity:urgent"),
                                    QStringLiteral("is:open -is:unread"),
                                    QStringLiteral("group:eu* or certificate"),
                                    QStringLiteral("nothing-like-this") };
    return list;
}

std::vector<ViewCounts::View> views()
{
    std::vector<ViewCounts::View> made;
    for (const QString &filter : filters())
        made.push_back({ qint64(made.size()) + 1, *models::Filter::parse(filter).filter });
    return made;
}

/// The same by asking each view as a query.
QHash<qint64, ViewCount> asked(models::EventIndex &index)
{
    QHash<qint64, ViewCount> counts;
    for (const ViewCounts::View &view : views()) {
        models::EventQuery query(index);
        query.setFilter(view.filter);
        if (!QTest::qWaitFor([&query] { return !query.busy(); }))
            return {};
        ViewCount count;
        for (const quint32 row : query.rows()) {
            count.unread += index.isRead(row) ? 0 : 1;
            count.open += models::isOpen(index.status(row)) ? 1 : 0;
        }
        counts.insert(view.key, count);
    }
    return counts;
}

void TestViewCounts::agreeWithQueries()
{
    models::EventIndex index;
    tests::SampleEvents samples;
    ViewCounts counts(index);
    counts.setViews(views());
    index.append(batch(samples, 1, 500));
    QTRY_VERIFY(!counts.busy());
    QCOMPARE(counts.counts(), asked(index));
    QCOMPARE(counts.counts()[1].unread, 500);

    IdSet read;
    read.insert({ 100, 250 });
    index.setRead(read);
    QTRY_VERIFY(!counts.busy());
    QCOMPARE(counts.counts(), asked(index));
    QCOMPARE(counts.counts()[2].unread, 349);

    QSignalSpy changed(&counts, &ViewCounts::countsChanged);
    index.append(batch(samples, 501, 3));
    QTRY_VERIFY(!counts.busy());
    QCOMPARE(counts.counts(), asked(index));
    QCOMPARE(changed.size(), 1);
}

void TestViewCounts::areTrueAgainAfterManyChanges()
{
    models::EventIndex index;
    tests::SampleEvents samples;
    QRandomGenerator random(3);
    ViewCounts counts(index);
    counts.setViews(views());
    qint64 next = 1;
    IdSet read;
    for (int step = 0; step < 60; ++step) {
        const int count = step == 20 ? 70'000 : random.bounded(300); // over the end of a segment
        index.append(batch(samples, next, count));
        next += count;
        if (random.bounded(3) == 0) {
            const qint64 first = 1 + random.bounded(int(next));
            read.insert({ first, first + random.bounded(2000) });
            index.setRead(read);
        }
        if (random.bounded(4) == 0)
            counts.setViews(views());
        if (random.bounded(2) == 0)
            QTest::qWait(1); // whatever runs may come to an end, or not
    }
    QTRY_VERIFY(!counts.busy());
    QCOMPARE(counts.counts(), asked(index));
}

void TestViewCounts::noViewsNoCounts()
{
    models::EventIndex index;
    tests::SampleEvents samples;
    ViewCounts counts(index);
    counts.setViews(views());
    index.append(batch(samples, 1, 50));
    QTRY_COMPARE(counts.counts().size(), filters().size());
    counts.setViews({});
    QTRY_VERIFY(counts.counts().isEmpty());
}

void TestViewCounts::pathsAreNotCounted()
{
    models::EventIndex index;
    tests::SampleEvents samples;
    index.append(batch(samples, 1, 50));
    ViewCounts counts(index);
    const auto filter = [](const char *text) {
        return *models::Filter::parse(QString::fromLatin1(text)).filter;
    };
    counts.setViews({ { 1, filter("is:open") },
                      { 2, filter("data.x.y:UNKNOWN") },
                      { 3, filter("is:open -(data.x.y:UNKNOWN severity:high)") } });
    QTRY_VERIFY(!counts.busy());
    QCOMPARE(counts.counts().keys(), QList<qint64> { 1 }); // no number rather than a wrong one
}

} // namespace

QTEST_GUILESS_MAIN(TestViewCounts)
#include "viewcountstest.moc"
