// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/payloadpath.h"
#include "models/domain/payloadpaths.h"
#include "tests/support/utf8text.h"

#include <QTest>

using namespace models;
using tests::text;

namespace {

const QByteArray body = R"({
    "event": {"type": "T", "version": 1, "data": {
        "asset": {"name": "shop", "n\u0061tive": "escaped", "empty": null, "text": ""},
        "list": [{"id": 1, "tags": ["a", "b"]}, {"id": 2, "tags": []}, 7],
        "flag": true, "ratio": 0.5, "large": 123456789012345678901234567890,
        "a.b": "dotted", "twice": 1, "twice": 2, "größe": "ü", "": "nameless"}},
    "time": 1700000000, "host": "example.org", "fields": {"env": "prod"}})";

} // namespace

class TestPayloadPath final : public QObject
{
    Q_OBJECT
private slots:
    void values_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *path, const QStringList &expected) {
            QTest::newRow(path) << text(path) << expected;
        };
        row("type", { text("T") });
        row("event.type", { text("T") });
        row("version", { text("1") });
        row("data.asset.name", { text("shop") });
        row("event.data.asset.name", { text("shop") });
        row("data.asset.Name", {}); // with case
        row("data.asset.native", { text("escaped") });
        row("data.asset.empty", { text("") });
        row("data.asset.text", { text("") });
        row("data.asset.missing", {});
        row("data.asset.name.more", {});
        row("data.asset", { text(R"({"name":"shop","native":"escaped","empty":null,"text":""})") });
        row("data.list.id", { text("1"), text("2") });
        row("data.list.tags", { text("a"), text("b") });
        row("data.list.1.id", { text("2") });
        row("data.list.0.tags.1", { text("b") });
        row("data.list.9", {});
        row("data.list.2", { text("7") });
        row("data.flag", { text("true") });
        row("data.ratio", { text("0.5") });
        row("data.large", { text("123456789012345678901234567890") });
        row("data.a\\.b", { text("dotted") });
        row("data.a.b", {});
        row("data.twice", { text("1") });
        row("data.größe", { text("ü") });
        row("host", { text("example.org") }); // of the envelope
        row("time", { text("1700000000") });
        row("fields.env", { text("prod") });
        row("data..name", {});
        row("", {});
        row(".data", {});
        row("data.", {});
    }
    void values()
    {
        QFETCH(QString, path);
        QFETCH(QStringList, expected);
        QCOMPARE(valuesAt(body, path), expected);
    }

    void oddBodies()
    {
        for (const char *odd : { "", "{", "[]", "null", "\"data\"", "{\"event\": \"data.x\"}",
                                 "{\"event\": null}", "{\"event\": [{\"data\": {\"y\": 1}}]}" })
            QCOMPARE(valuesAt(odd, text("data.x")), QStringList());
        QCOMPARE(valuesAt(R"({"event": "hello"})", text("event")), QStringList { text("hello") });
        QCOMPARE(valuesAt(R"([{"x": 1}, {"x": 2}])", text("x")),
                 (QStringList { text("1"), text("2") }));
        QByteArray deep = "1";
        for (int i = 0; i < 500; ++i)
            deep = "{\"a\":" + deep + '}';
        QCOMPARE(valuesAt(deep, text("a.a")), QStringList());
        QByteArray many = R"({"event": {"n": [)";
        for (int i = 0; i < 5000; ++i)
            many += "1,";
        many += "1]}}";
        QCOMPARE(valuesAt(many, text("n")).size(), 1000);
    }

    void pathsOfABody()
    {
        QStringList paths;
        QStringList ids;
        for (const SeenPath &seen : pathsIn(body, 100)) {
            paths.append(seen.path);
            QVERIFY2(!valuesAt(body, seen.path).isEmpty(), qPrintable(seen.path));
            if (seen.path == text("data.list.id"))
                ids = seen.values;
        }
        QCOMPARE(ids, (QStringList { text("1"), text("2") }));
        for (const char *path : { "type", "data.asset.name", "data.asset.empty", "data.a\\.b",
                                  "data.list.tags", "host", "fields.env" })
            QVERIFY2(paths.contains(text(path)), path);
        QCOMPARE(pathsIn(body, 3).size(), std::size_t { 3 });
        QVERIFY(pathsIn("no json", 3).empty());
        for (const QString &path : usualPaths())
            QVERIFY(PayloadPath::from(path));
    }

    void bounds()
    {
        QVERIFY(PayloadPath::from(QString(512, QLatin1Char('a'))));
        QVERIFY(!PayloadPath::from(QString(513, QLatin1Char('a'))));
        QVERIFY(PayloadPath::from(QStringList(32, text("a")).join(QLatin1Char('.'))));
        QVERIFY(!PayloadPath::from(QStringList(33, text("a")).join(QLatin1Char('.'))));
        QCOMPARE(PayloadPath::from(text("event.event.x"))->text(), text("x"));
        QCOMPARE(PayloadPath::from(text("event"))->text(), text("event"));
    }
};

QTEST_GUILESS_MAIN(TestPayloadPath)
#include "payloadpathtest.moc"
