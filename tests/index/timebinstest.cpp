// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/timebins.h"
#include "models/index/timeclauses.h"
#include "models/index/timeview.h"

#include <QDateTime>
#include <QTest>

using namespace models;

namespace {

qint64 at(const char *local)
{
    return QDateTime::fromString(QLatin1String(local), Qt::ISODate).toMSecsSinceEpoch();
}

QString edge(const TimeBins &bins, int i)
{
    return QDateTime::fromMSecsSinceEpoch(bins.edges[static_cast<std::size_t>(i)])
            .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

Filter filterOf(const char *text)
{
    return Filter::parse(QString::fromUtf8(text)).filter.value_or(Filter());
}

Instant instant(qint64 moment)
{
    return Instant(std::chrono::milliseconds(moment));
}

} // namespace

/// Time axes, in a zone with summer time (see main()).
class TestTimeBins final : public QObject
{
    Q_OBJECT
private slots:
    void niceSteps_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("first");
        const auto row = [](const char *from, const char *to, TimeBins::Unit unit, int step,
                            const char *first) {
            QTest::newRow(from) << QString::fromLatin1(from) << QString::fromLatin1(to)
                                << static_cast<int>(unit) << step << QString::fromLatin1(first);
        };
        using Unit = TimeBins::Unit;
        row("2026-11-20T10:07:31", "2026-11-20T10:40:00", Unit::Minute, 1, "2026-11-20 10:07");
        row("2026-11-20T10:07:31", "2026-11-20T14:00:00", Unit::Minute, 5, "2026-11-20 10:05");
        row("2026-11-20T10:07:31", "2026-11-23T09:00:00", Unit::Hour, 1, "2026-11-20 10:00");
        row("2026-11-20T10:07:31", "2026-12-18T09:00:00", Unit::Hour, 12, "2026-11-20 00:00");
        row("2026-01-03T10:07:31", "2026-03-10T09:00:00", Unit::Day, 1, "2026-01-03 00:00");
        row("2026-01-03T10:07:31", "2026-12-18T09:00:00", Unit::Week, 1, "2025-12-29 00:00");
        row("2020-01-03T10:07:31", "2025-04-18T09:00:00", Unit::Month, 1, "2020-01-01 00:00");
        row("1970-01-01T12:00:00", "2026-04-18T09:00:00", Unit::Year, 1, "1970-01-01 00:00");
    }
    void niceSteps()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, unit);
        QFETCH(int, step);
        QFETCH(QString, first);
        const qint64 begin = at(from.toLatin1());
        const qint64 last = at(to.toLatin1());
        const TimeBins bins = timeBins(begin, last, 80);
        QCOMPARE(static_cast<int>(bins.unit), unit);
        QCOMPARE(bins.step, step);
        QCOMPARE(edge(bins, 0), first);
        QVERIFY(bins.count() <= 80);
        QVERIFY(bins.edges.front() <= begin && bins.edges[1] > begin);
        QVERIFY(bins.edges.back() > last && bins.edges[bins.edges.size() - 2] <= last);
        QVERIFY(std::is_sorted(bins.edges.begin(), bins.edges.end()));
    }

    void everySpanIsCovered()
    {
        for (int most = 4; most < 400; most += 37) {
            for (double length = 1; length < 4e14; length *= 3.7) {
                const qint64 begin = at("2026-03-29T01:30:00");
                const qint64 last = begin + static_cast<qint64>(length);
                const TimeBins bins = timeBins(begin, last, most);
                QVERIFY(bins.count() >= 1);
                // What is longer than the calendar is covered up to its end.
                QVERIFY(bins.count() <= most || bins.step == 1000);
                QVERIFY(bins.edges.front() <= begin);
                QVERIFY(bins.edges.back() > std::min(last, at("9999-01-01T00:00:00")));
                QVERIFY(std::adjacent_find(bins.edges.begin(), bins.edges.end(),
                                           std::greater_equal<qint64>())
                        == bins.edges.end());
            }
        }
        (void)timeBins(std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), 10);
    }

    void theClockIsSet()
    {
        // The night with 25 hours, looked at from its second time 2:30.
        const qint64 second = at("2026-10-25T03:30:00") - 3'600'000;
        const TimeBins bins = timeBins(second, second + 20 * 3'600'000LL, 40);
        QCOMPARE(bins.unit, TimeBins::Unit::Hour);
        QVERIFY(bins.edges.front() <= second);
        const TimeBins days = timeBins(at("2026-10-20T12:00:00"), at("2026-10-30T12:00:00"), 14);
        QCOMPARE(days.unit, TimeBins::Unit::Day);
        for (int i = 0; i <= days.count(); ++i)
            QVERIFY2(edge(days, i).endsWith(QLatin1String(" 00:00")), qPrintable(edge(days, i)));
    }

    void findsTheBin()
    {
        const TimeBins bins = timeBins(at("2026-11-20T00:00:00"), at("2026-11-22T00:00:00"), 4);
        QCOMPARE(bins.binAt(at("2026-11-19T00:00:00")), 0);
        QCOMPARE(bins.binAt(bins.edges[1]), 1);
        QCOMPARE(bins.binAt(bins.edges[1] - 1), 0);
        QCOMPARE(bins.binAt(at("2027-01-01T00:00:00")), bins.count() - 1);
        QCOMPARE(TimeBins().binAt(0), -1);
    }

    void aRangeIsAClause()
    {
        const Instant now = instant(at("2026-11-26T12:00:00"));
        const Filter filter = filterOf("group:x (a or received>7d) severity>=high");
        QVERIFY(!TimeClauses::selection(filter, Field::Received, now));
        const Filter ranged = TimeClauses::withRange(
                filter, Field::Received, at("2026-11-20T00:00:00"), at("2026-11-21T09:30:00"));
        QCOMPARE(ranged.text(),
                 QStringLiteral("group:x (a or received>7d) severity>=high "
                                "received>=2026-11-20 received<2026-11-21T09:30"));
        const auto selection = TimeClauses::selection(ranged, Field::Received, now);
        QVERIFY(selection);
        QCOMPARE(selection->range.first, at("2026-11-20T00:00:00"));
        QCOMPARE(selection->range.last, at("2026-11-21T09:30:00") - 1);
        QVERIFY(!selection->moves);
        QVERIFY(!TimeClauses::selection(ranged, Field::Time, now));
        // In its place, wherever it stands; what else is there stays.
        const Filter typed = filterOf("received<2026-11-01 group:x received:2026-10-01 -b");
        QCOMPARE(TimeClauses::since(typed, Field::Received, QStringLiteral("24h")).text(),
                 QStringLiteral("received>=24h group:x -b"));
        QCOMPARE(TimeClauses::without(ranged, Field::Received).text(), filter.text());
        QCOMPARE(TimeClauses::without(filter, Field::Received).text(), filter.text());
        QVERIFY(TimeClauses::without(filterOf("received>1h"), Field::Received).isEmpty());
        // Several days are no one stretch.
        QVERIFY(!TimeClauses::selection(filterOf("received:2026-11-01,2026-11-05"), Field::Received,
                                        now));
        const auto none = TimeClauses::selection(filterOf("time>2026-11-01 time<2026-10-01"),
                                                 Field::Time, now);
        QVERIFY(none && none->range.first > none->range.last);
    }

    void anAgeIsATime()
    {
        const Instant now = instant(at("2026-11-26T12:00:00"));
        const auto selection = TimeClauses::selection(filterOf("age<2d"), Field::Time, now);
        QVERIFY(selection && selection->moves);
        QCOMPARE(selection->range.first, at("2026-11-24T12:00:00") + 1);
        QCOMPARE(TimeClauses::moved(filterOf("a age<=2d b"), Field::Time, Field::Received).text(),
                 QStringLiteral("a b received>=2d"));
        QCOMPARE(TimeClauses::moved(filterOf("received<2026-01-01"), Field::Received, Field::Time)
                         .text(),
                 QStringLiteral("time<2026-01-01"));
    }

    void writesWhatItReads()
    {
        for (const char *text :
             { "2026-11-01T00:00:00", "2026-11-01T09:30:00", "2026-11-01T09:30:07" }) {
            const auto read = timeBound(timeValue(at(text)));
            QVERIFY(read);
            QCOMPARE(read->begin, instant(at(text)));
        }
        QCOMPARE(timeValue(at("2026-11-01T00:00:00")), QStringLiteral("2026-11-01"));
        // Each of the hours of the night that comes twice.
        for (qint64 moment = at("2026-10-25T00:00:00"); moment < at("2026-10-25T05:00:00");
             moment += 1'800'000) {
            const auto read = timeBound(timeValue(moment));
            QVERIFY2(read && read->begin == instant(moment), qPrintable(timeValue(moment)));
        }
    }

    void partsOfTheCalendarMove()
    {
        const Instant now = instant(at("2026-11-26T12:00:00")); // a Thursday
        const auto range = [&](const char *value, FilterNode::Relation relation) {
            return timeRange(Field::Received, relation, *timeBound(QString::fromLatin1(value)),
                             now);
        };
        using Relation = FilterNode::Relation;
        QCOMPARE(range("today", Relation::Is).first, at("2026-11-26T00:00:00"));
        QCOMPARE(range("Today", Relation::Is).last, at("2026-11-27T00:00:00") - 1);
        QCOMPARE(range("yesterday", Relation::Is).last, at("2026-11-26T00:00:00") - 1);
        QCOMPARE(range("thisweek", Relation::GreaterOrEqual).first, at("2026-11-23T00:00:00"));
        QCOMPARE(range("thismonth", Relation::Less).last, at("2026-11-01T00:00:00") - 1);
        QCOMPARE(range("thisyear", Relation::Is).first, at("2026-01-01T00:00:00"));
        QCOMPARE(range("thisyear", Relation::Is).last, at("2027-01-01T00:00:00") - 1);
        QVERIFY(!Filter::parse(QStringLiteral("age<thisyear")).filter);
        QVERIFY(TimeClauses::move(filterOf("a (b or -received:today)")));
        QVERIFY(TimeClauses::move(filterOf("age>7d")));
        QVERIFY(TimeClauses::move(filterOf("data.seen>7d")));
        QVERIFY(!TimeClauses::move(filterOf("title:today time<2026-01-01")));
    }

    void theAxisSeldomMoves()
    {
        const TimeSpan all { 0, 99'999 };
        const auto part = [](qint64 first, qint64 last) {
            return std::optional<TimeRange>({ first, last });
        };
        QVERIFY(!viewAround({}, all, {}));
        QVERIFY(!viewAround({}, all, part(20'000, 39'999))); // large enough as it is
        const auto close = viewAround({}, all, part(50'000, 50'999));
        QCOMPARE(close, std::optional<TimeSpan>({ 49'000, 51'999 }));
        QCOMPARE(viewAround(close, all, part(50'000, 51'499)), close); // still room
        // Up to the edge: wider.
        QCOMPARE(viewAround(close, all, part(50'000, 51'999)),
                 std::optional<TimeSpan>({ 48'000, 53'999 }));
        // At the end of all there is no more room to have.
        QCOMPARE(viewAround({}, all, TimeRange { 99'000, std::numeric_limits<qint64>::max() }),
                 std::optional<TimeSpan>({ 98'000, 99'999 }));
        QVERIFY(!viewAround(close, all, {}));
        QVERIFY(!viewAround(close, all, TimeRange {}));
        QVERIFY(!viewAround({}, all, part(5, 4)));
    }
};

int main(int argc, char **argv)
{
    qputenv("TZ", "Europe/Berlin");
    QCoreApplication app(argc, argv);
    TestTimeBins test;
    return QTest::qExec(&test, argc, argv);
}
#include "timebinstest.moc"
