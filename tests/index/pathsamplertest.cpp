// SPDX-License-Identifier: GPL-3.0-or-later
// Paths are known before any event was looked at: a few bodies of the store are read for them.
#include "models/index/pathsampler.h"
#include "models/index/eventindex.h"
#include "models/index/filtercompleter.h"
#include "models/ports/archive.h"
#include "tests/index/sampleevents.h"

#include <QSet>
#include <QTest>

using namespace models;
using namespace tests;

namespace {

/// A store in which each event has a body with a path of its own.
class FakeArchive final : public Archive
{
    Q_OBJECT
public:
    QList<qint64> asked;
    QSet<qint64> missing;
    int open = 0;
    int mostOpen = 0;

    void readNewer(qint64, qint64, int) override { }
    void readOlder(qint64, int) override { }
    void loadEvent(qint64 id) override
    {
        asked += id;
        mostOpen = std::max(mostOpen, ++open);
        QMetaObject::invokeMethod(
                this,
                [this, id] {
                    --open;
                    if (missing.contains(id))
                        return emit eventMissing(id);
                    StoredEvent event;
                    event.id = id;
                    event.event.body = QStringLiteral(R"({"event":{"p%1":"v"}})").arg(id).toUtf8();
                    emit eventLoaded(event);
                },
                Qt::QueuedConnection);
    }
};

void arrive(EventIndex &index, SampleEvents &events, qint64 first, int count, int types)
{
    EventBatch batch;
    for (int i = 0; i < count; ++i) {
        EventRow row = events.any(first + i);
        row.type = events.term(QStringLiteral("TYPE_%1").arg(i % types));
        batch.rows.push_back(row);
    }
    batch.terms = events.takeTerms();
    index.append(batch);
}

} // namespace

class TestPathSampler final : public QObject
{
    Q_OBJECT
private slots:
    void oneOfEachType()
    {
        EventIndex index;
        SampleEvents events(2);
        FakeArchive archive;
        FilterCompleter completer(index);
        const qsizetype before = completer.knownPaths().size();
        PathSampler sampler(index, archive);
        connect(&sampler, &PathSampler::sampled, &completer, &FilterCompleter::learn);
        archive.missing.insert(3);
        arrive(index, events, 1, 500, 7);
        QVERIFY(archive.asked.isEmpty()); // not while more may come
        QTRY_COMPARE(completer.knownPaths().size(), before + 6);
        QVERIFY(completer.knownPaths().contains(QStringLiteral("p1")));
        QCOMPARE(archive.asked.size(), 7);
        QCOMPARE(archive.mostOpen, 1);
        arrive(index, events, 501, 9, 9); // two new ones
        QTRY_COMPARE(completer.knownPaths().size(), before + 8);
        QCOMPARE(archive.asked.size(), 9);
    }

    void neverVeryMany()
    {
        EventIndex index;
        SampleEvents events(2);
        FakeArchive archive;
        arrive(index, events, 1, 30'000, 25'000);
        PathSampler sampler(index, archive);
        QTRY_COMPARE(archive.asked.size(), PathSampler::most);
        arrive(index, events, 40'001, 500, 400);
        QTest::qWait(10);
        QCOMPARE(archive.asked.size(), PathSampler::most);
    }
};

QTEST_GUILESS_MAIN(TestPathSampler)
#include "pathsamplertest.moc"
