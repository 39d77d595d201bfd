// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/commitqueue.h"
#include "app/store/databaseurl.h"
#include "app/store/fingerprinttable.h"
#include "app/store/storelock.h"
#include "app/store/unrecorded.h"
#include "app/store/uptimelog.h"
#include "models/domain/act.h"
#include "models/ports/deliverysink.h"

#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>

namespace app {

class EventStore;

/// Bounds of the writer; the defaults are what the programs use.
struct WriterOptions
{
    qsizetype mostDeliveries = 8192; ///< that wait for a commit
    qsizetype mostBytes = 64 * 1024 * 1024; ///< of those together
    std::chrono::milliseconds patience { 1500 }; ///< for another's lock on the database
    std::chrono::milliseconds retryTime { 2000 }; ///< between tries while the store fails
    std::chrono::milliseconds idleTime { 300 }; ///< until times to acknowledge are written alone
    std::chrono::milliseconds signTime { 60'000 }; ///< between signs of life
    Fingerprint fingerprint = bodyFingerprint;
};

/// Stores deliveries by group commit: what gathered while the last commit ran goes into the
/// next one. Lives on the writer thread (app/shared/worker.h); submit() and record() may be
/// called from any thread, also before open(): what is taken then waits.
/// A receipt without a failure goes out only when the events are on disk; deliveries that could
/// not be stored are put on record as refused once the store works again. A second writer on the
/// same file is refused by a lock file beside it.
class Writer final : public models::DeliverySink
{
    Q_OBJECT
public:
    explicit Writer(DatabaseUrl url, WriterOptions options = {});
    ~Writer() override;

    bool submit(models::Delivery delivery) override;
    void record(models::Refusal refusal) override;

public slots:
    /// Creates or migrates the database and loads what is needed to recognise repeats; answered
    /// by opened() or openFailed(). After openFailed() it may be called again.
    void open();
    /// Makes an event of a refused part (models::DeliveryArchive::acceptPart()); answered by
    /// partAccepted() or acceptFailed().
    void acceptPart(qint64 delivery, int position);
    /// The receiver is on from now on, or off: put on record with a sign of life each minute.
    /// Also before open().
    void setReceiving(bool on);
    /// Adds an act to the journal. What cannot be written now is kept and tried again, the newest
    /// few thousand at most.
    void appendAct(const models::Act &act);
    /// Adds acts at once, all or none; answered by actsWritten() or actsFailed(). `cancelled` is
    /// looked at before each.
    void writeActsNow(quint64 call, QList<models::Act> acts,
                      const std::shared_ptr<std::atomic_bool> &cancelled);
    /// Takes nothing more, stores what waits, closes the file; answered by closed().
    void close();

signals:
    void opened();
    void openFailed(const QString &reason);
    void closed();
    /// Events or repeats were committed.
    void grew();
    /// Requests were put on record, or times to acknowledge of such became known. Once a commit.
    void recorded();
    void partAccepted(qint64 delivery, int position, qint64 event);
    void acceptFailed(qint64 delivery, int position, const QString &reason);
    /// Deliveries cannot be stored now; says why and what to do. Once until storeRecovered().
    void storeFailed(const QString &reason);
    void storeRecovered();
    /// Acts of a call are on disk, with their ids.
    void actsWritten(quint64 call, const QList<models::Act> &acts);
    void actsProgress(quint64 call, int done, int of);
    /// None of a call is; empty: it was cancelled.
    void actsFailed(quint64 call, const QString &reason);

private:
    void wake();
    void drain();
    void commit(CommitWork work);
    void answerFailure(CommitWork work, const QString &reason);
    void writeTimes();
    void writeUptime();
    void writeActs();
    void retry();
    void finish();

    const DatabaseUrl m_url;
    const WriterOptions m_options;
    CommitQueue m_queue;
    StoreLock m_lock;
    std::unique_ptr<EventStore> m_store;
    Unrecorded m_unrecorded;
    UptimeLog m_uptime;
    std::vector<models::Act> m_acts; // that wait to be written
    bool m_failing = false;
    QTimer m_retryTimer { this };
    QTimer m_signTimer { this };
    QTimer m_idleTimer { this }; // what is known only after a commit waits for the next so long
};

} // namespace app
