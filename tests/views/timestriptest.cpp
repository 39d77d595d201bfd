// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/timestrip.h"
#include "shownpage.h"
#include "views/pages/timebar.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/timerangedialog.h"
#include "views/widgets/timescale.h"
#include "views/widgets/timewords.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QMenu>

namespace {

using models::Field;
using models::TimeClauses;

/// A shown page whose strip has its bars.
struct ShownTimes : ShownPage
{
    explicit ShownTimes(int events = 300) : ShownPage(events) { settleBars(); }

    views::TimeStrip *strip() const { return child<views::TimeStrip>("eventsPage.times.strip"); }
    views::TimeBar *bar() const { return child<views::TimeBar>("eventsPage.times"); }
    views::LinkButton *range() const { return child<views::LinkButton>("eventsPage.times.range"); }
    const models::Histogram &histogram() const { return strip()->look().histogram; }
    quint32 total(int first, int end) const
    {
        return models::Histogram::sum(histogram().total(first, end));
    }
    QString text() const { return query.filter().text(); }
    void settleBars()
    {
        settle();
        (void)QTest::qWaitFor([this] { return !bar()->times().busy() && !query.busy(); });
    }

    views::TimeScale scale() const
    {
        const QRect bars = strip()->barsRect();
        return { histogram().bins, bars.left(), bars.width() };
    }
    /// The middle of a bar.
    QPoint at(int bin) const { return { (scale().edgeX(bin) + scale().edgeX(bin + 1)) / 2, 20 }; }
    void press(QPoint where) const { QTest::mousePress(strip(), Qt::LeftButton, {}, where); }
    void release(QPoint where) const { QTest::mouseRelease(strip(), Qt::LeftButton, {}, where); }
    void move(QPoint where) const
    {
        QMouseEvent event(QEvent::MouseMove, where, strip()->mapToGlobal(where), Qt::NoButton,
                          Qt::LeftButton, {});
        QApplication::sendEvent(strip(), &event);
    }
    void drag(QPoint from, QPoint to) const
    {
        press(from);
        move((from + to) / 2);
        move(to);
        release(to);
    }
    /// QTest's keys press and let go of Shift each time.
    void pressWithShift(Qt::Key key) const
    {
        QKeyEvent event(QEvent::KeyPress, key, Qt::ShiftModifier);
        QApplication::sendEvent(strip(), &event);
    }
    QAction *action(const QString &words) const
    {
        for (QAction *action : child<QMenu>("eventsPage.times.menu")->actions()) {
            if (action->text() == words)
                return action;
        }
        return nullptr;
    }
};

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
    void presetsStayRelative();
    void typedRangesMoveTheSelection();
    void theOtherTime();
    void askedForInFigures();
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

void TimeStripTest::presetsStayRelative()
{
    ShownTimes shown;
    shown.filter("severity>=high received<2026-01-01");
    shown.action(QStringLiteral("Last 24 hours"))->trigger();
    QCOMPARE(shown.text(), QStringLiteral("severity>=high received>=24h"));
    QCOMPARE(shown.range()->text(), QStringLiteral("Last 24 hours ▾"));
    QVERIFY(shown.strip()->look().selected && !shown.strip()->look().selected->end);
    shown.action(QStringLiteral("This year"))->trigger();
    QCOMPARE(shown.text(), QStringLiteral("severity>=high received>=thisyear"));
    shown.action(QStringLiteral("All time"))->trigger();
    QCOMPARE(shown.text(), QStringLiteral("severity>=high"));
    QTest::mouseClick(shown.range(), Qt::LeftButton);
    QVERIFY(shown.child<QMenu>("eventsPage.times.menu")->isVisible());
    QVERIFY(shown.action(QStringLiteral("All time"))->isChecked());
    QVERIFY(shown.action(QStringLiteral("By time of arrival"))->isChecked());
    shown.child<QMenu>("eventsPage.times.menu")->close();
}

void TimeStripTest::typedRangesMoveTheSelection()
{
    ShownTimes shown;
    shown.search()->setFocus();
    QTest::keyClicks(shown.search(), QStringLiteral("received>=2026-01-01 received<2026-02-01"));
    QTest::keyClick(shown.search(), Qt::Key_Return);
    QTRY_COMPARE(shown.range()->text(), QStringLiteral("January 2026 ▾"));
    QVERIFY(shown.strip()->look().selected);
}

void TimeStripTest::theOtherTime()
{
    ShownTimes shown;
    shown.action(QStringLiteral("Last 7 days"))->trigger();
    shown.action(QStringLiteral("By time of the event"))->trigger();
    QCOMPARE(shown.text(), QStringLiteral("time>=7d"));
    shown.settleBars();
    QTRY_COMPARE(shown.histogram().field, Field::Time);
    QVERIFY(!shown.strip()->look().uptime); // that is of arrival
    shown.drag(shown.at(3), shown.at(12));
    QVERIFY(shown.text().startsWith(QLatin1String("time>=")));
}

void TimeStripTest::askedForInFigures()
{
    ShownTimes shown;
    shown.action(QStringLiteral("From … until …"))->trigger();
    auto *dialog = shown.page.findChild<views::TimeRangeDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *first = dialog->findChild<QDateTimeEdit *>(QStringLiteral("timeRange.first"));
    auto *end = dialog->findChild<QDateTimeEdit *>(QStringLiteral("timeRange.end"));
    QPushButton *show = nullptr;
    for (QPushButton *button : dialog->findChildren<QPushButton *>())
        show = button->isDefault() ? button : show;
    QVERIFY(show);
    first->setDateTime(QDateTime(QDate(2026, 5, 1), QTime(10, 0)));
    end->setDateTime(QDateTime(QDate(2026, 4, 1), QTime(0, 0)));
    QVERIFY(!show->isEnabled());
    end->setDateTime(QDateTime(QDate(2026, 5, 3), QTime(0, 0)));
    QVERIFY(show->isEnabled());
    QTest::mouseClick(show, Qt::LeftButton);
    QCOMPARE(shown.text(), QStringLiteral("received>=2026-05-01T10:00 received<2026-05-03"));
    QTRY_VERIFY(!shown.page.findChild<views::TimeRangeDialog *>());
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
