// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/domain/decoded.h"

#include <QTest>

using namespace models;
using tests::only;
using tests::sample;

/// Bodies as such: batches, bad parts, times, bounds. What events mean: decodertest.
class DecodeBodyTest : public QObject
{
    Q_OBJECT

private slots:
    void times_data();
    void times();
    void batches();
    void badPartOfABatchIsNamed_data();
    void badPartOfABatchIsNamed();
    void refusedWhole_data();
    void refusedWhole();
    void depthIsBounded();
    void numbersKeepTheirDigits();
    void duplicateKeysAreReadOnce();
    void eventsPerBodyAreBounded();
};

void DecodeBodyTest::times_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("milliseconds"); // -1: none
    QTest::newRow("seconds") << QByteArray("1611733052") << qint64(1611733052000);
    QTest::newRow("float") << QByteArray("1611733052.417") << qint64(1611733052417);
    QTest::newRow("milliseconds") << QByteArray("1611733052417") << qint64(1611733052417);
    QTest::newRow("microseconds") << QByteArray("1611733052417000") << qint64(1611733052417);
    QTest::newRow("nanoseconds") << QByteArray("1611733052417000000") << qint64(1611733052417);
    QTest::newRow("numeric text") << QByteArray("\"1611733052\"") << qint64(1611733052000);
    QTest::newRow("ISO") << QByteArray("\"2021-01-27T07:37:32+00:00\"") << qint64(1611733052000);
    QTest::newRow("ISO Z") << QByteArray("\"2021-01-27T07:37:32Z\"") << qint64(1611733052000);
    QTest::newRow("ISO no zone") << QByteArray("\"2021-01-27T07:37:32\"") << qint64(1611733052000);
    QTest::newRow("ISO other zone")
            << QByteArray("\"2021-01-27T09:37:32+02:00\"") << qint64(1611733052000);
    QTest::newRow("ISO microseconds")
            << QByteArray("\"2021-01-19T12:04:15.714371+00:00\"") << qint64(1611057855714);
    QTest::newRow("placeholder") << QByteArray("123456789") << qint64(-1);
    QTest::newRow("placeholder text") << QByteArray("\"123456789\"") << qint64(-1);
    QTest::newRow("null") << QByteArray("null") << qint64(-1);
    QTest::newRow("zero") << QByteArray("0") << qint64(-1);
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::newRow("huge") << QByteArray("1e300") << qint64(-1);
    QTest::newRow("overflow") << QByteArray("1e999") << qint64(-1);
    QTest::newRow("words") << QByteArray("\"yesterday\"") << qint64(-1);
    QTest::newRow("object") << QByteArray("{\"a\":1}") << qint64(-1);
    QTest::newRow("array") << QByteArray("[1]") << qint64(-1);
    QTest::newRow("true") << QByteArray("true") << qint64(-1);
}

void DecodeBodyTest::times()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, milliseconds);
    const Event event = only("{\"event\":\"x\",\"time\":" + json + "}");
    QCOMPARE(event.title, QStringLiteral("x"));
    QCOMPARE(event.time ? event.time->time_since_epoch().count() : -1, milliseconds);
}

void DecodeBodyTest::batches()
{
    for (const char *name : { "odd/batch_concatenated_no_separator.txt",
                              "odd/batch_newline_separated.txt", "odd/top_level_array.json" }) {
        const DecodedBody decoded = decodeBody(sample(QString::fromLatin1(name)));
        QCOMPARE(decoded.events.size(), 2);
        QCOMPARE(decoded.events[0].family, Family::PolicyViolation);
        QCOMPARE(decoded.events[1].family, Family::PortalUser);
        QVERIFY(decoded.events[0].body.startsWith('{') && decoded.events[0].body.endsWith('}'));
    }
}

void DecodeBodyTest::badPartOfABatchIsNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("good");
    QTest::addColumn<QList<qsizetype>>("bad");
    const QStringList ac { QStringLiteral("a"), QStringLiteral("c") };
    QTest::newRow("broken in the middle") << QByteArray(R"({"event":"a"}{"event":}{"event":"c"})")
                                          << ac << QList<qsizetype> { 1 };
    QTest::newRow("no event member") << QByteArray(R"([{"event":"a"},{"evil":1},{"event":"c"}])")
                                     << ac << QList<qsizetype> { 1 };
    QTest::newRow("scalars in an array")
            << QByteArray(R"([{"event":"a"},7,{"event":"c"}])") << ac << QList<qsizetype> { 1 };
    QTest::newRow("unfinished line")
            << QByteArray("{\"event\":\"a\"}\n{\"event\":\"b\n{\"event\":\"c\"}") << ac
            << QList<qsizetype> { 1 };
    QTest::newRow("unfinished object on a line")
            << QByteArray("{\"event\":\"a\"}\n{\"event\":{\n{\"event\":\"c\"}") << ac
            << QList<qsizetype> { 1 };
    QTest::newRow("cut off at the end")
            << QByteArray("{\"event\":\"a\"}\r\n{\"event\":\"c\"}\r\n{\"eve") << ac
            << QList<qsizetype> { 2 };
    QTest::newRow("rubbish between")
            << QByteArray(R"({"event":"a"} xx {"event":"c"})") << ac << QList<qsizetype> { 1 };
    QTest::newRow("closing brackets too many")
            << QByteArray(R"({"event":"a"}}{"event":"c"})") << ac << QList<qsizetype> { 1 };
    QTest::newRow("invalid UTF-8 in one")
            << QByteArray("{\"event\":\"a\"}{\"event\":\"\xff\"}{\"event\":\"c\"}") << ac
            << QList<qsizetype> { 1 };
}

void DecodeBodyTest::badPartOfABatchIsNamed()
{
    QFETCH(QByteArray, body);
    const DecodedBody decoded = decodeBody(body);
    QStringList good;
    for (const Event &event : decoded.events)
        good.append(event.title);
    QList<qsizetype> bad;
    for (const RefusedPart &part : decoded.refused) {
        bad.append(part.position);
        QVERIFY(!part.reason.isEmpty());
        QVERIFY(!part.bytes.isEmpty() && body.contains(part.bytes));
    }
    QTEST(good, "good");
    QTEST(bad, "bad");
}

void DecodeBodyTest::refusedWhole_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("reason");
    const QString noEvent = QStringLiteral("no \"event\" in the object");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("no data");
    QTest::newRow("blank") << QByteArray(" \r\n\t") << QStringLiteral("no data");
    QTest::newRow("{}") << QByteArray("{}") << noEvent;
    QTest::newRow("[]") << QByteArray("[]") << QStringLiteral("no event in the body");
    QTest::newRow("text") << QByteArray("hello") << QStringLiteral("not valid JSON");
    QTest::newRow("form") << QByteArray("event=hello") << QStringLiteral("not valid JSON");
    QTest::newRow("string") << QByteArray("\"hello\"") << QStringLiteral("not a JSON object");
    QTest::newRow("unclosed") << QByteArray("{\"event\":\"a")
                              << QStringLiteral("not valid JSON: a string is not closed");
    QTest::newRow("UTF-8") << QByteArray("{\"event\":\"\xC0\x80\"}")
                           << QStringLiteral("text is not valid UTF-8");
    QTest::newRow("NUL") << QByteArray("\0\0", 2) << QStringLiteral("not valid JSON");
}

void DecodeBodyTest::refusedWhole()
{
    QFETCH(QByteArray, body);
    const DecodedBody decoded = decodeBody(body);
    QCOMPARE(decoded.events.size(), 0);
    QCOMPARE(decoded.refused.size(), 1);
    QTEST(decoded.refused.first().reason, "reason");
    QCOMPARE(decoded.refused.first().bytes, body);
}

void DecodeBodyTest::depthIsBounded()
{
    const auto nested = [](int depth) -> QByteArray {
        return QByteArray("{\"event\":{\"type\":\"T\",\"data\":{\"x\":") + QByteArray(depth, '[')
                + QByteArray(depth, ']') + "}}}";
    };
    QCOMPARE(only(nested(50)).type, QStringLiteral("T"));
    const DecodedBody deep = decodeBody(nested(70));
    QCOMPARE(deep.events.size(), 0);
    QCOMPARE(deep.refused.first().reason, QStringLiteral("JSON nested deeper than 64 levels"));
    QCOMPARE(decodeBody(QByteArray(900000, '[')).events.size(), 0);
    QCOMPARE(decodeBody(QByteArray(900000, '{')).events.size(), 0);
}

void DecodeBodyTest::numbersKeepTheirDigits()
{
    const Event event = only(
            R"({"event":{"type":"MOBILE_SECURE__FINDING_TARGET_CREATED","data":{"id":123456789012345678901234567890,"x":1e999}}})");
    QCOMPARE(event.subjectId, QStringLiteral("123456789012345678901234567890"));
    QVERIFY(event.body.contains(":123456789012345678901234567890,"));
    QCOMPARE(only(R"({"event":{"data":{"id":18446744073709551615}}})").subjectId,
             QStringLiteral("18446744073709551615"));
    QCOMPARE(decodeBody(R"({"event":{"data":{"id":01}}})").events.size(), 0);
}

void DecodeBodyTest::duplicateKeysAreReadOnce()
{
    QCOMPARE(only(R"({"event":"first","event":"second"})").title, QStringLiteral("first"));
}

void DecodeBodyTest::eventsPerBodyAreBounded()
{
    QByteArray body;
    for (int i = 0; i < 12; ++i)
        body += "{\"event\":\"x\"}";
    DecodeLimits limits;
    limits.eventsPerBody = 10;
    const DecodedBody decoded = decodeBody(body, limits);
    QCOMPARE(decoded.events.size(), 9);
    QCOMPARE(decoded.refused.size(), 1);
    QCOMPARE(decoded.refused.first().bytes,
             QByteArray(R"({"event":"x"}{"event":"x"}{"event":"x"})"));
}

QTEST_APPLESS_MAIN(DecodeBodyTest)
#include "decodebodytest.moc"
