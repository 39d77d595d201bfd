// SPDX-License-Identifier: GPL-3.0-or-later
// Meant for -DWATCHFLOOR_SANITIZE=thread as well: readers share storage with a writer.
#include "models/index/scan.h"
#include "tests/index/naivefilter.h"
#include "tests/index/sampleevents.h"

#include <QTest>

#include <thread>

using namespace models;
using namespace tests;

class TestSnapshot final : public QObject
{
    Q_OBJECT
private slots:
    void scansWhileRowsAreAppended()
    {
        SampleEvents events(1);
        EventIndex index;
        const auto append = [&](qint64 from, int count) {
            EventBatch batch;
            for (int i = 0; i < count; ++i)
                batch.rows.push_back(events.any(from + i));
            // Texts that nobody else has, so that the dictionary grows all the time.
            for (EventRow &row : batch.rows)
                row.text = events.term(QStringLiteral("own text %1 größer").arg(row.id));
            batch.terms = events.takeTerms();
            index.append(batch);
        };
        append(1, 5000);
        const Filter filter =
                *Filter::parse(QStringLiteral("GROSSER or größer -status:open")).filter;
        qint64 next = 5001;
        for (int round = 0; round < 12; ++round) {
            const IndexSnapshot snapshot = index.snapshot();
            ScanResult result;
            std::thread reader([&] {
                Ranks ranks;
                RowMatcher matcher(filter, Instant {});
                const std::atomic_bool cancelled { false };
                result = scan(snapshot, matcher, { Order::Key::Title, true }, ranks, cancelled);
            });
            // Over the end of a segment, too.
            for (int batch = 0; batch < 8; ++batch) {
                append(next, 700);
                next += 700;
            }
            reader.join();
            quint32 expected = 0;
            for (quint32 row = 0; row < snapshot.rows; ++row)
                expected += naivePasses(index, row, filter.root(), Instant {}) ? 1 : 0;
            QCOMPARE(result.rows.size(), std::size_t { expected });
            QVERIFY(expected > 0);
        }
        QVERIFY(index.rows() > Segment::capacity);
    }

    void snapshotOutlivesTheIndex()
    {
        IndexSnapshot snapshot;
        TermId title = 0;
        {
            SampleEvents events(1);
            EventIndex index;
            EventBatch batch;
            batch.rows.push_back(events.any(1));
            title = events.term(QStringLiteral("kept"));
            batch.rows.front().title = title;
            batch.terms = events.takeTerms();
            index.append(batch);
            snapshot = index.snapshot();
        }
        QCOMPARE(QByteArrayView(snapshot.terms.utf8(title)), QByteArrayView("kept"));
        QCOMPARE(snapshot.term(TermColumn::Title, 0), title);
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "snapshottest.moc"
