// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/refusallog.h"
#include "tests/support/httpfakesink.h"

#include <QTest>

#include <algorithm>

namespace {

using namespace std::chrono_literals;
using app::RefusalLog;

models::Refusal refusal(int peer, int status = 401, const QByteArray &head = {})
{
    models::Refusal result;
    result.peer = QString::number(peer);
    result.path = QStringLiteral("/webhook");
    result.status = status;
    result.cause = QStringLiteral("Invalid token");
    result.size = 10;
    result.head = head;
    return result;
}

qint64 requests(const HttpFakeSink &sink)
{
    qint64 sum = 0;
    for (const models::Refusal &one : sink.refusals)
        sum += one.count;
    return sum;
}

/// Storms are counted, not written out.
class TestRefusalLog final : public QObject
{
    Q_OBJECT
private slots:
    void aNightOfOneKind();
    void aStormThatEnds();
    void aNightOfManyKinds();
    void theFirstOfTheFoldedLendsItsHead();
};

void TestRefusalLog::aNightOfOneKind()
{
    HttpFakeSink sink;
    RefusalLog log(sink);
    const auto begin = RefusalLog::Clock::time_point {} + 1h;
    int sent = 0;
    for (auto now = begin; now < begin + 8h; now += 1s) {
        log.add(refusal(1), now);
        log.flush(now);
        ++sent;
    }
    QVERIFY2(sink.refusals.size() <= 22, qPrintable(QString::number(sink.refusals.size())));
    QVERIFY(sink.refusals.size() >= 15);
    log.flushAll();
    QCOMPARE(requests(sink), sent); // not one is lost
}

void TestRefusalLog::aStormThatEnds()
{
    HttpFakeSink sink;
    RefusalLog log(sink);
    auto now = RefusalLog::Clock::time_point {} + 1h;
    log.add(refusal(1), now);
    log.add(refusal(1), now);
    log.flush(now + 5s);
    QCOMPARE(sink.refusals.size(), 2);
    log.flush(now + 36s); // nothing more came
    log.add(refusal(1), now + 37s);
    QCOMPARE(sink.refusals.size(), 3); // told at once again
    log.flush(now + 38s);
    log.flush(now + 43s);
    QCOMPARE(sink.refusals.size(), 3);
}

void TestRefusalLog::aNightOfManyKinds()
{
    HttpFakeSink sink;
    RefusalLog log(sink);
    const auto begin = RefusalLog::Clock::time_point {} + 1h;
    int sent = 0;
    for (auto now = begin; now < begin + 1h; now += 50ms) {
        log.add(refusal(sent, sent % 2 == 0 ? 401 : 404), now);
        if (++sent % 20 == 0)
            log.flush(now);
    }
    log.flushAll();
    QCOMPARE(sent, 72000);
    QCOMPARE(requests(sink), sent);
    QVERIFY2(sink.refusals.size() < 3200, qPrintable(QString::number(sink.refusals.size())));
    const auto folded = [](int status) {
        return [status](const models::Refusal &one) {
            return one.peer.isEmpty() && one.status == status && one.count > 1;
        };
    };
    QVERIFY(std::any_of(sink.refusals.cbegin(), sink.refusals.cend(), folded(401)));
    QVERIFY(std::any_of(sink.refusals.cbegin(), sink.refusals.cend(), folded(404)));
}

void TestRefusalLog::theFirstOfTheFoldedLendsItsHead()
{
    HttpFakeSink sink;
    RefusalLog log(sink);
    const auto now = RefusalLog::Clock::time_point {} + 1h;
    for (const char *head : { "a", "b", "c" })
        log.add(refusal(1, 401, head), now);
    log.flushAll();
    QCOMPARE(sink.refusals.size(), 2);
    QCOMPARE(sink.refusals.first().head, QByteArray("a"));
    QCOMPARE(sink.refusals.last().head, QByteArray("b"));
    QCOMPARE(sink.refusals.last().count, 2);
    QCOMPARE(sink.refusals.last().size, 20);
}

} // namespace

QTEST_GUILESS_MAIN(TestRefusalLog)
#include "refusallogtest.moc"
