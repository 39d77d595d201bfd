// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/timewords.h"
#include "views/widgets/timescale.h"

#include <QDateTime>
#include <QTest>

namespace {

class TimeWordsTest : public QObject
{
    Q_OBJECT
private slots:
    void words();
    void scaleIsExact();
};

void TimeWordsTest::words()
{
    const QDate today(2026, 11, 26);
    const auto span = [&](const char *from, const char *to) {
        const auto at = [](const char *text) {
            return QDateTime::fromString(QLatin1String(text), Qt::ISODate).toMSecsSinceEpoch();
        };
        return views::spanText(at(from), at(to), today);
    };
    QCOMPARE(span("2026-11-24T00:00:00", "2026-11-25T00:00:00"), QStringLiteral("Tue 24 Nov"));
    QCOMPARE(span("2026-11-24T00:00:00", "2026-11-27T00:00:00"), QStringLiteral("24 Nov – 26 Nov"));
    QCOMPARE(span("2026-10-01T00:00:00", "2026-11-01T00:00:00"), QStringLiteral("October 2026"));
    QCOMPARE(span("2025-01-01T00:00:00", "2026-01-01T00:00:00"), QStringLiteral("2025"));
    QCOMPARE(span("2026-11-24T14:00:00", "2026-11-24T16:00:00"),
             QStringLiteral("Tue 24 Nov 14:00 – 16:00"));
    QCOMPARE(span("2026-11-24T14:00:00", "2026-11-25T00:00:00"),
             QStringLiteral("Tue 24 Nov 14:00 – 24:00"));
    QCOMPARE(span("2025-11-24T14:00:00", "2026-11-25T16:00:00"),
             QStringLiteral("24 Nov 2025 14:00 – 25 Nov 16:00"));
    QCOMPARE(views::eventsText(1), QStringLiteral("1 event"));
}

void TimeWordsTest::scaleIsExact()
{
    const models::TimeBins bins =
            models::timeBins(1'700'000'000'000, 1'700'000'000'000 + 86'400'000LL * 30, 90);
    for (const int width : { 97, 640, 1333 }) {
        const views::TimeScale scale(bins, 8, width);
        for (int x = -5; x < width + 20; ++x) {
            const int bin = scale.binAt(x);
            QVERIFY(bin >= 0 && bin < bins.count());
            if (x >= 8 && x < 8 + width)
                QVERIFY(scale.edgeX(bin) <= x && x < scale.edgeX(bin + 1));
        }
        for (int edge = 0; edge <= bins.count(); ++edge)
            QCOMPARE(scale.xOf(bins.edges[size_t(edge)]), scale.edgeX(edge));
        for (const auto &tick : scale.ticks(80, QLocale::c()))
            QVERIFY(!tick.text.isEmpty());
    }
}

} // namespace

QTEST_MAIN(TimeWordsTest)
#include "timewordstest.moc"
