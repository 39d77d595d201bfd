// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/completion.h"
#include "tests/support/utf8text.h"

#include <QTest>

using namespace models;
using tests::text;

namespace {

/// "|" stands for the cursor.
FilterContext contextOf(QString marked)
{
    const qsizetype cursor = marked.indexOf(QLatin1Char('|'));
    marked.remove(cursor, 1);
    return filterContext(marked, cursor);
}

CompletionFacts someFacts()
{
    CompletionFacts facts;
    facts.now = Instant(std::chrono::milliseconds(1'795'000'000'000)); // 2026-11-18
    facts.values = { { text("CA Business Unit"), 1204 }, { text("EU"), 1 } };
    facts.paths = { text("data.affected_asset.hosted_on"), text("event.data.relevance"),
                    text("data.odd key") };
    facts.recent = { text("severity>=high status:open"), text("certificate") };
    return facts;
}

QStringList offered(const char *marked, const CompletionFacts &facts)
{
    QStringList list;
    for (const Completion &completion : completions(contextOf(text(marked)), facts))
        list.append(completion.text);
    return list;
}

} // namespace

class TestCompletion final : public QObject
{
    Q_OBJECT
private slots:
    void context_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("field");
        using Part = FilterContext::Part;
        const auto row = [](const char *marked, Part part, int from, int length, const char *typed,
                            const char *field = "any") {
            QTest::newRow(marked) << static_cast<int>(part) << from << length << text(typed)
                                  << text(field);
        };
        row("|", Part::Name, 0, 0, "");
        row("sev|", Part::Name, 0, 3, "sev");
        row("se|v", Part::Name, 0, 3, "se");
        row("|sev", Part::Name, 0, 3, "");
        row("a sev|", Part::Name, 2, 3, "sev");
        row("a |", Part::Name, 2, 0, "");
        row("a | b", Part::Name, 2, 0, "");
        row("-sev|", Part::Name, 1, 3, "sev");
        row("(-(sev|", Part::Name, 3, 3, "sev");
        row("se|v:high", Part::Name, 0, 3, "se");
        row("group:|", Part::Value, 6, 0, "", "group");
        row("group:C|A", Part::Value, 6, 2, "C", "group");
        row("group:x,|", Part::Value, 8, 0, "", "group");
        row("group:x,\"a b\",c|", Part::Value, 14, 1, "c", "group");
        row("group:\"CA B|", Part::Value, 6, 5, "CA B", "group");
        row("group:\"CA \\\"B|\"", Part::Value, 6, 8, "CA \"B", "group");
        row("group:\"CA\" |", Part::Name, 11, 0, "");
        row("group: |", Part::Value, 7, 0, "", "group");
        row("severity>=|", Part::Value, 10, 0, "", "severity");
        row("severity>|=x", Part::Value, 10, 1, "", "severity");
        row("age>7d sta|", Part::Name, 7, 3, "sta");
        row("data.a.b:x|", Part::Value, 9, 1, "x", "");
        row("\"some te|xt\"", Part::Text, 0, 0, "");
        row("http:/|/x", Part::Text, 5, 3, "/");
        row("a) b|", Part::Name, 3, 1, "b");
    }
    void context()
    {
        QFETCH(int, part);
        QFETCH(int, from);
        QFETCH(int, length);
        QFETCH(QString, typed);
        QFETCH(QString, field);
        const FilterContext context = contextOf(text(QTest::currentDataTag()));
        QCOMPARE(static_cast<int>(context.part), part);
        QCOMPARE(context.from, from);
        QCOMPARE(context.length, length);
        QCOMPARE(context.typed, typed);
        QCOMPARE(fieldName(context.field), field);
    }

    /// Whatever is typed, wherever the cursor stands.
    void anyPlace()
    {
        const QString odd = text("a:\"b\\\"\" (c>=,d:,) -\"e <x: ::>\"data.x\":\"");
        for (qsizetype length = 0; length <= odd.size(); ++length) {
            for (qsizetype cursor = -1; cursor <= length + 1; ++cursor) {
                const FilterContext context = filterContext(odd.left(length), cursor);
                QVERIFY(context.from >= 0 && context.from + context.length <= length);
            }
        }
    }

    void names()
    {
        const CompletionFacts facts = someFacts();
        const QStringList all = offered("|", facts);
        QCOMPARE(all.mid(0, 2), facts.recent); // nothing typed: what was asked before, then fields
        QVERIFY(all.contains(text("group:")) && all.contains(text("is:")));
        QCOMPARE(offered("a st|", facts).constFirst(), text("status:"));
        QCOMPARE(offered("a ty|", facts).mid(0, 1), QStringList { text("type:") });
        QVERIFY(offered("a ty|", facts).contains(text("severity:"))); // holds it
        QCOMPARE(offered("st|:x", facts).constFirst(), text("status")); // the sign is there
        QCOMPARE(offered("cert|", facts), QStringList { text("certificate") });
        QCOMPARE(offered("zzz|", facts), QStringList());
        const auto list = completions(contextOf(text("group|")), facts);
        QVERIFY(list.constFirst().note.contains(text("asset group")));
        QVERIFY(list.constFirst().note.startsWith(text("text · asset")));
        QVERIFY(list.constFirst().goesOn);
    }

    void signs()
    {
        QCOMPARE(offered("severity|", {}).mid(0, 5),
                 (QStringList { text("severity>="), text("severity<="), text("severity>"),
                                text("severity<"), text("severity:") }));
        QCOMPARE(offered("group|", {}).mid(0, 1), QStringList { text("group:") });
    }

    void paths()
    {
        const CompletionFacts facts = someFacts();
        QCOMPARE(offered("data.a|", facts), QStringList { text("data.affected_asset.hosted_on:") });
        QCOMPARE(offered("event.data.a|", facts),
                 QStringList { text("data.affected_asset.hosted_on:") });
        QVERIFY(offered("relev|", facts).contains(text("data.relevance:")));
        QCOMPARE(offered("data.odd|", facts), QStringList { text("\"data.odd key\":") });
        QCOMPARE(offered("data.x:|", {}).mid(0, 2), (QStringList { text("*"), text("\"\"") }));
    }

    void values()
    {
        const CompletionFacts facts = someFacts();
        QCOMPARE(offered("group:|", facts),
                 (QStringList { text("\"CA Business Unit\""), text("EU") }));
        QCOMPARE(offered("group:bus|", facts), QStringList { text("\"CA Business Unit\"") });
        const auto list = completions(contextOf(text("group:|")), facts);
        QVERIFY(list[0].note.contains(QLocale().toString(1204)));
        QVERIFY(!list[0].goesOn);
        QCOMPARE(list[1].note, text("1 event"));
        QCOMPARE(offered("is:|", {}),
                 (QStringList { text("open"), text("closed"), text("unread"), text("read") }));
        QCOMPARE(offered("severity>=|", {}),
                 (QStringList { text("urgent"), text("high"), text("medium"), text("low"),
                                text("unknown"), text("none") }));
        CompletionFacts words;
        words.values = { { text("IMPORTANT"), 7 }, { text("high"), 5 }, { text("ODD"), 1 } };
        QCOMPARE(completions(contextOf(text("severity:hi|")), words).constFirst().note,
                 text("5 events"));
        QVERIFY(offered("severity:|", words).contains(text("ODD")));
        QVERIFY(!offered("severity>|", words).contains(text("ODD"))); // has no place in the order
        QVERIFY(offered("severity>|", words).contains(text("IMPORTANT")));
        QVERIFY(offered("family:v|", {}).contains(text("violation")));
    }

    void times()
    {
        const CompletionFacts facts = someFacts();
        QVERIFY(offered("age>|", facts).contains(text("7d")));
        QVERIFY(!offered("age>|", facts).contains(text("2026-11-01")));
        QVERIFY(offered("time>=|", facts).contains(text("2026-11-01"))); // of this month
        QCOMPARE(offered("time>=2026-01|", facts), QStringList { text("2026-01-01") });
        for (const char *word : { "today", "yesterday", "thisweek", "thismonth", "thisyear" }) {
            QVERIFY2(offered("received>=|", facts).contains(text(word)), word);
            QVERIFY2(!offered("age>|", facts).contains(text(word)), word);
        }
        QCOMPARE(offered("time:THISW|", facts), QStringList { text("thisweek") });
        for (const char *field : { "time>=|", "received:|" }) {
            for (const QString &value : offered(field, facts))
                QVERIFY(Filter::parse(QString(text("time:") + value)).filter);
        }
    }

    void putIn_data()
    {
        QTest::addColumn<QString>("after");
        const auto row = [](const char *before, const char *after) {
            QTest::newRow(before) << text(after);
        };
        row("sta|", "status:|");
        row("a -sta| b", "a -status:| b");
        row("sta|:open", "status|:open"); // only the name
        row("group:|", "group:\"CA Business Unit\" |");
        row("group:ca| x", "group:\"CA Business Unit\"| x");
        row("group:\"CA B|\"", "group:\"CA Business Unit\" |");
        row("group:\"CA B|", "group:\"CA Business Unit\" |");
        row("group:EU,c|", "group:EU,\"CA Business Unit\" |");
        row("severity|", "severity>=|");
        row("certif|", "certificate|");
    }
    void putIn()
    {
        QFETCH(QString, after);
        QString before = text(QTest::currentDataTag());
        const FilterContext context = contextOf(before);
        const QList<Completion> list = completions(context, someFacts());
        QVERIFY(!list.isEmpty());
        before.remove(QLatin1Char('|'));
        const CompletedText result = completed(before, context, list.constFirst());
        QString marked = result.text;
        marked.insert(result.cursor, QLatin1Char('|'));
        QCOMPARE(marked, after);
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "completiontest.moc"
