// SPDX-License-Identifier: GPL-3.0-or-later
// Meant for the thread sanitizer as well: several threads push while one takes.
#include "app/store/commitqueue.h"

#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using app::CommitQueue;
using app::CommitWork;
using models::Delivery;
using models::Refusal;
using Push = CommitQueue::Push;

namespace {

/// A delivery of `producer`, the `number`th, with one event of `bytes` bytes.
Delivery delivery(quint64 producer, quint64 number, qsizetype bytes = 10)
{
    Delivery made;
    made.ticket = { producer, number };
    made.decoded.events.emplace_back().body = QByteArray(bytes, 'x');
    return made;
}

class CommitQueueTest final : public QObject
{
    Q_OBJECT

private slots:
    void firstIsToldApart();
    void boundedInNumber();
    void boundedInBytes();
    void shut();
    void manyProducers();
};

void CommitQueueTest::firstIsToldApart()
{
    CommitQueue queue(10, 1'000'000);
    QCOMPARE(queue.push(delivery(1, 1)), Push::TakenFirst);
    QCOMPARE(queue.push(delivery(1, 2)), Push::Taken);
    QCOMPARE(queue.push(Refusal {}), Push::Taken);
    const CommitWork work = queue.take();
    QCOMPARE(work.deliveries.size(), size_t(2));
    QCOMPARE(work.deliveries.back().ticket.request, quint64(2));
    QCOMPARE(work.refusals.size(), size_t(1));
    QVERIFY(queue.take().isEmpty());
    QCOMPARE(queue.push(Refusal {}), Push::TakenFirst);
}

void CommitQueueTest::boundedInNumber()
{
    CommitQueue queue(2, 1'000'000);
    QCOMPARE(queue.push(delivery(1, 1)), Push::TakenFirst);
    QCOMPARE(queue.push(delivery(1, 2)), Push::Taken);
    QCOMPARE(queue.push(delivery(1, 3)), Push::Refused);
    // Refusals have room of their own.
    QCOMPARE(queue.push(Refusal {}), Push::Taken);
    QCOMPARE(queue.take().deliveries.size(), size_t(2));
    QCOMPARE(queue.push(delivery(1, 3)), Push::TakenFirst);
}

void CommitQueueTest::boundedInBytes()
{
    CommitQueue queue(10, 5'000);
    // Alone, even one that is too large goes in; nothing joins it.
    QCOMPARE(queue.push(delivery(1, 1, 9'000)), Push::TakenFirst);
    QCOMPARE(queue.push(delivery(1, 2)), Push::Refused);
    QCOMPARE(queue.take().deliveries.size(), size_t(1));
    QCOMPARE(queue.push(delivery(1, 2)), Push::TakenFirst);
    QCOMPARE(queue.push(delivery(1, 3, 9'000)), Push::Refused);
    QCOMPARE(queue.push(delivery(1, 3, 100)), Push::Taken);
}

void CommitQueueTest::shut()
{
    CommitQueue queue(10, 1'000'000);
    QCOMPARE(queue.push(delivery(1, 1)), Push::TakenFirst);
    queue.setShut(true);
    QCOMPARE(queue.push(delivery(1, 2)), Push::Refused);
    QCOMPARE(queue.push(Refusal {}), Push::Refused);
    QCOMPARE(queue.take().deliveries.size(), size_t(1));
    queue.setShut(false);
    QCOMPARE(queue.push(delivery(1, 2)), Push::TakenFirst);
}

void CommitQueueTest::manyProducers()
{
    constexpr quint64 producers = 3;
    constexpr quint64 each = 2'000;
    CommitQueue queue(50, 40'000);
    std::atomic<quint64> wakes { 0 };
    std::array<std::thread, producers> threads;
    for (quint64 producer = 0; producer < producers; ++producer) {
        threads[producer] = std::thread([&, producer] {
            for (quint64 number = 0; number < each; ++number) {
                Push push = Push::Refused;
                while ((push = queue.push(delivery(producer, number))) == Push::Refused)
                    std::this_thread::yield();
                if (push == Push::TakenFirst)
                    ++wakes;
            }
        });
    }
    // Every one arrives once, in its producer's order.
    std::array<quint64, producers> next {};
    quint64 batches = 0;
    bool ordered = true;
    for (quint64 taken = 0; taken < producers * each;) {
        const CommitWork work = queue.take();
        batches += work.isEmpty() ? 0 : 1;
        for (const Delivery &one : work.deliveries) {
            ordered = ordered && one.ticket.request == next[one.ticket.connection]++
                    && one.decoded.events.front().body.size() == 10;
            ++taken;
        }
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(ordered);
    QVERIFY(queue.take().isEmpty());
    // Exactly one wake for every batch: none is lost, none is spare.
    QCOMPARE(wakes.load(), batches);
}

} // namespace

QTEST_GUILESS_MAIN(CommitQueueTest)
#include "commitqueuetest.moc"
