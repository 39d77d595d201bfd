// SPDX-License-Identifier: GPL-3.0-or-later
// Full segments are packed, and large orders are made in several ways: what comes out is the same.
#include "models/index/eventindex.h"
#include "models/index/radixsort.h"
#include "models/index/rowruns.h"
#include "models/index/scan.h"
#include "tests/index/naivefilter.h"
#include "tests/index/sampleevents.h"

#include <QTest>

#include <limits>

using namespace models;
using namespace tests;

namespace {

constexpr int segments = 3;
const std::atomic_bool notCancelled { false };

/// Three full segments and a bit, by descending ids: assets of the first fit one byte, those of the
/// others do not; the times of the second do not fit 32 bits.
std::vector<EventRow> fill(EventIndex &index, SampleEvents &events)
{
    std::vector<EventRow> rows;
    const quint32 count = segments * Segment::capacity + 3000;
    for (quint32 i = 0; i < count; ++i) {
        EventRow row = events.any(count - i);
        const quint32 segment = i / Segment::capacity;
        row.asset =
                events.term(QStringLiteral("asset %1").arg(events.below(segment == 0 ? 256 : 257)));
        row.subject = events.term(QString::number(1'000'000 + events.below(200'000)));
        if (segment == 1 && i % 1000 == 0)
            row.time -= (qint64 { 1 } << 32) * (i % 3);
        rows.push_back(row);
    }
    for (std::size_t from = 0; from < rows.size(); from += 4096) {
        EventBatch batch;
        batch.kind = EventBatch::Kind::Older;
        const std::size_t end = std::min(from + 4096, rows.size());
        batch.rows.assign(rows.begin() + static_cast<std::ptrdiff_t>(from),
                          rows.begin() + static_cast<std::ptrdiff_t>(end));
        if (from == 0)
            batch.terms = events.takeTerms();
        index.append(batch);
    }
    return rows;
}

/// Numbers with keys of so many bits over 20 bits that tell which came first.
std::vector<quint64> numbers(QRandomGenerator &random, quint64 count, int keyBits, int shape)
{
    std::vector<quint64> list;
    const quint64 keys = quint64 { 1 } << keyBits;
    for (quint64 i = 0; i < count; ++i) {
        const quint64 even = keys / (count + 1) * i;
        const quint64 near =
                std::min(keys - 1, even + random.generate64() % (keys / (count + 1) * 3 + 1));
        const quint64 shapes[] = {
            random.generate64() % keys, even, keys - 1 - even, near, keys - 1 - near, 7 % keys,
            i % 2 * (keys - 1)
        };
        list.push_back(shapes[shape] << 20 | i);
    }
    return list;
}

} // namespace

class PackedRowsTest final : public QObject
{
    Q_OBJECT
private slots:
    void codesOfOneByteAndOfTwo()
    {
        for (const quint32 distinct : { 1U, 255U, 256U, 257U, 65536U }) {
            CodeColumn column(Segment::capacity);
            for (quint32 row = 0; row < Segment::capacity; ++row)
                column.set(row, static_cast<quint16>(row % distinct));
            const CodeColumn packed = column.packed(Segment::capacity, distinct);
            const auto size = packed.visit([](const auto *codes) { return sizeof(*codes); });
            QCOMPARE(size, std::size_t { distinct <= 256 ? 1U : 2U });
            for (quint32 row = 0; row < Segment::capacity; ++row)
                QCOMPARE(packed[row], row % distinct);
        }
    }

    void momentsOfAnySpan()
    {
        constexpr qint64 least = std::numeric_limits<qint64>::min();
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        constexpr qint64 span = std::numeric_limits<quint32>::max();
        const std::vector<std::vector<qint64>> all {
            { 5 },           { -3, span - 3, 0 }, { -3, span - 2, 0 },
            { least, most }, { most, most - 1 },  { least, least + span },
        };
        for (const std::vector<qint64> &moments : all) {
            MomentColumn column(Segment::capacity);
            for (std::size_t row = 0; row < moments.size(); ++row)
                column.set(static_cast<quint32>(row), moments[row]);
            const MomentColumn packed = column.packed(static_cast<quint32>(moments.size()));
            for (std::size_t row = 0; row < moments.size(); ++row) {
                QCOMPARE(packed[static_cast<quint32>(row)], moments[row]);
                QCOMPARE(packed.visit([row](auto timeOf) { return timeOf(quint32(row)); }),
                         moments[row]);
            }
        }
    }

    void fullSegmentsReadAsTheyWereWritten()
    {
        SampleEvents events(5);
        EventIndex index;
        const std::vector<EventRow> rows = fill(index, events);
        QCOMPARE(std::size_t { index.rows() }, rows.size());
        for (quint32 at = 0; at < index.rows(); ++at) {
            const EventRow row = index.row(at);
            const EventRow &wanted = rows[at];
            QCOMPARE(row.id, wanted.id);
            QCOMPARE(row.received, wanted.received);
            QCOMPARE(row.time, wanted.time);
            for (std::size_t i = 0; i < termColumnCount; ++i) {
                const auto member = termMember(static_cast<TermColumn>(i));
                QCOMPARE(row.*member, wanted.*member);
            }
        }
        const Instant then = now();
        for (const char *text : { "asset:\"asset 256\"", "time<2023-11-15 status:open",
                                  "received>=2023-11-16 -asset:\"asset 3\"", "\"asset 17\"" }) {
            const Filter filter = *Filter::parse(QString::fromLatin1(text)).filter;
            RowMatcher matcher(filter, then);
            Ranks ranks;
            const auto found = scan(index.snapshot(), matcher, {}, ranks, notCancelled).rows;
            std::vector<quint32> wanted;
            for (quint32 row = 0; row < index.rows(); ++row) {
                if (naivePasses(index, row, filter.root(), then))
                    wanted.push_back(row);
            }
            QVERIFY2(found == wanted && !found.empty(), text);
        }
    }

    void ordersOfManyRows()
    {
        using Key = Order::Key;
        SampleEvents events(6);
        EventIndex index;
        fill(index, events);
        Ranks ranks;
        const Order::Part orders[] = {
            { Key::Time, true }, { Key::Subject, false }, { Key::Asset, true }, { Key::Age, true }
        };
        for (const Order::Part first : orders) {
            for (const Order::Part second : orders) {
                const Order order { first.key, first.descending, second };
                RowMatcher matcher(Filter(), now());
                const auto rows = scan(index.snapshot(), matcher, order, ranks, notCancelled).rows;
                QCOMPARE(rows.size(), std::size_t { index.rows() });
                QVERIFY(std::is_sorted(rows.begin(), rows.end(), RowOrder(index, order)));
            }
        }
    }

    void numbersOfAnyShape()
    {
        QRandomGenerator random(7);
        for (const quint64 count : { 0U, 1U, 2U, 300U, 20'000U }) {
            for (const int keyBits : { 1, 12, 22, 40 }) {
                for (int shape = 0; shape < 7; ++shape) {
                    std::vector<quint64> list = numbers(random, count, keyBits, shape);
                    std::vector<quint64> wanted = list;
                    std::sort(wanted.begin(), wanted.end()); // who came first is part of them
                    radixSort(list, 20, keyBits);
                    QVERIFY2(
                            list == wanted,
                            qPrintable(
                                    QStringLiteral("%1 %2 %3").arg(count).arg(keyBits).arg(shape)));
                }
            }
        }
    }

    void mergedWhereverTheyBelong()
    {
        SampleEvents events(8);
        EventIndex index;
        EventBatch batch;
        for (qint64 id = 3000; id > 0; --id)
            batch.rows.push_back(events.any(id));
        batch.terms = events.takeTerms();
        index.append(batch);
        const RowOrder before(index, { Order::Key::Title, false });
        Ranks ranks;
        QVERIFY(!ranks.known(TermColumn::Title, index.snapshot()));
        ranks.of(TermColumn::Title, index.snapshot());
        QVERIFY(ranks.known(TermColumn::Title, index.snapshot()));
        const RowOrder byRanks(index, { Order::Key::Title, false }, &ranks);
        for (const quint32 share : { 1U, 2U, 10U, 1000U, 5000U }) {
            std::vector<quint32> rows;
            std::vector<quint32> added;
            for (quint32 row = 0; row < index.rows(); ++row)
                (events.below(share) == 0 ? added : rows).push_back(row);
            std::sort(rows.begin(), rows.end(), before);
            std::sort(added.begin(), added.end(), before);
            mergeInto(rows, added, share % 2 == 0 ? byRanks : before);
            QCOMPARE(rows.size(), std::size_t { index.rows() });
            QVERIFY(std::is_sorted(rows.begin(), rows.end(), before));
        }
    }
};

QTEST_GUILESS_MAIN(PackedRowsTest)
#include "packedrowstest.moc"
