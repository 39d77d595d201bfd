// SPDX-License-Identifier: GPL-3.0-or-later
#include "showntimes.h"
#include "views/widgets/timewords.h"

namespace {

using models::Field;
using models::TimeClauses;

class TimeStripTest : public QObject
{
    Q_OBJECT
private slots:
    void hiddenWithoutEvents();
    void showsAllThatMatches();
    void dragSelectsWholeBars();
    void escapeCancelsADrag();
    void doubleClickSelectsAll();
    void edgesCanBeDragged();
    void keysChooseARange();
    void keysGoFromBarToBar();
    void barsStayDuringADrag();
    void gapsAreToldAndSeen();
};

void TimeStripTest::hiddenWithoutEvents()
{
    ShownTimes shown(0);
    QVERIFY(!shown.bar()->isVisible());
    shown.index.append(shown.samples.one({ .title = QStringLiteral("one") }));
    QTRY_VERIFY(shown.bar()->isVisible());
    QTRY_COMPARE(shown.total(0, shown.histogram().bins.count()), 1U);
}

void TimeStripTest::showsAllThatMatches()
{
    ShownTimes shown;
    const auto all = [&] { return shown.total(0, shown.histogram().bins.count()); };
    QTRY_COMPARE(all(), 300U);
    QVERIFY(shown.histogram().bins.count() <= shown.strip()->mostBins());
    shown.filter("severity:urgent");
    shown.settleBars();
    QTRY_COMPARE(all(), quint32(shown.query.rows().size()));
    shown.index.append(shown.samples.arriving(5, 3));
    QTRY_COMPARE(all(), quint32(shown.query.rows().size()));
    QVERIFY(shown.strip()->accessibleDescription().contains(QLatin1String("Urgent")));
}

void TimeStripTest::dragSelectsWholeBars()
{
    ShownTimes shown;
    shown.filter("status:open");
    shown.settleBars();
    const int count = shown.histogram().bins.count();
    QVERIFY(count > 24);
    const auto edges = shown.histogram().bins.edges;
    const quint32 wanted = shown.total(10, 21);
    shown.press(shown.at(10));
    shown.move(shown.at(15));
    shown.move(shown.at(20));
    QVERIFY(shown.strip()->look().choosing);
    QVERIFY2(shown.strip()->look().label.endsWith(views::eventsText(wanted)),
             qPrintable(shown.strip()->look().label));
    QCOMPARE(shown.text(), QStringLiteral("status:open")); // not before it is let go
    shown.release(shown.at(20));
    const auto selection =
            TimeClauses::selection(shown.query.filter(), Field::Received, models::now());
    QVERIFY(selection);
    QCOMPARE(selection->range.first, edges[10]);
    QCOMPARE(selection->range.last, edges[21] - 1);
    QVERIFY(shown.text().startsWith(QLatin1String("status:open received>=")));
    shown.settle();
    QCOMPARE(quint32(shown.query.rows().size()), wanted);
    // Backwards over another part: in place of the first one.
    shown.settleBars();
    shown.drag(shown.at(9), shown.at(3));
    QCOMPARE(shown.text().count(QLatin1String("received")), 2);
    // A click alone is no range.
    const QString before = shown.text();
    QTest::mouseClick(shown.strip(), Qt::LeftButton, {}, shown.at(5));
    QCOMPARE(shown.text(), before);
}

void TimeStripTest::escapeCancelsADrag()
{
    ShownTimes shown;
    shown.strip()->setFocus();
    shown.press(shown.at(10));
    shown.move(shown.at(20));
    QVERIFY(shown.strip()->look().choosing);
    QTest::keyClick(shown.strip(), Qt::Key_Escape);
    QVERIFY(!shown.strip()->look().choosing);
    QVERIFY(!shown.strip()->look().selected);
    shown.move(shown.at(25));
    QVERIFY(!shown.strip()->look().choosing);
    shown.release(shown.at(25));
    QCOMPARE(shown.text(), QString());
}

void TimeStripTest::doubleClickSelectsAll()
{
    ShownTimes shown;
    shown.filter("status:open received>=24h");
    shown.settleBars();
    QVERIFY(shown.strip()->look().selected);
    QTest::mouseDClick(shown.strip(), Qt::LeftButton, {}, shown.at(5));
    QCOMPARE(shown.text(), QStringLiteral("status:open"));
    QVERIFY(!shown.strip()->look().selected);
}

void TimeStripTest::edgesCanBeDragged()
{
    ShownTimes shown;
    shown.drag(shown.at(10), shown.at(20));
    shown.settleBars();
    const auto before = *shown.strip()->look().selected;
    const int right = shown.scale().xOf(*before.end);
    const int bin = shown.histogram().bins.binAt(*before.end) + 3;
    const qint64 end = shown.histogram().bins.edges[size_t(bin)];
    shown.drag({ right, 20 }, { shown.scale().edgeX(bin) + 1, 20 });
    const auto after = *shown.strip()->look().selected;
    QCOMPARE(after.first, before.first);
    QCOMPARE(after.end, std::optional(end));
    shown.settleBars();
    // Over the other edge: that one is then the end.
    const int left = shown.scale().xOf(*before.first);
    const int beyond = shown.histogram().bins.binAt(end) + 2;
    const qint64 last = shown.histogram().bins.edges[size_t(beyond)];
    shown.drag({ left, 20 }, { shown.scale().edgeX(beyond), 20 });
    QCOMPARE(shown.strip()->look().selected->first, std::optional(end));
    QCOMPARE(shown.strip()->look().selected->end, std::optional(last));
}

void TimeStripTest::keysChooseARange()
{
    ShownTimes shown;
    shown.strip()->setFocus();
    const auto edges = shown.histogram().bins.edges;
    const int count = shown.histogram().bins.count();
    QTest::keyClick(shown.strip(), Qt::Key_Home);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(shown.strip(), Qt::Key_Right);
    for (int i = 0; i < 3; ++i)
        shown.pressWithShift(Qt::Key_Right);
    QVERIFY(shown.strip()->look().choosing);
    QTest::keyClick(shown.strip(), Qt::Key_Escape);
    QVERIFY(!shown.strip()->look().choosing);
    QCOMPARE(shown.text(), QString());
    QTest::keyClick(shown.strip(), Qt::Key_Home);
    for (int i = 0; i < count / 2; ++i)
        shown.pressWithShift(Qt::Key_Right);
    QCOMPARE(shown.text(), QString());
    QTest::keyRelease(shown.strip(), Qt::Key_Shift);
    const auto selection =
            TimeClauses::selection(shown.query.filter(), Field::Received, models::now());
    QVERIFY(selection);
    QCOMPARE(selection->range.first, edges[0]);
    QCOMPARE(selection->range.last, edges[size_t(count / 2) + 1] - 1);
    QTest::keyClick(shown.strip(), Qt::Key_Delete);
    QCOMPARE(shown.text(), QString());
}

void TimeStripTest::keysGoFromBarToBar()
{
    ShownTimes shown;
    shown.strip()->setFocus();
    QTest::keyClick(shown.strip(), Qt::Key_End);
    const int last = shown.histogram().bins.count() - 1;
    QCOMPARE(shown.strip()->look().cursor, last);
    QTest::keyClick(shown.strip(), Qt::Key_Right);
    QCOMPARE(shown.strip()->look().cursor, last);
    QTest::keyClick(shown.strip(), Qt::Key_Left);
    QCOMPARE(shown.strip()->look().cursor, last - 1);
    QCOMPARE(shown.strip()->accessibleDescription(), shown.strip()->binDetails(last - 1));
    QVERIFY(!shown.strip()->look().label.isEmpty());
    QTest::keyClick(shown.strip(), Qt::Key_Return);
    QVERIFY(shown.text().startsWith(QLatin1String("received>=")));
    shown.table()->setFocus();
    QCOMPARE(shown.strip()->look().cursor, -1);
}

void TimeStripTest::barsStayDuringADrag()
{
    ShownTimes shown;
    shown.press(shown.at(10));
    shown.move(shown.at(20));
    const auto counts = shown.histogram().counts;
    shown.index.append(shown.samples.arriving(20, 0));
    QTRY_COMPARE(models::Histogram::sum(shown.bar()->times().histogram().total(0, 10'000)), 320U);
    QCOMPARE(shown.histogram().counts, counts);
    QTest::keyClick(shown.strip(), Qt::Key_Escape);
    QCOMPARE(shown.total(0, shown.histogram().bins.count()), 320U);
    shown.release(shown.at(20));
}

void TimeStripTest::gapsAreToldAndSeen()
{
    ShownTimes shown;
    QVERIFY(shown.strip()->binDetails(3).contains(QLatin1String("not on record")));
    const QImage before = shown.strip()->grab().toImage();
    const auto instant = [&](int edge) {
        return models::Instant(
                std::chrono::milliseconds(shown.histogram().bins.edges[size_t(edge)]));
    };
    using End = models::UptimeRun::End;
    shown.page.showUptime({ { 1, instant(5), instant(10), End::Stopped },
                            { 2, instant(20), instant(30), End::Jumped },
                            { 3, instant(32), models::now(), End::Unknown } });
    QVERIFY(shown.strip()->binDetails(3).contains(QLatin1String("not on record")));
    QVERIFY(!shown.strip()->binDetails(7).contains(QLatin1String("eceiver")));
    QVERIFY2(shown.strip()->binDetails(15).contains(QLatin1String("Receiver off from ")),
             qPrintable(shown.strip()->binDetails(15)));
    QVERIFY(shown.strip()->binDetails(31).contains(QLatin1String("slept")));
    QVERIFY(!shown.strip()
                     ->binDetails(shown.histogram().bins.count() - 1)
                     .contains(QLatin1String("eceiver")));
    const QImage after = shown.strip()->grab().toImage();
    const auto differs = [&](int bin) {
        const QRect part(shown.scale().edgeX(bin), 2, 5, 36);
        return before.copy(part) != after.copy(part);
    };
    QVERIFY(differs(15));
    QVERIFY(!differs(7));
}

} // namespace

QTEST_MAIN(TimeStripTest)
#include "timestriptest.moc"
