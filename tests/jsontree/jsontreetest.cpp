// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsontree/jsontreemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace models;

namespace {

const QString sample =
        QStringLiteral("{\"time\": 1784101594, \"event\": {\"id\": \"a.b\", \"empty\": null,\n"
                       "\"links\": [{\"url\": \"https://a.example\"}, {\"url\": \"two\\nlines\"}],"
                       "\"x.y\": true, \"none\": {}}}");

class JsonTreeTest final : public QObject
{
    Q_OBJECT
private slots:
    void readsNamesValuesAndPaths();
    void whatIsCutOffShowsItsBeginning_data();
    void whatIsCutOffShowsItsBeginning();
    void boundsNodesAndSurvivesDepth();
    void finds();
    void modelShowsTheTree();
};

void JsonTreeTest::readsNamesValuesAndPaths()
{
    const JsonTree tree = JsonTree::parse(sample);
    QVERIFY(tree.isComplete());
    QStringList lines;
    for (int node = 1; node < tree.size(); ++node)
        lines += QString(tree.path(node) + u'=' + tree.node(node).value);
    const QStringList expected { QStringLiteral("="),
                                 QStringLiteral("time=1784101594"),
                                 QStringLiteral("event="),
                                 QStringLiteral("event.id=a.b"),
                                 QStringLiteral("event.empty=null"),
                                 QStringLiteral("event.links="),
                                 QStringLiteral("event.links="),
                                 QStringLiteral("event.links.url=https://a.example"),
                                 QStringLiteral("event.links="),
                                 QStringLiteral("event.links.url=two\nlines"),
                                 QStringLiteral("event.x\\.y=true"),
                                 QStringLiteral("event.none=") };
    QCOMPARE(lines, expected);
}

void JsonTreeTest::whatIsCutOffShowsItsBeginning_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("size");
    const auto row = [](const char *text, int size) {
        QTest::newRow(text) << QString::fromUtf8(text) << size;
    };
    row("{\"a\": 1, \"b\": \"unfin", 3);
    row("{\"a\": 1, \"b\"", 3);
    row("{\"a\": [1, 2", 5);
    row("{a: 1}", 2);
    row("]", 1);
    row("{\"a\": \\}", 2);
    row("\"only", 1);
}

void JsonTreeTest::whatIsCutOffShowsItsBeginning()
{
    QFETCH(QString, text);
    QFETCH(int, size);
    const JsonTree tree = JsonTree::parse(text);
    QVERIFY(!tree.isComplete());
    QCOMPARE(tree.size(), size);
}

void JsonTreeTest::boundsNodesAndSurvivesDepth()
{
    const JsonTree deep = JsonTree::parse(QString(100'000, u'['));
    QVERIFY(!deep.isComplete());
    QCOMPARE(deep.size(), JsonTree::mostNodes);
    QString wide = QStringLiteral("[1");
    wide += QStringLiteral(",1").repeated(60'000);
    wide += u']';
    QCOMPARE(JsonTree::parse(wide).size(), JsonTree::mostNodes);
    QCOMPARE(JsonTree::parse({}).size(), 1);
}

void JsonTreeTest::finds()
{
    const JsonTree tree = JsonTree::parse(sample);
    QCOMPARE(tree.find(QStringLiteral("URL"), 100).size(), 2);
    QCOMPARE(tree.find(QStringLiteral("https"), 100), QList<int> { 8 });
    QCOMPARE(tree.find(QStringLiteral("e"), 3).size(), 3);
    QVERIFY(tree.find(QString(), 100).isEmpty());
}

void JsonTreeTest::modelShowsTheTree()
{
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setTree(JsonTree::parse(sample));
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex top = model.index(0, 0);
    QCOMPARE(top.siblingAtColumn(1).data().toString().at(0), QChar(u'{'));
    QVERIFY(!top.data(JsonTreeModel::ScalarRole).toBool());
    const QModelIndex event = model.index(1, 0, top);
    QCOMPARE(event.data().toString(), QStringLiteral("event"));
    const QModelIndex empty = model.index(1, 0, event);
    QCOMPARE(empty.siblingAtColumn(1).data().toString(), QStringLiteral("null"));
    QVERIFY(empty.data(JsonTreeModel::RawValueRole).toString().isEmpty());
    QVERIFY(empty.data(JsonTreeModel::ScalarRole).toBool());
    const QModelIndex links = model.index(2, 0, event);
    const QModelIndex second = model.index(1, 0, links);
    QCOMPARE(second.data().toString(), QStringLiteral("[1]"));
    const QModelIndex url = model.index(0, 0, second);
    QCOMPARE(url.data(JsonTreeModel::PathRole).toString(), QStringLiteral("event.links.url"));
    QCOMPARE(url.data(JsonTreeModel::RawValueRole).toString(), QStringLiteral("two\nlines"));
    QCOMPARE(url.siblingAtColumn(1).data().toString(), QStringLiteral("\"two lines\""));
    QCOMPARE(model.indexOf(int(url.internalId())), url);
    model.setTree(JsonTree::parse(QStringLiteral("[1, {\"a\": \"\\u202ex\"}]")));
    const QModelIndex hidden = model.index(0, 1, model.index(1, 0, model.index(0, 0)));
    QCOMPARE(hidden.data().toString(), QStringLiteral("\"[U+202E]x\""));
    model.setTree({});
    QCOMPARE(model.rowCount(), 0);
}

} // namespace

QTEST_GUILESS_MAIN(JsonTreeTest)
#include "jsontreetest.moc"
