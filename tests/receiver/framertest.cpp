// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/framer.h"

#include <QTest>

using app::Framer;
using app::FramerLimits;

namespace {

constexpr int complete = 0; // else the status of the violation

/// What became of some bytes: the status of a violation, `complete`, or -1 for "wants more".
/// Bytes after the end of the request count as a violation, as the gate has it.
struct Outcome
{
    int status = -1;
    QByteArray cause;
    qint64 body = 0;
};

Outcome frame(const QByteArray &bytes, qsizetype step, FramerLimits limits)
{
    Framer framer(limits);
    for (qsizetype at = 0; at < bytes.size();) {
        const QByteArrayView all(bytes);
        const QByteArrayView some = all.sliced(at, qMin(step, bytes.size() - at));
        qsizetype taken = framer.feed(some);
        if (framer.state() == Framer::State::HeadComplete) {
            framer.takeBody();
            taken += framer.feed(some.sliced(taken));
        }
        if (framer.state() == Framer::State::Broken)
            return { framer.violation().status, framer.violation().cause, framer.bodySize() };
        at += taken;
        if (framer.state() == Framer::State::Complete)
            return { at < bytes.size() ? 400 : complete, "", framer.bodySize() };
        if (taken < some.size())
            return { -2, "bytes left over", 0 };
    }
    return { -1, "", framer.bodySize() };
}

class TestFramer final : public QObject
{
    Q_OBJECT
private slots:
    void table_data();
    void table();
    void readsHead();
    void reads100Headers();
    void resets();
    void refusesEarly();
};

void row(const char *name, const QByteArray &bytes, int status, qint64 body = 0)
{
    QTest::newRow(name) << bytes << status << body;
}

/// A request with a body of seven bytes and these fields in place of a proper length.
QByteArray withFields(const QByteArray &fields)
{
    return "POST /webhook HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n1234567";
}

QByteArray withChunks(const QByteArray &chunks)
{
    return "POST /webhook HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
}

QByteArray withLine(const QByteArray &line)
{
    return line + "\r\nHost: a\r\n\r\n";
}

void TestFramer::table_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("body");

    row("get", withLine("GET / HTTP/1.1"), complete);
    row("post", withFields("Content-Length: 7\r\n"), complete, 7);
    row("length with zeros and spaces", withFields("Content-Length: \t 007 \r\n"), complete, 7);
    row("names in any case", withFields("cOnTeNt-LeNgTh:7\r\n"), complete, 7);
    row("bytes over 7f in a value", withFields("X: \xc3\xa4\r\nContent-Length: 7\r\n"), complete,
        7);
    row("empty value", withFields("X:\r\nContent-Length: 7\r\n"), complete, 7);
    row("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", complete);
    row("unfinished", "POST /webhook HTTP/1.1\r\nHost: a\r\n", -1);
    row("unfinished body", withFields("Content-Length: 8\r\n"), -1, 7);

    // Which body is it? RFC 9112, 6.3
    row("coding and length", withFields("Transfer-Encoding: chunked\r\nContent-Length: 7\r\n"),
        400);
    row("length and coding", withFields("Content-Length: 7\r\nTransfer-Encoding: chunked\r\n"),
        400);
    row("two lengths", withFields("Content-Length: 7\r\nContent-Length: 6\r\n"), 400);
    row("the same length twice", withFields("Content-Length: 7\r\nContent-Length: 7\r\n"), 400);
    row("list of lengths", withFields("Content-Length: 7, 7\r\n"), 400);
    row("negative length", withFields("Content-Length: -1\r\n"), 400);
    row("signed length", withFields("Content-Length: +7\r\n"), 400);
    row("length with letters", withFields("Content-Length: 7abc\r\n"), 400);
    row("hexadecimal length", withFields("Content-Length: 0x7\r\n"), 400);
    row("empty length", withFields("Content-Length:\r\n"), 400);
    row("length 2^63", withFields("Content-Length: 9223372036854775808\r\n"), 413);
    row("length 2^64-1", withFields("Content-Length: 18446744073709551615\r\n"), 413);
    row("length 2^64+7", withFields("Content-Length: 18446744073709551623\r\n"), 413);
    row("length over the limit", withFields("Content-Length: 1048577\r\n"), 413);
    row("space before the colon", withFields("Content-Length : 7\r\n"), 400);
    row("tab before the colon", withFields("Content-Length\t: 7\r\n"), 400);
    row("folded field", withFields("X: a\r\n b\r\nContent-Length: 7\r\n"), 400);
    row("folded by a tab", withFields("X: a\r\n\tb\r\nContent-Length: 7\r\n"), 400);
    row("fold before any field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400);
    row("unknown coding", withFields("Transfer-Encoding: gzip\r\n"), 501);
    row("list of codings", withFields("Transfer-Encoding: gzip, chunked\r\n"), 501);
    row("identity", withFields("Transfer-Encoding: identity\r\n"), 501);
    row("almost chunked", withFields("Transfer-Encoding: xchunked\r\n"), 501);
    row("chunked with a tab inside",
        withFields("Transfer-Encoding: \x0b"
                   "chunked\r\n"),
        400);
    row("empty coding", withFields("Transfer-Encoding:\r\n"), 400);
    row("chunked twice", withFields("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
        400);
    row("chunked in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400);

    // The lines themselves
    row("bare line feed", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("one bare line feed", "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", 400);
    row("line feed at the end", "GET / HTTP/1.1\r\nHost: a\r\n\n", 400);
    row("bare carriage return", "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", 400);
    row("NUL in a value",
        QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: @\r\n\r\n").replace('@', '\0'), 400);
    row("NUL in a name",
        QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX@: b\r\n\r\n").replace('@', '\0'), 400);
    row("no colon", "GET / HTTP/1.1\r\nHost: a\r\nrubbish\r\n\r\n", 400);
    row("empty name", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", 400);
    row("empty line first", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("TLS hello", QByteArray::fromHex("16030100"), 400);
    row("version 9.9", withLine("GET / HTTP/9.9"), 505);
    row("version 2.0", withLine("GET / HTTP/2.0"), 505);
    row("version 1.2", withLine("GET / HTTP/1.2"), 505);
    row("version of letters", withLine("GET / HTTPxxxx"), 400);
    row("version in lower case", withLine("GET / http/1.1"), 400);
    row("version 01.1", withLine("GET / HTTP/01.1"), 400);
    row("no version", withLine("GET /"), 400);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("extra words", withLine("GET / x HTTP/1.1"), 400);
    row("two spaces", withLine("GET  / HTTP/1.1"), 400);
    row("space at the end", withLine("GET / HTTP/1.1 "), 400);
    row("tab for space", withLine("GET\t/\tHTTP/1.1"), 400);
    row("method with brackets", withLine("GE(T / HTTP/1.1"), 400);
    row("absolute form", withLine("GET http://a/ HTTP/1.1"), 400);
    row("absolute form, odd scheme", withLine("GET file:///etc/passwd HTTP/1.1"), 400);
    row("authority form", withLine("CONNECT a:80 HTTP/1.1"), 400);
    row("asterisk form", withLine("OPTIONS * HTTP/1.1"), 400);
    row("target over 7f", withLine("GET /\xff HTTP/1.1"), 400);
    row("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400);
    row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
    row("list of hosts", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400);
    row("two authorizations",
        "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: b\r\nAuthorization: c\r\n\r\n", 400);
    row("odd expectation", withFields("Expect: 200-ok\r\nContent-Length: 7\r\n"), 417);

    // Sizes
    row("101 fields",
        "GET / HTTP/1.1\r\nHost: a\r\n" + QByteArray("X: b\r\n").repeated(100) + "\r\n", 431);
    row("long field", "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(16384, 'x') + "\r\n\r\n",
        431);
    row("field without end", "GET / HTTP/1.1\r\nX: " + QByteArray(20000, 'x'), 431);
    row("long target", withLine("GET /" + QByteArray(8001, 'x') + " HTTP/1.1"), 414);
    row("target without end", "GET /" + QByteArray(20000, 'x'), 414);

    // Chunks
    row("chunks", withChunks("3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n"), complete, 7);
    row("chunk size in hexadecimal", withChunks("0A\r\n0123456789\r\n000\r\n\r\n"), complete, 10);
    row("chunk extension", withChunks("3;a=b;c=\"d\"\r\nabc\r\n0;e\r\n\r\n"), complete, 3);
    row("empty chunked body", withChunks("0\r\n\r\n"), complete);
    row("chunk size ZZ", withChunks("ZZ\r\nabc\r\n0\r\n\r\n"), 400);
    row("negative chunk size", withChunks("-3\r\nabc\r\n0\r\n\r\n"), 400);
    row("chunk size with 0x", withChunks("0x3\r\nabc\r\n0\r\n\r\n"), 400);
    row("empty chunk size", withChunks("\r\nabc\r\n0\r\n\r\n"), 400);
    row("space before the size", withChunks(" 3\r\nabc\r\n0\r\n\r\n"), 400);
    row("space after the size", withChunks("3 \r\nabc\r\n0\r\n\r\n"), 400);
    row("huge chunk size", withChunks("fffffffffffffffff\r\nabc"), 413);
    row("chunk size 2^32-1", withChunks("ffffffff\r\nabc"), 413);
    row("sum over the limit", withChunks("100000\r\n" + QByteArray(0x100000, 'x') + "\r\n1\r\nx"),
        413, 0x100000);
    row("bare line feed after a size", withChunks("3\nabc\r\n0\r\n\r\n"), 400);
    row("chunk longer than said", withChunks("2\r\nabc\r\n0\r\n\r\n"), 400, 2);
    row("chunk shorter than said", withChunks("4\r\nabc\r\n0\r\n\r\n"), 400, 4);
    row("trailer", withChunks("0\r\nX: y\r\n\r\n"), 431);
    row("endless extension", withChunks("3;" + QByteArray(1100000, 'x')), 413);
    row("a second request behind", withChunks("0\r\n\r\nGET / HTTP/1.1\r\n"), 400);
    row("pipelined pair", withLine("GET / HTTP/1.1") + withLine("GET / HTTP/1.1"), 400);
}

void TestFramer::table()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(qint64, body);
    // However the bytes are cut, the outcome is one.
    for (const qsizetype step : { qsizetype(1) << 30, qsizetype(1), qsizetype(7) }) {
        const Outcome outcome = frame(bytes, step, {});
        const QByteArray seen = outcome.cause + ", step " + QByteArray::number(step) + ", status "
                + QByteArray::number(outcome.status);
        QVERIFY2(outcome.status == status, seen.constData());
        if (status == complete || status == -1)
            QCOMPARE(outcome.body, body);
    }
}

void TestFramer::readsHead()
{
    Framer framer(FramerLimits {});
    QVERIFY(!framer.hasBegun());
    framer.feed("POST /webhook?q HTTP/1.1\r\nHost: a\r\nAuthorization:  Bearer x \r\n"
                "Content-Encoding: gzip\r\nConnection: foo, Close\r\nExpect: 100-Continue\r\n"
                "Upgrade: WebSocket\r\nContent-Length: 5\r\n\r\nabc");
    QCOMPARE(framer.state(), Framer::State::HeadComplete);
    QVERIFY(framer.hasBegun());
    const app::RequestHead &head = framer.head();
    QCOMPARE(head.method.toByteArray(), QByteArray("POST"));
    QCOMPARE(head.target.toByteArray(), QByteArray("/webhook?q"));
    QCOMPARE(head.authorization.toByteArray(), QByteArray("Bearer x"));
    QCOMPARE(head.contentEncoding.toByteArray(), QByteArray("gzip"));
    QCOMPARE(head.length, 5);
    QVERIFY(head.expectsContinue && !head.keepAlive && head.webSocket && !head.chunked);
    framer.takeBody();
    QCOMPARE(framer.skip(3), 3);
    QCOMPARE(framer.state(), Framer::State::Body);
    QCOMPARE(framer.skip(9), 2);
    QCOMPARE(framer.state(), Framer::State::Complete);
}

void TestFramer::reads100Headers()
{
    const QByteArray bytes =
            "GET / HTTP/1.1\r\nHost: a\r\n" + QByteArray("X: b\r\n").repeated(99) + "\r\n";
    QCOMPARE(frame(bytes, 1 << 20, {}).status, complete);
}

void TestFramer::resets()
{
    Framer framer(FramerLimits {});
    for (int i = 0; i < 3; ++i) {
        const QByteArray request = withChunks("3\r\nabc\r\n0\r\n\r\n");
        qsizetype taken = framer.feed(request);
        framer.takeBody();
        taken += framer.feed(QByteArrayView(request).sliced(taken));
        QCOMPARE(taken, request.size());
        QCOMPARE(framer.state(), Framer::State::Complete);
        QCOMPARE(framer.bodySize(), 3);
        framer.reset();
        QCOMPARE(framer.state(), Framer::State::Head);
        QCOMPARE(framer.bodySize(), 0);
        QVERIFY(!framer.hasBegun());
    }
}

void TestFramer::refusesEarly()
{
    // A violation is seen when its line ends, not when the head does.
    Framer framer(FramerLimits {});
    framer.feed("GET / HTTP/1.1\r\nHost : a\r\n");
    QCOMPARE(framer.state(), Framer::State::Broken);
    QCOMPARE(framer.targetSeen().toByteArray(), QByteArray("/"));
}

} // namespace

QTEST_APPLESS_MAIN(TestFramer)
#include "framertest.moc"
