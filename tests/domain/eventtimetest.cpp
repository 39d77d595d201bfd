// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/eventtime.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace models;

namespace {

/// What Qt makes of the text; a time without a zone is one in UTC.
std::optional<Instant> byQt(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), QTimeZone::utc());
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

/// Times in the form that nearly all have are read without QDateTime, and are to be the same.
class EventTimeTest : public QObject
{
    Q_OBJECT
private slots:
    void sameAsByQt_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "2020-07-23T08:18:30.450602+00:00",
                                  "2021-01-27T07:37:32+00:00",
                                  "2021-01-27T07:37:32Z",
                                  "2021-01-27T07:37:32",
                                  "2021-01-27T09:37:32+02:00",
                                  "2021-01-27T07:37:32.5Z",
                                  "2021-01-27T07:37:32.9999999Z",
                                  "2021-01-27T07:37:32.123456789Z",
                                  "2021-01-27T07:37:32.0005Z",
                                  "2020-02-29T00:00:00Z",
                                  "2021-02-29T00:00:00Z",
                                  "2021-00-10T00:00:00Z",
                                  "2021-13-10T00:00:00Z",
                                  "2021-01-32T00:00:00Z",
                                  "2021-01-00T00:00:00Z",
                                  "2021-01-27T24:00:00Z",
                                  "2021-01-27T25:00:00Z",
                                  "2021-01-27T07:60:00Z",
                                  "2021-01-27T07:37:60Z",
                                  "0001-01-01T00:00:00Z",
                                  "9999-12-31T23:59:59.999Z",
                                  "2021-01-27T07:37:32.Z",
                                  "2021-01-27T07:37:32,5Z",
                                  "2021-01-27T07:37:32.5",
                                  "2021-01-27t07:37:32Z",
                                  "2021-01-27 07:37:32Z",
                                  "2021-01-27T07:37:32.5x+00:00",
                                  "2021-01-27T07:37:3aZ",
                                  "2021-01-27T07:37Z",
                                  "-021-01-27T07:37:32Z",
                                  "2021-01-27T07:37:32-00:00",
                                  "2021-01-27T07:37:32+0000",
                                  "T",
                                  "Z",
                                  "+00:00" })
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("digits of another script")
                << QString::fromUtf8("\u0662\u0660\u0662\u0661-01-27T07:37:32Z");
    }

    void sameAsByQt()
    {
        QFETCH(QString, text);
        QCOMPARE(timeFromText(text), byQt(text));
    }

    void sameAsByQtForAnyFraction()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 20000; ++i) {
            const QDate date(1 + random.bounded(9999), 1 + random.bounded(12),
                             1 + random.bounded(28));
            const QTime time(random.bounded(24), random.bounded(60), random.bounded(60));
            const int places = 1 + random.bounded(9);
            QString digits;
            for (int place = 0; place < places; ++place)
                digits += QChar(u'0' + random.bounded(10));
            const QString text = date.toString(Qt::ISODate) + u'T' + time.toString(Qt::ISODate)
                    + u'.' + digits + (i % 2 == 0 ? QStringLiteral("Z") : QStringLiteral("+00:00"));
            const std::optional<Instant> wanted = byQt(text);
            QVERIFY(wanted);
            QVERIFY2(timeFromText(text) == wanted, qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(EventTimeTest)
#include "eventtimetest.moc"
