// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/writer.h"

#include "app/store/eventstore.h"
#include "app/store/storefolder.h"

#include <iterator>

namespace app {

Writer::Writer(DatabaseUrl url, WriterOptions options)
    : m_url(std::move(url)), m_options(options), m_queue(options.mostDeliveries, options.mostBytes),
      m_lock(m_url), m_uptime(options.signTime)
{
    qRegisterMetaType<QList<models::Receipt>>();
    m_loadTimer.setSingleShot(true);
    m_loadTimer.setInterval(m_options.loadTime);
    connect(&m_loadTimer, &QTimer::timeout, this, &Writer::load);
    m_retryTimer.setInterval(m_options.retryTime);
    connect(&m_retryTimer, &QTimer::timeout, this, &Writer::retry);
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(m_options.idleTime);
    connect(&m_idleTimer, &QTimer::timeout, this, &Writer::writeTimes);
    m_signTimer.setInterval(m_options.signTime);
    connect(&m_signTimer, &QTimer::timeout, this, &Writer::writeUptime);
}

Writer::~Writer()
{
    finish();
}

bool Writer::submit(models::Delivery delivery)
{
    const CommitQueue::Push push = m_queue.push(std::move(delivery));
    if (push == CommitQueue::Push::TakenFirst)
        wake();
    return push != CommitQueue::Push::Refused;
}

void Writer::record(models::Refusal refusal)
{
    if (m_queue.push(std::move(refusal)) == CommitQueue::Push::TakenFirst)
        wake();
}

void Writer::wake()
{
    QMetaObject::invokeMethod(this, &Writer::drain, Qt::QueuedConnection);
}

void Writer::open()
{
    if (m_store) {
        emit opened();
        return;
    }
    QString failure;
    if (const auto prepared = prepareStoreFile(m_url); !prepared) {
        failure = prepared.error();
    } else if (const auto locked = m_lock.take(); !locked) {
        failure = locked.error();
    } else {
        auto store = EventStore::open(m_url, m_options.fingerprint, m_options.patience);
        if (store)
            m_store = std::move(store.value());
        else
            failure = store.error();
        if (m_store) // a failure is not worth refusing events: then nothing of it is written
            (void)m_store->loadUptime(m_uptime);
    }
    if (!m_store) {
        m_lock.release();
        m_queue.setShut(true);
        answerFailure(m_queue.take(), failure);
        emit openFailed(failure);
        return;
    }
    m_queue.setShut(false);
    emit opened();
    writeActs();
    drain();
    writeUptime();
    m_loadTimer.start();
}

// A failure is no news yet: it lost nothing, and the first event tries again.
void Writer::load()
{
    m_loadTimer.stop();
    if (m_store && m_store->load())
        emit loaded();
}

void Writer::close()
{
    finish();
    emit closed();
}

void Writer::finish()
{
    m_queue.setShut(true);
    m_loadTimer.stop();
    m_retryTimer.stop();
    m_idleTimer.stop();
    m_signTimer.stop();
    m_uptime.setOn(false, UptimeLog::Moment::now());
    if (m_store) {
        drain();
        writeTimes();
        writeUptime();
        writeActs();
    }
    m_store.reset();
    m_lock.release();
}

void Writer::drain()
{
    if (!m_store)
        return;
    CommitWork work = m_queue.take();
    if (!work.isEmpty() || !m_unrecorded.isEmpty())
        commit(std::move(work));
}

void Writer::commit(CommitWork work)
{
    std::vector<models::Refusal> kept = m_unrecorded.take();
    work.refusals.insert(work.refusals.begin(), std::make_move_iterator(kept.begin()),
                         std::make_move_iterator(kept.end()));

    m_uptime.sign(UptimeLog::Moment::now());
    work.uptime = m_uptime.unwritten();
    const bool isRecord = !work.isEmpty() || m_store->hasUntold();
    const auto outcome = m_store->commit(work);
    if (!outcome) {
        answerFailure(std::move(work), outcome.error());
        if (!m_failing) {
            m_failing = true;
            m_retryTimer.start();
            emit storeFailed(outcome.error());
        }
        return;
    }
    m_uptime.confirm();
    if (m_failing) {
        m_failing = false;
        m_retryTimer.stop();
        emit storeRecovered();
        writeActs();
    }
    if (!outcome.value().receipts.isEmpty())
        emit committed(outcome.value().receipts);
    if (outcome.value().stored > 0 || outcome.value().repeated > 0)
        emit grew();
    if (isRecord)
        emit recorded();
    if (m_store->hasUntold() && !m_idleTimer.isActive())
        m_idleTimer.start();
}

// A failure is no news: it lost nothing, and the next commit tries again.
void Writer::writeTimes()
{
    if (m_failing || !m_store->hasUntold())
        return;
    if (m_store->commit({}))
        emit recorded();
}

void Writer::setReceiving(bool on)
{
    m_uptime.setOn(on, UptimeLog::Moment::now());
    if (on)
        m_signTimer.start();
    else
        m_signTimer.stop();
    writeUptime();
}

void Writer::writeUptime()
{
    m_uptime.sign(UptimeLog::Moment::now());
    if (m_store && !m_failing && !m_uptime.unwritten().empty())
        commit({});
}

void Writer::acceptPart(qint64 delivery, int position)
{
    if (!m_store) {
        emit acceptFailed(delivery, position,
                          tr("The database is not open for writing here; nothing was changed."));
        return;
    }
    const auto event = m_store->acceptPart(delivery, position);
    if (!event) {
        emit acceptFailed(delivery, position, event.error());
        return;
    }
    emit partAccepted(delivery, position, event.value());
    emit grew();
    emit recorded();
}

void Writer::appendAct(const models::Act &act)
{
    constexpr size_t most = 4096;
    if (m_acts.size() >= most)
        m_acts.erase(m_acts.begin());
    m_acts.push_back(act);
    writeActs();
}

void Writer::writeActs()
{
    if (!m_store || m_acts.empty())
        return;
    const auto done = m_store->append(m_acts);
    if (done) {
        m_acts.clear();
    } else if (!m_failing) {
        m_failing = true;
        m_retryTimer.start();
        emit storeFailed(done.error());
    }
}

void Writer::writeActsNow(quint64 call, QList<models::Act> acts,
                          const std::shared_ptr<std::atomic_bool> &cancelled)
{
    writeActs(); // what was done before comes before
    if (!m_store) {
        emit actsFailed(call,
                        tr("The database is not open for writing here; nothing was changed."));
        return;
    }
    const int of = int(acts.size());
    const auto done = m_store->append(acts, [&](int written) {
        emit actsProgress(call, written, of);
        return !*cancelled;
    });
    if (done)
        emit actsWritten(call, acts);
    else
        emit actsFailed(call, done.error());
}

void Writer::answerFailure(CommitWork work, const QString &reason)
{
    QList<models::Receipt> receipts;
    for (const models::Delivery &delivery : work.deliveries) {
        models::Receipt receipt;
        receipt.ticket = delivery.ticket;
        receipt.failure = reason;
        receipts.append(receipt);
    }
    m_unrecorded.keep(std::move(work), reason);
    if (!receipts.isEmpty())
        emit committed(receipts);
}

void Writer::retry()
{
    if (!m_store || !m_store->probe())
        return;
    m_failing = false;
    m_retryTimer.stop();
    emit storeRecovered();
    drain();
    writeActs();
}

} // namespace app
