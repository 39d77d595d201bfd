// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsontext.h"

#include <QJsonDocument>
#include <QJsonValue>
#include <QTest>

using namespace models;

class JsonTextTest : public QObject
{
    Q_OBJECT

private slots:
    void split_data();
    void split();
    void indent();
    void indentIsBounded();
    void compactKeepsStrings();
};

void JsonTextTest::split_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::newRow("one") << QByteArray(R"( {"a":1} )") << QList<QByteArray> { R"({"a":1})" };
    QTest::newRow("two") << QByteArray("{}{}") << QList<QByteArray> { "{}", "{}" };
    QTest::newRow("array") << QByteArray("[{},[1],\"x\",2]")
                           << QList<QByteArray> { "{}", "[1]", "\"x\"", "2" };
    QTest::newRow("brackets in strings") << QByteArray("{\"a\":\"}{\\\"]\"}{}")
                                         << QList<QByteArray> { "{\"a\":\"}{\\\"]\"}", "{}" };
    QTest::newRow("array then object") << QByteArray("[1]{}") << QList<QByteArray> { "1", "{}" };
    QTest::newRow("open end") << QByteArray("{\"a\":[") << QList<QByteArray> { "{\"a\":[" };
    QTest::newRow("backslash at the end") << QByteArray("\"\\") << QList<QByteArray> { "\"\\" };
    QTest::newRow("empty") << QByteArray() << QList<QByteArray> {};
}

void JsonTextTest::split()
{
    QFETCH(QByteArray, body);
    QList<QByteArray> values;
    for (const QByteArrayView &value : splitJson(body, 100))
        values.append(value.toByteArray());
    QTEST(values, "values");
}

void JsonTextTest::indent()
{
    QCOMPARE(indentJson(R"({"b":1e5,"a":[1,{"x":"y z"}],"e":{ },"f":[]})", 1000),
             QByteArray("{\n  \"b\": 1e5,\n  \"a\": [\n    1,\n    {\n      \"x\": \"y z\"\n    "
                        "}\n  ],\n  \"e\": {},\n  \"f\": []\n}"));
}

void JsonTextTest::indentIsBounded()
{
    QCOMPARE(indentJson(QByteArray(100000, '['), 5000).size(), 5000);
    QCOMPARE(indentJson(QByteArray("\"" + QByteArray(100000, 'x') + "\""), 5000).size(), 5000);
}

void JsonTextTest::compactKeepsStrings()
{
    const QByteArray json = "{ \"a b\" : \"c\\\" d\" ,\n\t\"e\" : [ 1 , 2 ] }";
    QCOMPARE(compactJson(json), QByteArray("{\"a b\":\"c\\\" d\",\"e\":[1,2]}"));
    QCOMPARE(QJsonDocument::fromJson(indentJson(json, 1000)), QJsonDocument::fromJson(json));
}

QTEST_APPLESS_MAIN(JsonTextTest)
#include "jsontexttest.moc"
