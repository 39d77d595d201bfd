// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/feed.h"
#include "models/index/eventindex.h"
#include "models/ports/archive.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <deque>
#include <functional>

using namespace models;

namespace {

/// A store in memory: answers on request of the test, in order of the calls.
class FakeArchive final : public Archive
{
public:
    using Archive::Archive;

    void readNewer(qint64 afterEvent, qint64 afterRepeat, int limit) override
    {
        ++newerCalls;
        m_calls.push_back([=, this] {
            EventBatch batch;
            for (const qint64 id : ids) {
                if (id > afterEvent && batch.rows.size() < bounded(limit))
                    batch.rows.push_back(row(id));
            }
            for (const Repeat &repeat : repeats) {
                if (repeat.id > afterRepeat && batch.repeats.size() < bounded(limit))
                    batch.repeats.push_back(repeat);
            }
            batch.complete = (batch.rows.empty() || batch.rows.back().id == ids.back())
                    && (batch.repeats.empty() || batch.repeats.back().id == repeats.back().id);
            emit batchRead(batch);
        });
    }
    void readOlder(qint64 beforeEvent, int limit) override
    {
        m_calls.push_back([=, this] {
            EventBatch batch;
            batch.kind = EventBatch::Kind::Older;
            for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
                if (*id < beforeEvent && batch.rows.size() < bounded(limit))
                    batch.rows.push_back(row(*id));
            }
            batch.complete = batch.rows.empty() || batch.rows.back().id == ids.front();
            emit batchRead(batch);
        });
    }
    void loadEvent(qint64) override { }

    bool answer()
    {
        if (m_calls.empty())
            return false;
        const auto call = m_calls.front();
        m_calls.pop_front();
        call();
        return true;
    }
    void loseCalls() { m_calls.clear(); }
    void commit(int count)
    {
        for (int i = 0; i < count; ++i)
            ids.push_back(ids.empty() ? 1 : ids.back() + 1);
        emit grew();
    }
    void repeat(qint64 event)
    {
        repeats.push_back({ static_cast<qint64>(repeats.size()) + 1, event, 99 });
        emit grew();
    }

    std::vector<qint64> ids;
    std::vector<Repeat> repeats;
    int newerCalls = 0;
    int pageRows = 7;

private:
    std::size_t bounded(int limit) const
    {
        return static_cast<std::size_t>(std::min(limit, pageRows));
    }
    static EventRow row(qint64 id)
    {
        EventRow row;
        row.id = id;
        row.received = id * 10;
        return row;
    }
    std::deque<std::function<void()>> m_calls;
};

bool everyRowOnce(const EventIndex &index, const std::vector<qint64> &ids)
{
    if (index.rows() != ids.size())
        return false;
    return std::all_of(ids.begin(), ids.end(), [&](qint64 id) {
        const auto position = index.positionOf(id);
        return position && index.id(*position) == id;
    });
}

} // namespace

class TestFeed final : public QObject
{
    Q_OBJECT
private slots:
    void anyInterleaving()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QRandomGenerator random(seed);
            FakeArchive archive;
            EventIndex index;
            Feed feed(archive, index);
            archive.commit(static_cast<int>(random.bounded(80U)));
            for (int i = 0; i < 5 && !archive.ids.empty(); ++i)
                archive.repeat(1 + random.bounded(static_cast<quint32>(archive.ids.size())));
            feed.start();
            for (int step = 0; step < 40; ++step) {
                switch (random.bounded(4U)) {
                case 0:
                    archive.commit(static_cast<int>(random.bounded(12U)));
                    break;
                case 1:
                    if (!archive.ids.empty())
                        archive.repeat(1
                                       + random.bounded(static_cast<quint32>(archive.ids.size())));
                    break;
                default:
                    archive.answer();
                }
            }
            QTRY_VERIFY_WITH_TIMEOUT(!(archive.answer(), false) && everyRowOnce(index, archive.ids)
                                             && !feed.loading(),
                                     5000);
            QHash<qint64, int> deliveries;
            for (const Repeat &repeat : archive.repeats)
                ++deliveries[repeat.event];
            const auto counted = [&] {
                archive.answer();
                return std::all_of(archive.ids.begin(), archive.ids.end(), [&](qint64 id) {
                    return index.deliveries(id) == 1 + deliveries.value(id);
                });
            };
            QTRY_VERIFY(counted());
        }
    }

    void newestPageComesFirst()
    {
        FakeArchive archive;
        EventIndex index;
        Feed feed(archive, index);
        archive.commit(30);
        QSignalSpy progress(&feed, &Feed::progress);
        feed.start();
        QVERIFY(feed.loading());
        QVERIFY(archive.answer());
        QCOMPARE(index.rows(), 7U);
        QCOMPARE(index.id(0), 30);
        QCOMPARE(progress.size(), 1);
        QTRY_VERIFY(!(archive.answer(), false) && !feed.loading());
        QVERIFY(everyRowOnce(index, archive.ids));
    }

    void olderPagesAreToldTogether()
    {
        FakeArchive archive;
        EventIndex index;
        Feed feed(archive, index);
        archive.commit(70);
        QSignalSpy appended(&index, &EventIndex::appended);
        feed.start();
        QVERIFY(archive.answer() && archive.answer());
        QCOMPARE(appended.size(), 1); // the first page; the other is there and waits
        QCOMPARE(index.rows(), 14U);
        QTRY_COMPARE(appended.size(), 2); // even if no further page comes
        quint32 told = 0;
        for (const QList<QVariant> &telling : appended) {
            QCOMPARE(telling.at(0).toUInt(), told);
            told += telling.at(1).toUInt();
        }
        QCOMPARE(told, index.rows());
        QTRY_VERIFY(!(archive.answer(), false) && !feed.loading());
        QVERIFY(everyRowOnce(index, archive.ids));
    }

    void atMostOneLiveBatchAFrame()
    {
        FakeArchive archive;
        archive.pageRows = 4096;
        EventIndex index;
        Feed feed(archive, index);
        feed.start();
        while (archive.answer()) { }
        const int before = archive.newerCalls;
        QElapsedTimer clock;
        clock.start();
        QSignalSpy appended(&feed, &Feed::appended);
        while (clock.elapsed() < 330) {
            archive.commit(1);
            archive.answer();
            QTest::qWait(1);
        }
        const auto frames = clock.elapsed() / Feed::frame.count() + 1;
        QVERIFY2(appended.size() <= frames, qPrintable(QString::number(appended.size())));
        QVERIFY(archive.newerCalls - before >= 2);
        QTRY_VERIFY(!(archive.answer(), false) && everyRowOnce(index, archive.ids));
    }

    void asksAgainAfterAFailure()
    {
        FakeArchive archive;
        EventIndex index;
        Feed feed(archive, index);
        archive.commit(20);
        feed.start();
        archive.loseCalls();
        emit archive.failed(QStringLiteral("disk gone"));
        bool asked = false;
        QTRY_VERIFY_WITH_TIMEOUT(asked = asked || archive.answer(), 10000);
        QTRY_VERIFY(!(archive.answer(), false) && everyRowOnce(index, archive.ids));
    }

    void emptyStoreThenFirstEvent()
    {
        FakeArchive archive;
        EventIndex index;
        Feed feed(archive, index);
        feed.start();
        while (archive.answer()) { }
        QVERIFY(!feed.loading());
        archive.commit(1);
        QTRY_VERIFY(!(archive.answer(), false) && index.rows() == 1);
    }
};

QTEST_GUILESS_MAIN(TestFeed)
#include "feedtest.moc"
