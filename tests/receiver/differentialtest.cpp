// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/gate.h"
#include "app/receiver/httpcompat.h"
#include "app/receiver/intake.h"
#include "tests/support/httpfakesink.h"
#include "tests/support/httprawclient.h"

#include <QElapsedTimer>
#include <QMetaEnum>
#include <QRandomGenerator>

#include <algorithm>

namespace {

/// One request as QHttpServer read it.
struct Parsed
{
    QByteArray method;
    QByteArray target;
    qsizetype fields = 0;
    qsizetype framing = 0; ///< of them
    QByteArray body;
};

/// QHttpServer behind the real gate, keeping what it parses.
class Recorder final : public app::HttpServerBase
{
public:
    explicit Recorder(app::Gate *gate) : m_gate(gate) { bindListener(gate); }

    QList<Parsed> requests;
    int unasked = 0; ///< parsed without being let in

protected:
    void requestParsed(const QHttpServerRequest &request) override
    {
        const QUrl url = request.url();
        const QUrl relative = url.adjusted(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        const QByteArray method =
                QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(request.method()));
        qsizetype framing = 0;
        for (const char *name : { "Content-Length", "Transfer-Encoding" })
            framing += request.value(name).isEmpty() ? 0 : 1;
        requests.append({ method.toUpper(), relative.toEncoded(), request.headers().size(), framing,
                          request.body() });
        if (app::PeerConnection *connection = m_gate->takeAdmitted())
            connection->take(request.body());
        else
            ++unasked;
    }

private:
    app::Gate *m_gate;
};

/// Runs the loop until something is so; without the pauses of QTest::qWaitFor().
template<typename Condition> bool pumped(const Condition &condition, int ms)
{
    QElapsedTimer time;
    time.start();
    while (!condition()) {
        if (time.elapsed() > ms)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
    return true;
}

/// The status of the answer, or 0.
int answered(HttpRawClient &client, int ms)
{
    QByteArray bytes;
    (void)pumped(
            [&] {
                bytes += client.socket.readAll();
                return bytes.contains("\r\n\r\n")
                        || client.socket.state() == QAbstractSocket::UnconnectedState;
            },
            ms);
    return bytes.mid(9, 3).toInt();
}

/// What the test wrote.
struct Written
{
    QByteArray bytes;
    QByteArray method = "POST";
    QByteArray target;
    qsizetype fields = 0;
    QByteArray body;
};

/// Whatever the gate passes, QHttpServer reads as the same one request.
class TestDifferential final : public QObject
{
    Q_OBJECT
private slots:
    void sameRequestBehindTheGate();

private:
    Written honest();
    QByteArray mutated(const QByteArray &bytes);
    int below(int end) { return int(m_random.bounded(end)); }

    QRandomGenerator m_random { 20260701 };
};

Written TestDifferential::honest()
{
    Written written;
    const QByteArrayList targets { "/webhook", "/webhook?a=b", "/services/collector",
                                   "/services/collector/event?channel=1" };
    written.target = targets.at(below(int(targets.size())));
    QByteArrayList fields { "Host: localhost", "Authorization: Bearer " + QByteArray(httpToken) };
    for (int i = below(8); i > 0; --i)
        fields.append("X-" + QByteArray::number(i) + ":" + QByteArray(below(3), ' ')
                      + QByteArray(below(40), 'v'));
    written.body = QByteArray(below(4) == 0 ? below(70000) : below(200), 'b');
    QByteArray coded = written.body;
    if (below(3) == 0) {
        fields.append("Transfer-Encoding: chunked");
        coded.clear();
        for (qsizetype at = 0; at < written.body.size();) {
            const QByteArray some = written.body.mid(at, 1 + below(9000));
            coded += QByteArray::number(some.size(), 16) + "\r\n" + some + "\r\n";
            at += some.size();
        }
        coded += "0\r\n\r\n";
    } else {
        fields.append("Content-Length: " + QByteArray::number(written.body.size()));
    }
    if (below(5) == 0)
        fields.append("Connection: close");
    std::shuffle(fields.begin(), fields.end(), m_random);
    written.fields = fields.size();
    written.bytes =
            "POST " + written.target + " HTTP/1.1\r\n" + fields.join("\r\n") + "\r\n\r\n" + coded;
    return written;
}

QByteArray TestDifferential::mutated(const QByteArray &bytes)
{
    static const QByteArrayList pieces { "\r\n",
                                         "\n",
                                         " ",
                                         "\t",
                                         ":",
                                         "0",
                                         "-1",
                                         "\r",
                                         ",",
                                         "Content-Length: 5\r\n",
                                         "Transfer-Encoding: chunked\r\n",
                                         QByteArray(1, '\0'),
                                         "HTTP/1.1",
                                         "\r\n\r\n",
                                         ";",
                                         "?" };
    QByteArray result = bytes;
    for (int i = 1 + below(2); i > 0; --i) {
        const int at = below(int(qMin<qsizetype>(result.size(), 400)));
        switch (below(4)) {
        case 0:
            result.insert(at, pieces.at(below(int(pieces.size()))));
            break;
        case 1:
            result.remove(at, 1 + below(3));
            break;
        case 2:
            result[at] = char(below(256));
            break;
        default:
            result += result.mid(at, below(60)); // something behind it
        }
    }
    return result;
}

void TestDifferential::sameRequestBehindTheGate()
{
    HttpFakeSink sink;
    app::Intake intake(sink);
    intake.configure({}, models::ReceiverSecrets::fromToken(QString::fromLatin1(httpToken)));
    auto *gate = new app::Gate(intake);
    QVERIFY(gate->listen(QHostAddress::LocalHost));
    connect(&sink, &models::DeliverySink::committed, gate,
            [&](const QList<models::Receipt> &receipts) {
                for (const models::Receipt &receipt : receipts)
                    gate->answer(receipt.ticket, intake.settle(receipt));
            });
    Recorder recorder(gate); // owns the gate
    int passed = 0;
    QElapsedTimer time;
    time.start();
    constexpr int most = 3000;
    int done = 0;
    for (; done < most && time.elapsed() < 8000; ++done) {
        const Written written = honest();
        const bool isHonest = done % 3 == 0;
        const QByteArray bytes = isHonest ? written.bytes : mutated(written.bytes);
        recorder.requests.clear();
        const qsizetype deliveries = sink.deliveries.size();
        HttpRawClient client(gate->serverPort());
        for (qsizetype at = 0; at < bytes.size();) {
            const QByteArray some = bytes.mid(at, 1 + below(int(bytes.size())));
            client.send(some);
            at += some.size();
            if (below(3) == 0)
                QTest::qWait(0);
        }
        // What is still incomplete is neither answered nor parsed.
        const int status = answered(client, isHonest ? 5000 : 3);
        client.socket.abort();
        (void)pumped([&] { return gate->connectionCount() == 0; }, 5000);
        const QByteArray context = "request " + QByteArray::number(done) + ": " + bytes.left(600);
        QVERIFY2(recorder.requests.size() <= 1, context.constData());
        QCOMPARE(recorder.unasked, 0);
        QCOMPARE(sink.deliveries.size() - deliveries, recorder.requests.size());
        if (recorder.requests.isEmpty()) {
            QVERIFY2(!isHonest, context.constData());
            continue;
        }
        ++passed;
        const Parsed parsed = recorder.requests.first();
        const models::Delivery delivery = sink.deliveries.last();
        QCOMPARE(parsed.method, QByteArray("POST"));
        // Of the head QHttpServer sees the framing alone.
        QCOMPARE(parsed.target, QByteArray("/"));
        QCOMPARE(parsed.fields, 1);
        QCOMPARE(parsed.framing, 1);
        if (!isHonest)
            continue;
        QCOMPARE(status, 400); // no JSON, but right in all else
        // The gate's own reading: the head it put on record has a line for each field.
        QCOMPARE(delivery.head.count('\n') - 1, written.fields);
        QCOMPARE(parsed.body, written.body);
    }
    qInfo("%d requests, %d passed, %lld ms", done, passed, time.elapsed());
    QVERIFY(passed >= done / 3);
    QVERIFY(done > 500);
}

} // namespace

QTEST_GUILESS_MAIN(TestDifferential)
#include "differentialtest.moc"
