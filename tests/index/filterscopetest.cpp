// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/completion.h"
#include "models/index/filter.h"
#include "models/index/filterfields.h"

#include <QTest>

using namespace models;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

/// What an expression may ask of events, and what of issues.
class FilterScopeTest final : public QObject
{
    Q_OBJECT
private slots:
    /// Of issues: read, written and read again.
    void ofIssues_data()
    {
        QTest::addColumn<QString>("written");
        const auto row = [](const char *written) { QTest::newRow(written) << text(written); };
        row("is:issue");
        row("is:issue is:open severity>=high");
        row("group:EU is:issue (type:a or -is:overdue)");
        row("is:issue is:reopened,regression,new,acknowledged,snoozed,conflict");
        row("is:issue age>30d first_seen>=2026-11-01 opened:7d closed<thisweek");
        row("is:issue assigned_to:alice* time:2d received<2026-11-01 certificate");
        row("is:issue is:issue");
    }
    void ofIssues()
    {
        QFETCH(QString, written);
        const Filter::Parsed parsed = Filter::parse(written, FilterScope::Issues);
        QVERIFY2(parsed.filter, qPrintable(parsed.problem.text));
        QVERIFY(parsed.namesIssues);
        QCOMPARE(parsed.filter->text(), written);
        QVERIFY(!Filter::parse(written).filter);
        QVERIFY(Filter::parse(written).namesIssues);
    }

    void bracketsAroundAll()
    {
        const QString written = text("((IS:Issue and is:Open) \"is:issue\")");
        const Filter::Parsed parsed = Filter::parse(written, FilterScope::Issues);
        QVERIFY2(parsed.filter, qPrintable(parsed.problem.text));
        QCOMPARE(parsed.filter->text(), text("is:Issue is:Open \"is:issue\""));
    }

    void notOfIssues_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *written, int position, int length, const char *says) {
            QTest::newRow(written) << text(written) << position << length << text(says);
        };
        row("-is:issue", 1, 8, "not within an “or”");
        row("a -is:issue", 3, 8, "not turned round");
        row("is:issue or a", 0, 8, "not within an “or”");
        row("is:issue (a or is:issue)", 15, 8, "not within an “or”");
        row("not (is:issue a)", 5, 8, "not turned round");
        row("is:issue,open", 0, 13, "stands alone");
        row("is:issue data.a.b:x", 9, 8, "“data.a.b”");
        row("is:issue \"data.odd name\":x", 9, 15, "“data.odd name”");
        row("is:issue actor:bob", 9, 5, "“actor”");
        row("is:issue is:unread", 12, 6, "never “unread”");
        row("is:issue is:opne", 12, 4, "never “opne”");
        row("is:issue opend:7d", 9, 5, "“opened”");
        row("is:issue opened:soon", 16, 4, "A time is");
        row("is:issue age>tomorrow", 13, 8, "An age is");
        row("is:issue assigned_to>a", 20, 1, "no order");
        row("is:overdue", 3, 7, "“is:overdue” asks for issues");
        row("a closed:7d", 2, 6, "“closed” asks for issues");
        row("is:open", 0, 7, "Put is:issue");
        row("", 0, 0, "Put is:issue");
    }
    void notOfIssues()
    {
        QFETCH(QString, written);
        QFETCH(int, position);
        QFETCH(int, length);
        QFETCH(QString, says);
        const Filter::Parsed parsed = Filter::parse(written, FilterScope::Issues);
        QVERIFY(!parsed.filter);
        QVERIFY2(parsed.problem.text.contains(says), qPrintable(parsed.problem.text));
        QCOMPARE(parsed.problem.position, position);
        QCOMPARE(parsed.problem.length, length);
    }

    void fixes()
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

    /// Where events are asked for, it says where issues are.
    void notOfEvents_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("position");
        const auto row = [](const char *written, const char *what, int position) {
            QTest::newRow(written) << text(what) << position;
        };
        row("is:issue", "is:issue", 3);
        row("a or -is:Issue", "is:Issue", 9);
        row("is:open,overdue", "is:overdue", 8);
        row("is:snoozed", "is:snoozed", 3);
        row("opened:7d", "opened", 0);
        row("a first_seen>2026-11-01", "first_seen", 2);
        row("assigned_to:bob", "assigned_to", 0);
    }
    void notOfEvents()
    {
        QFETCH(QString, what);
        QFETCH(int, position);
        const Filter::Parsed parsed = Filter::parse(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(!parsed.filter);
        QVERIFY(parsed.namesIssues);
        const QString says = QStringLiteral("“%1” is a filter for issues").arg(what);
        QVERIFY2(parsed.problem.text.contains(says), qPrintable(parsed.problem.text));
        QVERIFY(parsed.problem.text.contains(text("Ctrl+2")));
        QCOMPARE(parsed.problem.position, position);
    }

    void eventsStayAsTheyWere()
    {
        for (const char *written :
             { "", "is:open,closed,read,unread", "age>7d", "\"is:issue\"", "issue", "closed" }) {
            const Filter::Parsed parsed = Filter::parse(text(written));
            QVERIFY2(parsed.filter, written);
            QVERIFY(!parsed.namesIssues);
        }
    }

    /// What cannot be asked in the search box is not offered there.
    void completionOffersEventsOnly()
    {
        for (const char *typed : { "is:", "is:iss", "is:ov", "-is:", "a is:open,", "", "opene",
                                   "assig", "first", "closed:", "opened:", "closed" }) {
            const QString whole = text(typed);
            const FilterContext context = filterContext(whole, whole.size());
            for (const Completion &offered : completions(context, {})) {
                const QString becomes = completed(whole, context, offered).text;
                QVERIFY2(!Filter::parse(becomes).namesIssues, qPrintable(becomes));
            }
        }
    }

    void fieldTable()
    {
        for (int i = int(Field::IssueIs); i <= int(Field::AssignedTo); ++i) {
            const auto field = static_cast<Field>(i);
            const FieldInfo &info = fieldInfo(field);
            QCOMPARE(info.field, field);
            QVERIFY(isOfIssues(field));
            QVERIFY(!fieldMeaning(field).isEmpty());
            QCOMPARE(fieldFromName(fieldName(field), FilterScope::Issues), std::optional(field));
            const QString written = QLatin1String("is:issue ") + QLatin1String(info.example);
            const Filter::Parsed parsed = Filter::parse(written, FilterScope::Issues);
            QVERIFY2(parsed.filter, info.example);
            QCOMPARE(parsed.filter->root().children.back()->field, field);
        }
        QVERIFY(!fieldFromName(u"opened"));
        QVERIFY(!fieldFromName(u"actor", FilterScope::Issues));
        QCOMPARE(fieldFromName(u"First-Seen", FilterScope::Issues),
                 std::optional(Field::FirstSeen));
    }
};

QTEST_GUILESS_MAIN(FilterScopeTest)
#include "filterscopetest.moc"
