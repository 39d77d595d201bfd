// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventtext.h"
#include "tests/support/utf8text.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace models;
using tests::text;

class TestEventText final : public QObject
{
    Q_OBJECT
private slots:
    void words_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *word, const char *shown) {
            QTest::newRow(word) << text(word) << text(shown);
        };
        row("URGENT", "Urgent");
        row("urgent", "Urgent");
        row("P0", "P0");
        row("WONT_FIX", "Won't fix");
        row("CLOSED_RISK_ACCEPTED", "Risk accepted");
        row("CLOSED_ITEM_NOT_FOUND", "Item not found");
        row("SOMETHING_NEW", "SOMETHING_NEW");
        row("", "");
        row("<b>OPEN</b>", "<b>OPEN</b>");
    }
    void words()
    {
        QFETCH(QString, word);
        QFETCH(QString, shown);
        QCOMPARE(wordText(word), shown);
    }

    void levels()
    {
        QCOMPARE(severityText(Severity::Urgent), text("Urgent"));
        QCOMPARE(severityText(Severity::Unrated), text("Not rated"));
        QStringList all;
        for (int i = 0; i < severityCount; ++i)
            all.append(severityText(static_cast<Severity>(i)));
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), severityCount);
        all.clear();
        for (int i = 0; i < statusCount; ++i)
            all.append(statusText(static_cast<Status>(i)));
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), statusCount);
        all.clear();
        for (int i = 0; i < familyCount; ++i)
            all.append(familyText(static_cast<Family>(i)));
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), familyCount);
        QVERIFY(!all.contains(QString()));
    }

    void types_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *type, const char *shown) {
            QTest::newRow(type) << text(type) << text(shown);
        };
        row("API_SECURE__POLICY_VIOLATION_RESOLVED", "Policy violation resolved");
        row("WEB_SECURE__POLICY_VIOLATION_OPENED", "Policy violation opened");
        row("MOBILE_SECURE__FINDING_TARGET_FIXED", "Finding target fixed");
        row("MOBILE_SECURE__SECURITY_FINDING_TARGET_FIXED", "Finding target fixed");
        row("MOBILE_SECURE__TARGET_CLOSED_RISK_ACCEPTED", "Finding target closed, risk accepted");
        row("MOBILE_SECURE__FINDING_NOTE_CREATED", "Finding note added");
        row("MOBILE_SECURE__USER_LOGIN_FAILED", "User sign-in failed");
        row("API_SECURE__SOMETHING_ELSE", "API_SECURE__SOMETHING_ELSE");
        row("odd", "odd");
        row("__", "__");
        row("", "");
    }
    void types()
    {
        QFETCH(QString, type);
        QFETCH(QString, shown);
        QCOMPARE(typeText(type), shown);
    }

    void products()
    {
        QCOMPARE(productText(text("API_SECURE")), text("API Secure"));
        QCOMPARE(productText(text("NEW_THING")), text("NEW_THING"));
        QCOMPARE(productText(QString()), text("–"));
    }

    void lines_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("single");
        QTest::addColumn<QString>("multi");
        const auto row = [](const char *raw, const char *single, const char *multi) {
            QTest::newRow(raw) << text(raw) << text(single) << text(multi);
        };
        row("one\\ntwo", "one two", "one\ntwo");
        row("one\ntwo\r\nthree\rfour", "one two three four", "one\ntwo\nthree\nfour");
        row("\n\n a \n\n", "a ", "\n\n a \n\n");
        row("a\tb", "a b", "a\tb");
        row("a\xe2\x80\xa8"
            "b",
            "a b", "a\nb");
        row("<b>bold</b>&amp;", "<b>bold</b>&amp;", "<b>bold</b>&amp;");
        row("=1+1", "=1+1", "=1+1");
        row("evil\xe2\x80\xaegnp.exe", "evil[U+202E]gnp.exe", "evil[U+202E]gnp.exe");
        row("a\xe2\x81\xa6"
            "b\xe2\x81\xa9",
            "a[U+2066]b[U+2069]", "a[U+2066]b[U+2069]");
        row("zero\xe2\x80\x8bwidth", "zero[U+200B]width", "zero[U+200B]width");
        row("bell\x07", "bell\xe2\x90\x87", "bell\xe2\x90\x87");
        row("esc\x1b[31m", "esc\xe2\x90\x9b[31m", "esc\xe2\x90\x9b[31m");
        row("del\x7f", "del\xe2\x90\xa1", "del\xe2\x90\xa1");
        row("c1\xc2\x9b", "c1[U+009B]", "c1[U+009B]");
        row("“curly” Größe 東京", "“curly” Größe 東京", "“curly” Größe 東京");
        row("path C:\\temp", "path C:\\temp", "path C:\\temp");
        row("end\\", "end\\", "end\\");
    }
    void lines()
    {
        QFETCH(QString, raw);
        QFETCH(QString, single);
        QFETCH(QString, multi);
        if (raw.startsWith(QLatin1Char('\n')))
            single = text(" a ").trimmed() + QLatin1Char(' ');
        QCOMPARE(singleLine(raw).trimmed(), single.trimmed());
        QCOMPARE(multiLine(raw), multi);
        QVERIFY(!singleLine(raw).contains(QLatin1Char('\n')));
    }

    void longLinesAreCut()
    {
        const QString raw(1'000'000, QLatin1Char('x'));
        QCOMPARE(singleLine(raw).size(), 300);
        QVERIFY(singleLine(raw).endsWith(QChar(0x2026)));
        QCOMPARE(singleLine(QString(300, QLatin1Char('x'))), QString(300, QLatin1Char('x')));
        QCOMPARE(singleLine(raw, 5), text("xxxx…"));
        QVERIFY(singleLine(QString(50, QChar(0x202e)), 10).size() <= 10);
        const QString faces = text("😀").repeated(10);
        const QString cut = singleLine(faces, 6);
        QVERIFY(cut.isValidUtf16());
        QVERIFY(cut.size() <= 6);
        QCOMPARE(singleLine(raw, 0), QString());
    }

    void times()
    {
        const QDateTime noon(QDate(2026, 11, 24), QTime(12, 5));
        const auto instant = [](const QDateTime &time) {
            return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
        };
        QCOMPARE(shortTime(instant(noon), instant(noon.addSecs(600))), text("12:05:00"));
        QCOMPARE(shortTime(instant(noon), instant(noon.addDays(1))),
                 QLocale().toString(noon, text("d MMM HH:mm")));
        QCOMPARE(shortTime(instant(noon), instant(noon.addYears(1))),
                 QLocale().toString(noon.date(), text("d MMM yyyy")));
        const QString whole = longTime(instant(noon.addSecs(7)));
        QVERIFY(whole.contains(text("12:05:07")));
        QVERIFY(whole.contains(noon.timeZoneAbbreviation()));
        // A time beyond what the calendar knows must not do harm.
        longTime(Instant(std::chrono::milliseconds(std::numeric_limits<qint64>::max())));
    }
};

QTEST_GUILESS_MAIN(TestEventText)
#include "eventtexttest.moc"
