// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonplace.h"

#include <QTest>

using namespace models;

class TestJsonPlace final : public QObject
{
    Q_OBJECT
private slots:
    void finds_data()
    {
        // "^" stands before the character that is asked about.
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *text, const char *path, const char *value) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(path)
                                << QString::fromUtf8(value);
        };
        row("{ \"a\": \"on^e\", \"b\": 2 }", "a", "one");
        row("{ \"a\": \"one\", \"b\": ^2 }", "b", "2");
        row("{ \"a\": \"one\", \"^b\": 2 }", "b", "2");
        row("{ \"d\": { \"asset\": { \"hosted_on\": \"UNK^NOWN\" } } }", "d.asset.hosted_on",
            "UNKNOWN");
        row("{ \"d\": { \"x\": 1 }, \"e\": tr^ue }", "e", "true");
        row("{ \"list\": [1, 2^2, 3], \"e\": 1 }", "list", "22");
        row("{ \"list\": [{ \"k\": \"v\" }, { \"k\": \"^w\" }] }", "list.k", "w");
        row("{ \"n\": nu^ll }", "n", "");
        row("{ \"dot.ted\": -1.5^e3 }", "dot\\.ted", "-1.5e3");
        row("{ \"q\": \"say \\\"h^i\\\" \\u00e4\\n\" }", "q", "say \"hi\" ä\n");
        row("[ { \"a\": ^7 } ]", "a", "7");
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, path);
        QFETCH(QString, value);
        const qsizetype at = text.indexOf(u'^');
        text.remove(at, 1);
        const auto found = jsonPlaceAt(text, at);
        QVERIFY(found);
        QCOMPARE(found->path, path);
        QCOMPARE(found->value, value);
    }

    void findsNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             { "^{ \"a\": 1 }", "{ \"a\": 1 ^ }", "{ \"a\": ^{ \"b\": 1 } }",
               "{ \"^a\": { \"b\": 1 } }", "{ \"a\": \"cut … 5^0 more characters\n \"b\": 1 }",
               "plain ^text", "\"lo^ne\"", "^", "}^}", "{ x^: 1 }" })
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void findsNothing()
    {
        QFETCH(QString, text);
        const qsizetype at = text.indexOf(u'^');
        text.remove(at, 1);
        QVERIFY(!jsonPlaceAt(text, at));
    }

    /// Whatever the text and the place, it comes to an end.
    void anyText()
    {
        const QString letters = QStringLiteral("{}[]\":,\\u1a \n");
        quint32 state = 1;
        for (int round = 0; round < 2000; ++round) {
            QString text;
            for (int i = 0; i < 24; ++i) {
                state = state * 1664525U + 1013904223U;
                text += letters[(state >> 16) % letters.size()];
            }
            for (qsizetype at = 0; at <= text.size(); ++at)
                (void)jsonPlaceAt(text, at);
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonPlace)
#include "jsonplacetest.moc"
