// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filter.h"
#include "tests/support/utf8text.h"

#include <QTest>

using namespace models;
using tests::text;

/// What is said of a text that is no filter, and what would cure it.
class FilterMistakesTest final : public QObject
{
    Q_OBJECT
private slots:
    void mistakes_data()
    {
        QTest::addColumn<FilterScope>("scope");
        QTest::addColumn<QString>("written");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *written, int position, int length, const char *says,
                            FilterScope scope = FilterScope::Events) {
            QTest::newRow(written) << scope << text(written) << position << length << text(says);
        };
        row("sevrity:high", 0, 7, "“severity”");
        row("a grup:x", 2, 4, "“group”");
        row("https://example.org", 0, 5, "in quotes");
        row("group=x", 5, 1, "group:");
        row("group:", 5, 1, "value is missing");
        row("group:a,", 7, 1, "value is missing");
        row("group:)", 6, 1, "value is missing");
        row("\"open", 0, 5, "not closed");
        row("a group:\"x", 8, 2, "not closed");
        row("(a b", 0, 1, "not closed");
        row("(a (b)", 0, 1, "not closed");
        row("a)", 1, 1, "closes nothing");
        row(")", 0, 1, "not opened");
        row("()", 0, 2, "nothing between");
        row("(", 0, 1, "not closed");
        row("a or", 2, 2, "after “or”");
        row("a or or b", 5, 2, "before this word");
        row("or a", 0, 2, "before this word");
        row("a and", 2, 3, "after “and”");
        row("a and and b", 2, 3, "after “and”");
        row("a -", 2, 1, "after the negation");
        row("not", 0, 3, "after the negation");
        row("- a", 0, 1, "after the negation");
        row("group>x", 5, 1, "no order");
        row("title<=x", 5, 2, "no order");
        row("severity>=odd", 10, 3, "no place in the order");
        row("severity>=high,low", 14, 1, "one value");
        row("age>tomorrow", 4, 8, "An age is");
        row("age>2026-11-01", 4, 10, "An age is");
        row("age>-7d", 4, 3, "An age is");
        row("time>=2026-13-01", 6, 10, "A time is");
        row("received:7y", 9, 2, "A time is");
        row("family:violation,nonsense", 17, 8, "no family");
        row("\"group\":x", 0, 7, "without quotes");
        row("is:issues", 3, 6, "open, closed, unread or read");
        row("is:open,", 7, 1, "value is missing");
        row("is>open", 2, 1, "no order");
        row("data..a:x", 0, 7, "before and after each dot");
        row("data.:x", 0, 5, "before and after each dot");
        row("data.a>red", 7, 3, "with a number or with a time");
        row("data.a>nan", 7, 3, "with a number or with a time");
        row("data.a>1,2", 8, 1, "one value");
        row("data.a=1", 6, 1, "data.a:");
        row(":x", 0, 1, "missing before");
        row(">x", 0, 1, "missing before");
        const auto ofIssues = [&](const char *written, int position, int length, const char *says) {
            row(written, position, length, says, FilterScope::Issues);
        };
        ofIssues("-is:issue", 1, 8, "not within an “or”");
        ofIssues("a -is:issue", 3, 8, "not turned round");
        ofIssues("is:issue or a", 0, 8, "not within an “or”");
        ofIssues("is:issue (a or is:issue)", 15, 8, "not within an “or”");
        ofIssues("not (is:issue a)", 5, 8, "not turned round");
        ofIssues("is:issue,open", 0, 13, "stands alone");
        ofIssues("is:issue data.a.b:x", 9, 8, "“data.a.b”");
        ofIssues("is:issue \"data.odd name\":x", 9, 15, "“data.odd name”");
        ofIssues("is:issue actor:bob", 9, 5, "“actor”");
        ofIssues("is:issue is:unread", 12, 6, "never “unread”");
        ofIssues("is:issue is:opne", 12, 4, "never “opne”");
        ofIssues("is:issue opend:7d", 9, 5, "“opened”");
        ofIssues("is:issue opened:soon", 16, 4, "A time is");
        ofIssues("is:issue age>tomorrow", 13, 8, "An age is");
        ofIssues("is:issue assigned_to>a", 20, 1, "no order");
        ofIssues("is:overdue", 3, 7, "“is:overdue” asks for issues");
        ofIssues("a closed:7d", 2, 6, "“closed” asks for issues");
        ofIssues("is:open", 0, 7, "Put is:issue");
        ofIssues("", 0, 0, "Put is:issue");
    }
    void mistakes()
    {
        QFETCH(FilterScope, scope);
        QFETCH(QString, written);
        QFETCH(int, position);
        QFETCH(int, length);
        QFETCH(QString, says);
        const Filter::Parsed parsed = Filter::parse(written, scope);
        QVERIFY(!parsed.filter);
        QVERIFY2(parsed.problem.text.contains(says), qPrintable(parsed.problem.text));
        QCOMPARE(parsed.problem.position, position);
        QCOMPARE(parsed.problem.length, length);
    }

    /// A suggestion put in its place cures the mistake, or leaves the next one.
    void fixes_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("cured");
        const auto row = [](const char *written, const char *cured) {
            QTest::newRow(written) << text(written) << text(cured);
        };
        row("sevrity:high", "severity:high");
        row("a sev:high", "a severity:high");
        row("https://example.org a", "\"https://example.org\" a");
        row("group=x", "group:x");
        row("data.a=1", "data.a:1");
        row("group:", "group:\"\"");
        row("group:a,", "group:a,\"\"");
        row("a group:\"x", "a group:\"x\"");
        row("(a b", "(a b)");
        row("a)", "a");
        row("a () b", "a  b");
        row("a or", "a ");
        row("a and", "a ");
        row("or a", "\"or\" a");
        row("- a", "-a");
        row("a -", "a ");
        row("group>x", "group:x");
        row("title<=x", "title:x");
        row("severity>=hgih", "severity>=high");
        row("is:opn", "is:open");
        row("family:violatoin,user", "family:violation,user");
        row("age>7", "age>7d");
        row("age>\"7 days\"", nullptr);
        row("age>7days", "age>7d");
        row("age>2y", "age>24m");
        row("age>-7d", "age>7d");
        row("time>=1.11.2026", "time>=2026-11-01");
        row("time>=2026/11/1", "time>=2026-11-01");
        row("received>30", "received>30d");
        row("time>=2026-13-01", nullptr);
        row("age>tomorrow", nullptr);
        row("\"group\":x", "group:x");
        row(":x", nullptr);
    }
    void fixes()
    {
        QFETCH(QString, written);
        QFETCH(QString, cured);
        const Filter::Problem problem = Filter::parse(written).problem;
        QCOMPARE(problem.fix.has_value(), !cured.isEmpty());
        if (!problem.fix)
            return;
        QString fixed = written;
        fixed.replace(problem.fix->position, problem.fix->length, problem.fix->text);
        QCOMPARE(fixed, cured);
        QVERIFY2(Filter::parse(fixed).filter, qPrintable(Filter::parse(fixed).problem.text));
    }

    void fixesOfIssues()
    {
        const auto cured = [](const char *written) {
            const auto fix = Filter::parse(text(written), FilterScope::Issues).problem.fix;
            return fix ? text(written).replace(fix->position, fix->length, fix->text) : QString();
        };
        QCOMPARE(cured("is:overdue"), text("is:issue is:overdue"));
        QCOMPARE(cured("is:overdue or a"), QString()); // it would be under the "or"
        QCOMPARE(cured("is:issue is:opne"), text("is:issue is:open"));
        QCOMPARE(cured("is:issue frist_seen:7d"), text("is:issue first_seen:7d"));
    }
};

QTEST_GUILESS_MAIN(FilterMistakesTest)
#include "filtermistakestest.moc"
