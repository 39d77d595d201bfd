// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/idset.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using models::IdRange;
using models::IdSet;

namespace {

/// The set of ids against std::set, and what it may cost.
class TestIdSet final : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithASet_data();
    void agreesWithASet();
    void manyRangesAtOnce();
    void combines();
    void edges();
    void aMillionCostsLittle();
    void copiesAreIndependent();
    void textOfRanges_data();
    void textOfRanges();
    void textIsReadBack();
};

std::vector<IdRange> rangesOf(const std::set<qint64> &ids)
{
    std::vector<IdRange> ranges;
    for (const qint64 id : ids) {
        if (!ranges.empty() && ranges.back().last + 1 == id)
            ranges.back().last = id;
        else
            ranges.push_back({ id, id });
    }
    return ranges;
}

void TestIdSet::agreesWithASet_data()
{
    QTest::addColumn<int>("highest");
    QTest::addColumn<int>("longest");
    QTest::newRow("short ranges") << 300 << 5;
    QTest::newRow("around words") << 1000 << 130;
    QTest::newRow("around pages") << 200'000 << 70'000;
}

void TestIdSet::agreesWithASet()
{
    QFETCH(int, highest);
    QFETCH(int, longest);
    QRandomGenerator random(7);
    IdSet ids;
    std::set<qint64> expected;
    for (int step = 0; step < 150; ++step) {
        const qint64 first = 1 + random.bounded(highest);
        const qint64 last = first + random.bounded(longest) - (step % 50 == 0 ? longest : 0);
        if (random.bounded(2) == 0) {
            ids.insert({ first, last });
            for (qint64 id = first; id <= last; ++id)
                expected.insert(id);
        } else {
            ids.remove({ first, last });
            expected.erase(expected.lower_bound(first),
                           expected.upper_bound(std::max(first - 1, last)));
        }
        const qint64 probe = 1 + random.bounded(highest);
        QCOMPARE(ids.contains(probe), expected.contains(probe));
        if (step % 20 != 0)
            continue;
        QCOMPARE(ids.size(), qint64(expected.size()));
        QCOMPARE(ids.ranges(), rangesOf(expected));
        IdSet again;
        for (const IdRange &range : ids.ranges())
            again.insert(range);
        QVERIFY(again == ids);
    }
}

void TestIdSet::manyRangesAtOnce()
{
    QRandomGenerator random(13);
    IdSet together;
    IdSet apart;
    for (int round = 0; round < 60; ++round) {
        std::vector<IdRange> ranges;
        const int longest = round % 3 == 0 ? 150'000 : 40;
        for (int i = 0; i < 20; ++i) { // in no order, over each other, some of whole pages
            const qint64 first = random.bounded(200'000) - 10;
            ranges.push_back({ first, first + random.bounded(longest) - 2 });
        }
        const bool in = random.bounded(3) != 0;
        if (in)
            together.insert(ranges);
        else
            together.remove(ranges);
        for (const IdRange &range : ranges) {
            if (in)
                apart.insert(range);
            else
                apart.remove(range);
        }
        QVERIFY(together == apart);
        QCOMPARE(together.size(), apart.size());
    }
    const IdSet before = together;
    together.remove(std::vector<IdRange> { { 1, 100 }, { 120, 200'000 } });
    QVERIFY(before == apart); // a copy keeps what it had
}

void TestIdSet::combines()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 40; ++round) {
        IdSet one;
        IdSet other;
        std::set<qint64> both;
        std::set<qint64> onlyOne;
        std::set<qint64> ones;
        std::set<qint64> others;
        for (int i = 0; i < 300; ++i) {
            ones.insert(1 + random.bounded(140'000));
            others.insert(1 + random.bounded(400));
        }
        for (qint64 id = 1; id < 300; ++id)
            ones.insert(id);
        for (const qint64 id : ones) {
            one.insert(id);
            (others.contains(id) ? both : onlyOne).insert(id);
        }
        for (const qint64 id : others)
            other.insert(id);
        QCOMPARE(one.without(other).ranges(), rangesOf(onlyOne));
        QCOMPARE(one.common(other).ranges(), rangesOf(both));
        QCOMPARE(IdSet::all().common(one).ranges(), one.ranges());
        QVERIFY(one.without(IdSet::all()).isEmpty());
    }
}

void TestIdSet::edges()
{
    IdSet ids;
    QVERIFY(ids.isEmpty() && !ids.contains(1) && !ids.contains(-1) && !ids.contains(0));
    ids.insert({ -5, 3 });
    QVERIFY(!ids.contains(0) && !ids.contains(-5) && ids.contains(1) && ids.contains(3));
    ids.insert({ 9, 8 });
    QCOMPARE(ids.size(), 3);
    // What no store gives must neither be kept nor take for ever.
    constexpr qint64 far = std::numeric_limits<qint64>::max();
    ids.insert({ IdSet::highest + 1, far });
    QCOMPARE(ids.size(), 3);
    ids.insert({ 1, far });
    QCOMPARE(ids.size(), IdSet::highest);
    QVERIFY(ids == IdSet::all());
    QVERIFY(!ids.contains(far));
    ids.remove({ 1, far });
    QVERIFY(ids.isEmpty() && ids == IdSet());
    ids.remove({ 70'000, 80'000 });
    QVERIFY(ids.ranges().empty());
    ids.insert({ 65'536, 131'071 });
    QCOMPARE(ids.ranges(), (std::vector<IdRange> { { 65'536, 131'071 } }));
}

void TestIdSet::aMillionCostsLittle()
{
    IdSet odd; // no two of them touch
    for (qint64 id = 1; id <= 2'000'000; id += 2)
        odd.insert(id);
    QCOMPARE(odd.size(), 1'000'000);
    QVERIFY2(odd.bytes() < 300'000, qPrintable(QString::number(odd.bytes())));
    IdSet dense;
    dense.insert({ 1, 10'000'000 });
    QVERIFY2(dense.bytes() < 20'000, qPrintable(QString::number(dense.bytes())));
}

void TestIdSet::copiesAreIndependent()
{
    IdSet ids;
    ids.insert({ 1, 100'000 });
    const IdSet copy = ids;
    ids.remove({ 50, 60 });
    ids.insert(200'000);
    QVERIFY(copy.contains(55) && !copy.contains(200'000));
    QVERIFY(!ids.contains(55) && ids.contains(200'000));
}

void TestIdSet::textOfRanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *text, bool good) {
        QTest::newRow(text) << QString::fromLatin1(text) << good;
    };
    row("", true);
    row("1", true);
    row("1-40,42", true);
    row("9223372036854775807", true);
    row("9223372036854775808", false);
    row("0", false);
    row("-3", false);
    row("5-4", false);
    row("1,", false);
    row(",1", false);
    row("1-", false);
    row("1 ", false);
    row("1-2-3", false);
    row("all", false);
}

void TestIdSet::textOfRanges()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto ranges = models::rangesFromText(text);
    QCOMPARE(ranges.has_value(), good);
    if (good)
        QCOMPARE(models::rangesText(*ranges), text);
}

void TestIdSet::textIsReadBack()
{
    QRandomGenerator random(3);
    IdSet ids;
    for (int i = 0; i < 2000; ++i) {
        const qint64 first = 1 + random.bounded(300'000);
        ids.insert({ first, first + random.bounded(3) });
    }
    QCOMPARE(models::rangesFromText(models::rangesText(ids.ranges())), ids.ranges());
}

} // namespace

QTEST_GUILESS_MAIN(TestIdSet)
#include "idsettest.moc"
