// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filter.h"
#include "models/index/filterfields.h"
#include "models/index/filterwords.h"
#include "models/index/timebound.h"
#include "tests/index/randomfilter.h"
#include "tests/index/sampleevents.h"
#include "tests/support/utf8text.h"

#include <QDateTime>
#include <QTest>

using namespace models;
using tests::text;

class TestFilter final : public QObject
{
    Q_OBJECT
private slots:
    void canonicalText_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char *written, const char *canonical) {
            QTest::newRow(written) << text(written) << text(canonical);
        };
        row("", "");
        row("   ", "");
        row("  word ", "word");
        row("a   and b", "a b");
        row("a AND (b c)", "a b c");
        row("a OR (b or c)", "a or b or c");
        row("(a or b) c", "(a or b) c");
        row("not (a b)", "-(a b)");
        row("not not a", "--a");
        row("GROUP:x", "group:x");
        row("Asset-Type:x", "asset_type:x");
        row("hostedOn: x", "hosted_on:x");
        row("group:\"CA Business Unit\",EU", "group:\"CA Business Unit\",EU");
        row("group:\"EU\"", "group:EU");
        row("group:\"\"", "group:\"\"");
        row("group:a, b", "group:a,b");
        row("any:word", "word");
        row("any:a,b", "any:a,b");
        row("severity >= high", "severity \">=\" high"); // not adjacent: three words
        row("severity>= high", "severity>=high");
        row("time>=2026-11-01T09:30", "time>=2026-11-01T09:30");
        row("\"or\"", "\"or\"");
        row("oracle android nothing", "oracle android nothing");
        row("\"say \\\"hi\\\" \\\\ \\n\"", "\"say \\\"hi\\\" \\\\ \\\\n\"");
        row("\"-x\"", "\"-x\"");
        row("a-b", "a-b");
        row("-a", "-a");
        row("group:eu\\*", "group:eu\\*");
        row("\"a\"\"b\"", "a b");
        row("IS:Open,unread", "is:Open,unread");
        row("data.a.b:x", "data.a.b:x");
        row("event.data.a:x", "data.a:x");
        row("event.event.version:1", "event.version:1");
        row("-Data.a_b:\"x y\",z*", "-Data.a_b:\"x y\",z*");
        row("data.count>=5 data.date_created<7d", "data.count>=5 data.date_created<7d");
        row("\"data.odd key\":x", "\"data.odd key\":x");
        row("\"data.plain\":x", "data.plain:x");
        row("data.a\\.b:x", "data.a\\.b:x");
        row("a\\.b:x", "event.a\\.b:x");
        row("data.a:\"\"", "data.a:\"\"");
        row("www.example.org", "www.example.org");
    }
    void canonicalText()
    {
        QFETCH(QString, written);
        QFETCH(QString, canonical);
        const Filter::Parsed parsed = Filter::parse(written);
        if (written == QLatin1String("severity >= high")) {
            // A sign without a field before it is a mistake, not a word.
            QVERIFY(!parsed.filter);
            return;
        }
        QVERIFY2(parsed.filter, qPrintable(parsed.problem.text));
        QCOMPARE(parsed.filter->text(), canonical);
        QCOMPARE(parsed.filter->isEmpty(), canonical.isEmpty());
        const Filter::Parsed again = Filter::parse(canonical);
        QVERIFY(again.filter);
        QVERIFY(*again.filter == *parsed.filter);
    }

    void bounds()
    {
        QVERIFY(Filter::parse(QString(4096, QLatin1Char('a'))).filter);
        const Filter::Parsed tooLong = Filter::parse(QString(4100, QLatin1Char('a')));
        QVERIFY(!tooLong.filter);
        QCOMPARE(tooLong.problem.position, 4096);
        QCOMPARE(tooLong.problem.length, 4);
        const auto nested = [](int depth, char open, char close) {
            QString text(depth, QLatin1Char(open));
            text += QLatin1Char('x');
            return close == 0 ? text : QString(text + QString(depth, QLatin1Char(close)));
        };
        QVERIFY(Filter::parse(nested(64, '(', ')')).filter);
        QVERIFY(!Filter::parse(nested(65, '(', ')')).filter);
        QVERIFY(Filter::parse(nested(64, '-', 0)).filter);
        QCOMPARE(Filter::parse(nested(65, '-', 0)).problem.position, 65);
        QVERIFY(!Filter::parse(nested(2048, '(', ')')).filter);
        QVERIFY(!Filter::parse(QString(4096, QLatin1Char('-'))).filter);
        QVERIFY(!Filter::parse(QString(4096, QLatin1Char('('))).filter);
    }

    void randomRoundTrip()
    {
        tests::SampleEvents random(9);
        for (int round = 0; round < 3000; ++round) {
            const QString written = tests::randomExpression(random, 4);
            if (written.size() > 4096)
                continue;
            const Filter::Parsed parsed = Filter::parse(written);
            QVERIFY2(parsed.filter, qPrintable(written));
            const Filter::Parsed again = Filter::parse(parsed.filter->text());
            QVERIFY2(again.filter, qPrintable(parsed.filter->text()));
            QCOMPARE(again.filter->text(), parsed.filter->text());
        }
    }

    /// Any text as a value, by way of the language and back.
    void anyTextAsValue()
    {
        tests::SampleEvents random(4);
        const QString letters = text("aB ,\"\\():<>=-*ä\n\t\xe2\x80\xae");
        for (int round = 0; round < 3000; ++round) {
            QString value;
            const quint32 length = random.below(6);
            for (quint32 i = 0; i < length; ++i)
                value += letters[random.below(static_cast<quint32>(letters.size()))];
            for (const Field field : { Field::Group, Field::Title, Field::Any }) {
                const Filter filter = Filter().withValues(field, { value, QStringLiteral("x") });
                const Filter::Parsed parsed = Filter::parse(filter.text());
                QVERIFY2(parsed.filter, qPrintable(filter.text()));
                QCOMPARE(parsed.filter->root().values,
                         (QStringList { value, QStringLiteral("x") }));
                const Filter one = Filter().withValues(field, { value });
                QCOMPARE(Filter::parse(one.text()).filter->root().values, QStringList { value });
            }
            QVERIFY(ValueTest(Field::Group, { literalValue(value) })(QStringView(value)));
            QCOMPARE(valuePattern(literalValue(value)).prefix, false);
            QCOMPARE(valuePattern(literalValue(value)).text, value);
        }
    }

    void selections()
    {
        const Filter filter =
                *Filter::parse(text("cert group:a,b -status:open severity>=high")).filter;
        QCOMPARE(filter.values(Field::Group), (QStringList { text("a"), text("b") }));
        QCOMPARE(filter.values(Field::Status), QStringList());
        QCOMPARE(filter.values(Field::Severity), (QStringList { text("urgent"), text("high") }));
        QCOMPARE(filter.withValues(Field::Group, { text("c d") }).text(),
                 text("cert group:\"c d\" -status:open severity>=high"));
        QCOMPARE(filter.withValues(Field::Group, {}).text(),
                 text("cert -status:open severity>=high"));
        QCOMPARE(filter.withValues(Field::Severity, { text("low") }).text(),
                 text("cert group:a,b -status:open severity:low"));
        QCOMPARE(filter.withValues(Field::Product, { text("API_SECURE") }).text(),
                 text("cert group:a,b -status:open severity>=high product:API_SECURE"));
        QCOMPARE(Filter::parse(text("a or group:b")).filter->values(Field::Group), QStringList());
        QCOMPARE(
                Filter::parse(text("a or b")).filter->withValues(Field::Type, { text("x") }).text(),
                text("(a or b) type:x"));
        QVERIFY(Filter().withValues(Field::Type, {}).isEmpty());
        QCOMPARE(filter.withValues(Field::Is, { text("unread") }).values(Field::Is),
                 QStringList { text("unread") });
    }

    void selectionsOfPaths()
    {
        const Filter filter = *Filter::parse(text("data.a:x data.b:y data.a>5")).filter;
        QCOMPARE(filter.pathValues(text("event.data.a")), QStringList { text("x") });
        QCOMPARE(filter.pathValues(text("data.c")), QStringList());
        QCOMPARE(filter.withPathValues(text("event.data.b"), { text("z"), text("") }).text(),
                 text("data.a:x data.b:z,\"\" data.a>5"));
        QCOMPARE(filter.withPathValues(text("data.a"), {}).text(), text("data.b:y data.a>5"));
        QCOMPARE(filter.withPathValues(text("host"), { text("h") }).text(),
                 text("data.a:x data.b:y data.a>5 event.host:h"));
        QCOMPARE(filter.withPathValues(text("data."), { text("h") }).text(), filter.text());
    }

    void chips()
    {
        const Filter filter = *Filter::parse(text("cert (a or b) -group:x")).filter;
        const std::vector<Filter::Clause> clauses = filter.clauses();
        QCOMPARE(clauses.size(), std::size_t { 3 });
        QCOMPARE(clauses[0].text, text("cert"));
        QCOMPARE(clauses[0].without.text(), text("(a or b) -group:x"));
        QCOMPARE(clauses[1].text, text("a or b"));
        QCOMPARE(clauses[1].without.text(), text("cert -group:x"));
        QCOMPARE(clauses[2].text, text("-group:x"));
        QVERIFY(Filter().clauses().empty());
        const Filter one = *Filter::parse(text("a or b")).filter;
        QCOMPARE(one.clauses().size(), std::size_t { 1 });
        QVERIFY(one.clauses().front().without.isEmpty());
    }

    void times()
    {
        using std::chrono::hours;
        QCOMPARE(timeBound(text("12h"))->span, std::chrono::milliseconds(hours(12)));
        QCOMPARE(timeBound(text("2W"))->span, std::chrono::milliseconds(hours(24 * 14)));
        QCOMPARE(timeBound(text("3m"))->span, std::chrono::milliseconds(hours(24 * 90)));
        for (const char *wrong :
             { "", "d", "7", "7y", "-7d", "+7d", "7.5d", "12345678d", "2026-02-30",
               "2026-11-01T25:00", "2026-11-01T10", "2026-11-01 10:00", "2026-11-01T10:00+99:00" })
            QVERIFY2(!timeBound(text(wrong)), wrong);
        const auto utc = [](const char *iso) {
            return Instant(std::chrono::milliseconds(
                    QDateTime::fromString(text(iso), Qt::ISODateWithMs).toMSecsSinceEpoch()));
        };
        QCOMPARE(timeBound(text("2026-11-01Z"))->begin, utc("2026-11-01T00:00:00Z"));
        QCOMPARE(timeBound(text("2026-11-01Z"))->end, utc("2026-11-02T00:00:00Z"));
        QCOMPARE(timeBound(text("2026-11-01T09:30Z"))->end, utc("2026-11-01T09:31:00Z"));
        QCOMPARE(timeBound(text("2026-11-01T09:30:05.25Z"))->begin,
                 utc("2026-11-01T09:30:05.250Z"));
        QCOMPARE(timeBound(text("2026-11-01T09:30+02:00"))->begin, utc("2026-11-01T07:30:00Z"));
        const QDateTime local(QDate(2026, 11, 1), QTime(9, 30));
        QCOMPARE(timeBound(text("2026-11-01T09:30"))->begin.time_since_epoch().count(),
                 local.toMSecsSinceEpoch());
    }

    /// The table of fields is whole, and its examples are of the language.
    void fieldTable()
    {
        for (int i = 0; i <= static_cast<int>(Field::Any); ++i) {
            const FieldInfo &info = fieldInfo(static_cast<Field>(i));
            QCOMPARE(static_cast<int>(info.field), i);
            QVERIFY(!fieldMeaning(info.field).isEmpty() && !kindWord(info.kind).isEmpty());
            const Filter::Parsed parsed = Filter::parse(text(info.example));
            QVERIFY2(parsed.filter, info.example);
            QCOMPARE(parsed.filter->root().field, info.field);
        }
    }

    void fieldNames()
    {
        for (int i = 0; i <= static_cast<int>(Field::Any); ++i) {
            const auto field = static_cast<Field>(i);
            if (field != Field::Path)
                QCOMPARE(fieldFromName(fieldName(field)), std::optional<Field>(field));
        }
        QCOMPARE(nearestFieldName(text("statsu")), text("status"));
        QCOMPARE(nearestFieldName(text("tytle")), text("title"));
        QCOMPARE(nearestFieldName(text("http")), QString());
        QCOMPARE(nearestFieldName(QString(4000, QLatin1Char('x'))), QString());
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "filtertest.moc"
