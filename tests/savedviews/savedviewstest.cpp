// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filter.h"
#include "models/savedviews/savedviewlist.h"
#include "models/savedviews/viewtext.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using models::Order;
using models::SavedView;
using models::SavedViewList;
using models::TableLayout;

namespace {

/// Saved views as values, as text and as a list.
class TestSavedViews final : public QObject
{
    Q_OBJECT

private slots:
    void standardViewsAreWhole();
    void textIsReadBack();
    void anyNameAndFilterIsReadBack();
    void hostileTexts_data();
    void hostileTexts();
    void whatIsWrongIsLeftOutAndSaid();
    void namesAreCleanAndDifferent();
    void textIsForPeople();
    void firstVersionIsRead();
    void listChanges();
    void listMoves();
    void listIsBounded();
    void deletingIsUndone();
    void countsAreShown();
};

SavedView view(const QString &name, const QString &filter = {}, Order order = {})
{
    SavedView made;
    made.name = name;
    made.filter = filter;
    made.order = order;
    return made;
}

void TestSavedViews::standardViewsAreWhole()
{
    const QList<SavedView> views = models::standardViews();
    QCOMPARE(views.size(), 8);
    for (const SavedView &one : views) {
        QVERIFY(!one.name.isEmpty());
        const auto parsed = models::Filter::parse(one.filter);
        QVERIFY2(parsed.filter.has_value(), qPrintable(one.filter + parsed.problem.text));
        QCOMPARE(parsed.filter->text(), one.filter);
    }
    QCOMPARE(views[0].filter, QStringLiteral("is:unread"));
    QCOMPARE(views[7].shows, SavedView::Shows::Refused);
}

void TestSavedViews::textIsReadBack()
{
    QList<SavedView> views = models::standardViews();
    views[1].columns = *TableLayout::parseColumns(QStringLiteral(
            "title:320 time +age -product .data.affected_asset.url:200 .data.names[*]"));
    views[2].order = { Order::Key::Severity, true, Order::Part { Order::Key::Age, false } };
    const auto read = models::viewsFromText(models::viewsText(views));
    QVERIFY(read.ok());
    QVERIFY(read.value().views == views);
    QVERIFY(read.value().left.isEmpty());
}

void TestSavedViews::anyNameAndFilterIsReadBack()
{
    const QStringList names { QStringLiteral("\"quotes\" and \\back\\slashes"),
                              QStringLiteral("{\"views\":[]}"),
                              QStringLiteral("<b>bold</b>&amp;"),
                              QStringLiteral("Ünïcode 日本語 🙂"),
                              QStringLiteral("a\u00a0b"),
                              QStringLiteral("%1 %n %%") };
    const QStringList filters { QStringLiteral("title:\"a \\\"b\\\" c\""),
                                QStringLiteral("\"<script>\""), QStringLiteral("-group:eu*"),
                                QStringLiteral("(a or b) c"),
                                QStringLiteral("triage:new,snoozed -triage:acknowledged") };
    QList<SavedView> views;
    for (const QString &name : names) {
        for (const QString &filter : filters)
            views.append(view(models::uniqueViewName(models::cleanViewName(name),
                                                     [&views] {
                                                         QStringList taken;
                                                         for (const SavedView &one : views)
                                                             taken.append(one.name);
                                                         return taken;
                                                     }()),
                              models::Filter::parse(filter).filter->text()));
    }
    const auto read = models::viewsFromText(models::viewsText(views));
    QVERIFY(read.ok());
    QVERIFY(read.value().views == views);
}

void TestSavedViews::hostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("views: Inbox");
    QTest::newRow("other JSON") << QByteArray("{\"views\": []}");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("later version") << QByteArray("{\"watchfloor-views\": 3, \"views\": []}");
    QTest::newRow("no list") << QByteArray("{\"watchfloor-views\": 1, \"views\": {}}");
    QTest::newRow("deep") << QByteArray("[").repeated(100'000);
    QTest::newRow("long") << QByteArray(models::longestViewsText + 1, ' ');
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("not UTF-8") << QByteArray("{\"watchfloor-views\": 1, \"views\": [\"\xff\xfe");
}

void TestSavedViews::hostileTexts()
{
    QFETCH(QByteArray, text);
    const auto read = models::viewsFromText(text);
    QVERIFY(!read.ok());
    QVERIFY(!read.error().isEmpty());
    QVERIFY(read.error().size() < 200);
}

void TestSavedViews::whatIsWrongIsLeftOutAndSaid()
{
    const QByteArray text = R"({"watchfloor-views": 2, "views": [
        {"name": "good", "filter": "is:open", "sort": "+title"},
        {"name": "bad filter", "filter": "severty:high"},
        {"name": "bad order", "sort": "by moonlight"},
        {"name": "bad columns", "columns": "time title:wide"},
        {"name": "no columns", "columns": "-time"},
        {"filter": "is:open"}, 17, null, {"name": 5},
        {"name": "Good"}]})";
    const auto read = models::viewsFromText(text);
    QVERIFY(read.ok());
    QCOMPARE(read.value().views.size(), 2);
    // By its parts: GCC 12 takes the empty second key of a temporary for uninitialized.
    QCOMPARE(read.value().views[0].order.key, Order::Key::Title);
    QVERIFY(!read.value().views[0].order.descending);
    QVERIFY(!read.value().views[0].order.second);
    QCOMPARE(read.value().views[1].name, QStringLiteral("Good 2"));
    QCOMPARE(read.value().left.size(), 8);
    QVERIFY(read.value().left[0].contains(QLatin1String("bad filter")));
    QByteArray many("{\"watchfloor-views\": 1, \"views\": [{\"name\": \"x\"}");
    many += QByteArray(",{\"name\": \"x\"}").repeated(1000) + "]}";
    const auto bounded = models::viewsFromText(many);
    QCOMPARE(bounded.value().views.size(), models::mostSavedViews);
    QCOMPARE(bounded.value().left.size(), 1);
}

void TestSavedViews::namesAreCleanAndDifferent()
{
    QCOMPARE(models::cleanViewName(QStringLiteral(" a \n\tb\u202e\u200bc\u0007 ")),
             QStringLiteral("a bc"));
    QVERIFY(models::cleanViewName(QStringLiteral("\n\u200b")).isEmpty());
    const QString smile = QString::fromUtf8("🙂").repeated(1000);
    const QString cut = models::cleanViewName(QString(QLatin1Char('x') + smile));
    QVERIFY(cut.size() <= SavedView::longestName && !cut.back().isHighSurrogate());
    const QStringList taken { QStringLiteral("inbox"), QStringLiteral("Inbox 2") };
    QCOMPARE(models::uniqueViewName(QStringLiteral("Inbox"), taken), QStringLiteral("Inbox 3"));
    const QString longest(SavedView::longestName, QLatin1Char('x'));
    const QString unique = models::uniqueViewName(longest, { longest });
    QVERIFY(unique != longest && unique.size() <= SavedView::longestName);
}

void TestSavedViews::textIsForPeople()
{
    SavedView one = view(QStringLiteral("Mine"), QStringLiteral("is:open"),
                         { Order::Key::Severity, true, Order::Part { Order::Key::Time, false } });
    one.columns = *TableLayout::parseColumns(QStringLiteral("time title:320 .data.id"));
    const QByteArray text = models::viewsText({ one });
    QVERIFY2(text.contains(R"("columns": "time title:320 .data.id")"), text);
    QVERIFY2(text.contains(R"("sort": "-severity +time")"), text);
}

// It kept columns as the state of a header, which nobody can read, and orders in words.
void TestSavedViews::firstVersionIsRead()
{
    const QByteArray text = R"({"watchfloor-views": 1, "views": [
        {"name": "a", "filter": "is:open", "sort": "asset_type descending, time ascending",
         "columns": "V0ZDAQAAABIAAAAA"},
        {"name": "b"}, {"name": "c", "sort": "-severity"}, {"name": "d", "sort": "mood ascending"},
        {"name": "e", "shows": "refused requests"}]})";
    const auto read = models::viewsFromText(text);
    QVERIFY(read.ok());
    QCOMPARE(read.value().views.size(), 4);
    const SavedView &first = read.value().views[0];
    QCOMPARE(models::orderText(first.order), QStringLiteral("-asset-type +time"));
    QVERIFY(first.columns.isEmpty());
    QCOMPARE(read.value().views[3].shows, SavedView::Shows::Refused);
    QCOMPARE(read.value().left.size(), 1);
}

void TestSavedViews::listChanges()
{
    SavedViewList list(models::standardViews());
    const QAbstractItemModelTester tester(&list);
    QSignalSpy changed(&list, &SavedViewList::viewsChanged);
    const QModelIndex first = list.index(0);
    const qint64 key = list.keyAt(0);
    QVERIFY(list.setData(first, QStringLiteral("  Mine \n"), Qt::EditRole));
    QCOMPARE(first.data().toString(), QStringLiteral("Mine"));
    QVERIFY(!list.setData(first, QStringLiteral(" "), Qt::EditRole));
    QVERIFY(!list.setData(first, QStringLiteral("urgent OPEN"), Qt::EditRole)); // taken
    QVERIFY(list.setData(first, QStringLiteral("MINE"), Qt::EditRole)); // by itself
    QCOMPARE(changed.size(), 2);
    const qint64 added = list.add(view(QStringLiteral("mine")), 0);
    QCOMPARE(list.rowOf(added), 1);
    QCOMPARE(list.at(1).name, QStringLiteral("mine 2"));
    SavedView other = view(QStringLiteral("ignored"), QStringLiteral("is:open"));
    list.replace(1, other);
    QCOMPARE(list.at(1).filter, QStringLiteral("is:open"));
    QCOMPARE(list.at(1).name, QStringLiteral("mine 2"));
    list.remove(0);
    QCOMPARE(list.rowOf(key), -1);
    QCOMPARE(list.rowOf(added), 0);
    list.restoreStandard();
    QVERIFY(list.views() == models::standardViews());
    QCOMPARE(list.rowOf(added), -1);
    list.remove(-1);
    list.remove(99);
    QCOMPARE(list.rowCount(), 8);
}

void TestSavedViews::listMoves()
{
    QRandomGenerator random(5);
    SavedViewList list(models::standardViews());
    const QAbstractItemModelTester tester(&list);
    QList<SavedView> expected = list.views();
    for (int step = 0; step < 200; ++step) {
        const int from = random.bounded(-1, 9);
        const int before = random.bounded(-1, 10);
        const bool sensible = from >= 0 && from < 8 && before >= 0 && before <= 8 && before != from
                && before != from + 1;
        QCOMPARE(list.moveRow({}, from, {}, before), sensible);
        if (sensible)
            expected.move(from, before > from ? before - 1 : before);
        QVERIFY(list.views() == expected);
    }
}

void TestSavedViews::listIsBounded()
{
    SavedViewList list({});
    const QAbstractItemModelTester tester(&list);
    for (int i = 0; i < models::mostSavedViews; ++i)
        QVERIFY(list.add(view({})) != 0);
    QCOMPARE(list.add(view({})), 0);
    QCOMPARE(list.addAll(models::standardViews()), 0);
    QCOMPARE(list.rowCount(), int(models::mostSavedViews));
}

void TestSavedViews::deletingIsUndone()
{
    SavedViewList list(models::standardViews());
    const QAbstractItemModelTester tester(&list);
    const auto before = list.entries();
    list.remove(3);
    list.restore(before);
    QVERIFY(list.entries() == before); // keys, too: who shows one goes on showing it
}

void TestSavedViews::countsAreShown()
{
    SavedViewList list(models::standardViews());
    const QAbstractItemModelTester tester(&list);
    QVERIFY(!list.index(0).data(SavedViewList::UnreadRole).isValid());
    list.setCounts({ { list.keyAt(0), { 4, 12 } } });
    QCOMPARE(list.index(0).data(SavedViewList::UnreadRole).toInt(), 4);
    QCOMPARE(list.index(0).data(SavedViewList::OpenRole).toInt(), 12);
    QCOMPARE(list.index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Inbox, 4 unread, 12 open"));
    QCOMPARE(list.index(1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Urgent open"));
    QVERIFY(!list.index(7).data(SavedViewList::RefusedRole).isValid());
    list.setRefused(17);
    QCOMPARE(list.index(7).data(SavedViewList::RefusedRole).toInt(), 17);
    QVERIFY(!list.index(0).data(SavedViewList::RefusedRole).isValid());
    QCOMPARE(list.index(7).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Refused, 17 requests"));
    list.setCounts({ { list.keyAt(0), { 4, 12 } } }, { list.keyAt(1) });
    QVERIFY(list.index(1).data(SavedViewList::AskedRole).toBool());
    QVERIFY(!list.index(0).data(SavedViewList::AskedRole).toBool());
    list.moveRow({}, 0, {}, 3); // a count belongs to its view
    QCOMPARE(list.index(2).data(SavedViewList::UnreadRole).toInt(), 4);
}

} // namespace

QTEST_GUILESS_MAIN(TestSavedViews)
#include "savedviewstest.moc"
