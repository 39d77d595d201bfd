// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/maskedhead.h"

#include <QTest>

namespace {

using app::maskedHead;

const QByteArray secret = "0123456789abcdef-secret";

/// No secret reaches the record, whatever the head looks like.
class TestMaskedHead final : public QObject
{
    Q_OBJECT
private slots:
    void keepsWhatIsNoSecret();
    void masks_data();
    void masks();
    void neverHoldsTheSecret_data();
    void neverHoldsTheSecret();
    void isBounded();
};

void TestMaskedHead::keepsWhatIsNoSecret()
{
    QCOMPARE(maskedHead("POST /webhook HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer abc\r\n"
                        "User-Agent:  curl/7.88.1 (a short comment) \r\n"
                        "X-Forwarded-Proto: https\r\nContent-Length: 26\r\n\r\nbody: of it"),
             QByteArray("POST /webhook HTTP/1.1\nHost: localhost\nAuthorization: Bearer ***\n"
                        "User-Agent: curl/7.88.1 (a short comment)\n"
                        "X-Forwarded-Proto: https\nContent-Length: 26\n"));
}

void TestMaskedHead::masks_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("masked");
    const auto row = [](const char *line, const char *masked) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(masked);
    };
    row("Authorization: abc", "Authorization: ***");
    row("Authorization: abc def", "Authorization: ***");
    row("AUTHORIZATION:sPlUnK x", "AUTHORIZATION: sPlUnK ***");
    row("Proxy-Authorization: Basic eDp5", "Proxy-Authorization: Basic ***");
    row("Cookie: a=b", "Cookie: ***");
    row("Set-Cookie: a=b", "Set-Cookie: ***");
    row("X-Api-Key: a", "X-Api-Key: ***");
    row("X-Hub-Signature-256: a", "X-Hub-Signature-256: ***");
    row("X-MyTokenField: a", "X-MyTokenField: ***");
    row("X-Client-Secret: a", "X-Client-Secret: ***");
    row("X-Password: a", "X-Password: ***");
    row("X-Authenticated-As: a", "X-Authenticated-As: ***");
    row("X-Original-Uri: /hook/short?x=y", "X-Original-Uri: /hook/***?x=***");
    row("Referer: https://a.example/hook/short", "Referer: https://a.example/hook/***");
    row("X-Note: sent with Bearer short", "X-Note: sent with Bearer ***");
    row("X-Note: \x01\x7f", "X-Note: ??");
    row("Host: a\x80z", "Host: a?z");
}

void TestMaskedHead::masks()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, masked);
    const QByteArray whole = maskedHead(QByteArray("GET / HTTP/1.1\r\n" + line + "\r\n\r\n"));
    QCOMPARE(whole, QByteArray("GET / HTTP/1.1\n" + masked + "\n"));
}

void TestMaskedHead::neverHoldsTheSecret_data()
{
    QTest::addColumn<QByteArray>("head");
    const QByteArray line = "POST /webhook HTTP/1.1\r\n";
    const auto row = [](const char *name, const QByteArray &head) { QTest::newRow(name) << head; };
    row("address", "POST /hook/" + secret + " HTTP/1.1\r\n\r\n");
    row("other case", "POST /Hook/" + secret + " HTTP/1.1\r\n\r\n");
    row("below", "POST /hook/x/" + secret + " HTTP/1.1\r\n\r\n");
    row("without a slash", "POST /hook" + secret + " HTTP/1.1\r\n\r\n");
    row("another path", "POST /a/" + secret + "/b HTTP/1.1\r\n\r\n");
    row("query", "POST /webhook?token=" + secret + " HTTP/1.1\r\n\r\n");
    row("query name", "POST /webhook?" + secret + "=1 HTTP/1.1\r\n\r\n");
    row("query alone", "POST /webhook?" + secret + " HTTP/1.1\r\n\r\n");
    row("absolute form", "POST http://a/hook/" + secret + " HTTP/1.1\r\n\r\n");
    row("no version", "POST /hook/" + secret + "\r\n\r\n");
    row("as a method", secret + " / HTTP/1.1\r\n\r\n");
    row("as a version", "GET / " + secret + "\r\n\r\n");
    row("space before the colon", line + "Authorization : Bearer " + secret + "\r\n\r\n");
    row("folded", line + "Authorization:\r\n Bearer\r\n\t" + secret + "\r\n\r\n");
    row("bare line ends", "POST / HTTP/1.1\nAuthorization: Bearer " + secret + "\n\n");
    row("bare carriage return", line + "X: a\rAuthorization: Bearer " + secret + "\r\n\r\n");
    row("zero byte", line + QByteArray("Authori\0zation: Bearer ", 23) + secret + "\r\n\r\n");
    row("no colon", line + "Bearer " + secret + "\r\n\r\n");
    row("as a name", line + secret + "\r\n\r\n");
    row("unfinished", line + "Authorization: Bearer " + secret);
    row("in a body behind", line + "\r\nAuthorization: Bearer " + secret);
    row("no request line", "Authorization: Bearer " + secret + "\r\n\r\n");
    row("in a word", line + "X-Uri: /hook/" + secret + "\r\n\r\n");
}

void TestMaskedHead::neverHoldsTheSecret()
{
    QFETCH(QByteArray, head);
    for (qsizetype size = 0; size <= head.size(); ++size) { // however little of it came
        const QByteArray masked = maskedHead(QByteArrayView(head).first(size));
        QVERIFY2(!masked.contains(secret.first(16)), masked.constData());
        for (const char c : masked)
            QVERIFY(c == '\n' || (c >= 0x20 && c <= 0x7e));
    }
}

void TestMaskedHead::isBounded()
{
    const QByteArray head = "GET / HTTP/1.1\r\n" + QByteArray("Cookie:\r\n").repeated(5000);
    QVERIFY(maskedHead(head).size() <= 16 * 1024);
    QCOMPARE(maskedHead(head, 100).size(), 100);
    QCOMPARE(maskedHead({}), QByteArray());
}

} // namespace

QTEST_APPLESS_MAIN(TestMaskedHead)
#include "maskedheadtest.moc"
