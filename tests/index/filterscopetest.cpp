// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/completion.h"
#include "models/index/filter.h"
#include "models/index/filterfields.h"
#include "tests/support/utf8text.h"

#include <QTest>

using namespace models;
using tests::text;

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

    /// What has another name among events, or among issues.
    void namesTheOther_data()
    {
        QTest::addColumn<int>("scope");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("cured");
        const auto row = [](const char *written, FilterScope scope, const char *says,
                            const char *cured) {
            QTest::newRow(written) << int(scope) << text(says) << text(cured);
        };
        row("is:acknowledged", FilterScope::Events, "“triage:acknowledged”", "triage:acknowledged");
        row("a -is:Snoozed b", FilterScope::Events, "“triage:snoozed”", "a -triage:snoozed b");
        row("is:new", FilterScope::Events, "“triage:new”", "triage:new");
        row("is:open,new", FilterScope::Events, "“triage:new”", "");
        row("is:new,open", FilterScope::Events, "“triage:new”", "");
        row("closed:7d", FilterScope::Events, "“is:closed time:…”", "");
        row("opened:7d", FilterScope::Events, "“is:open time:…”", "");
        row("actor:bob", FilterScope::IssuesOnly, "“assigned_to”", "assigned_to:bob");
        row("data.relevance:URGENT", FilterScope::IssuesOnly, "“severity”", "severity:URGENT");
        row("a data.date_created<7d", FilterScope::IssuesOnly, "“opened”", "a opened<7d");
        row("data.odd.name:x", FilterScope::IssuesOnly, "page of the events (Ctrl+1)", "");
        row("is:unread", FilterScope::IssuesOnly, "“is:new”", "is:new");
        row("is:read", FilterScope::IssuesOnly, "never “read”", "");
    }
    void namesTheOther()
    {
        QFETCH(int, scope);
        QFETCH(QString, says);
        QFETCH(QString, cured);
        const auto which = static_cast<FilterScope>(scope);
        QString written = QString::fromUtf8(QTest::currentDataTag());
        const Filter::Parsed parsed = Filter::parse(written, which);
        QVERIFY(!parsed.filter);
        QVERIFY2(parsed.problem.text.contains(says), qPrintable(parsed.problem.text));
        const std::optional<Filter::Edit> &fix = parsed.problem.fix;
        QCOMPARE(fix.has_value(), !cured.isEmpty());
        if (fix) {
            QCOMPARE(written.replace(fix->position, fix->length, fix->text), cured);
            QVERIFY(Filter::parse(cured, which).filter);
        }
    }

    /// Where nothing but issues can be asked for, is:issue goes without saying.
    void issuesOnly()
    {
        for (const char *written :
             { "", "certificate", "is:overdue or severity:urgent", "-(is:open age>30d)",
               "is:issue is:open", "first_seen:7d assigned_to:*" }) {
            const Filter::Parsed parsed = Filter::parse(text(written), FilterScope::IssuesOnly);
            QVERIFY2(parsed.filter, qPrintable(parsed.problem.text));
            QCOMPARE(parsed.filter->text(), text(written));
        }
        for (const char *wrong : { "is:issue or a", "-is:issue", "is:opne", "opend:7d" })
            QVERIFY2(!Filter::parse(text(wrong), FilterScope::IssuesOnly).filter, wrong);
    }

    /// What is offered for issues can be asked of them.
    void completionOffersWhatIssuesHave()
    {
        QStringList all;
        for (const char *typed : { "is:", "is:ov", "-is:", "a is:open,", "opene", "assig", "act",
                                   "first", "closed:", "opened:", "age>", "triage:", "ag", "da" }) {
            const QString whole = text(typed);
            const FilterContext context =
                    filterContext(whole, whole.size(), FilterScope::IssuesOnly);
            for (const Completion &offered : completions(context, {})) {
                QString becomes = completed(whole, context, offered).text;
                all += becomes;
                if (offered.goesOn) // a name
                    continue;
                const Filter::Parsed parsed = Filter::parse(becomes, FilterScope::IssuesOnly);
                QVERIFY2(parsed.filter, qPrintable(QString(becomes + parsed.problem.text)));
            }
        }
        for (const char *wanted : { "is:overdue ", "assigned_to:", "first_seen:", "age:" })
            QVERIFY2(all.count(text(wanted)) > 0, wanted);
        QVERIFY(!all.contains(text("actor:")));
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
