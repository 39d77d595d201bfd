// SPDX-License-Identifier: GPL-3.0-or-later
// Ranges of time by the menu, in words and in figures.
#include "showntimes.h"
#include "views/widgets/timerangedialog.h"

#include <QDateTimeEdit>
#include <QPushButton>

namespace {

class TimeBarTest : public QObject
{
    Q_OBJECT
private slots:
    void presetsStayRelative();
    void typedRangesMoveTheSelection();
    void theOtherTime();
    void askedForInFigures();
};

void TimeBarTest::presetsStayRelative()
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

void TimeBarTest::typedRangesMoveTheSelection()
{
    ShownTimes shown;
    shown.search()->setFocus();
    QTest::keyClicks(shown.search(), QStringLiteral("received>=2026-01-01 received<2026-02-01"));
    QTest::keyClick(shown.search(), Qt::Key_Return);
    QTRY_COMPARE(shown.range()->text(), QStringLiteral("January 2026 ▾"));
    QVERIFY(shown.strip()->look().selected);
}

void TimeBarTest::theOtherTime()
{
    ShownTimes shown;
    shown.action(QStringLiteral("Last 7 days"))->trigger();
    shown.action(QStringLiteral("By time of the event"))->trigger();
    QCOMPARE(shown.text(), QStringLiteral("time>=7d"));
    shown.settleBars();
    QTRY_COMPARE(shown.histogram().field, models::Field::Time);
    QVERIFY(!shown.strip()->look().uptime); // that is of arrival
    shown.drag(shown.at(3), shown.at(12));
    QVERIFY(shown.text().startsWith(QLatin1String("time>=")));
}

void TimeBarTest::askedForInFigures()
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

} // namespace

QTEST_MAIN(TimeBarTest)
#include "timebartest.moc"
