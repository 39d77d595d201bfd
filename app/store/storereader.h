// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/readsession.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace app {

/// The archive's side on the reader thread: answers each call by one signal. Once a second it
/// looks whether another connection, perhaps of another process, committed. While an older page is
/// taken over elsewhere, the next one is read already.
class StoreReader final : public QObject
{
    Q_OBJECT
public:
    /// `url` as for ReadSession::open().
    explicit StoreReader(DatabaseUrl url);
    ~StoreReader() override;

    void startWatching();
    void readNewer(qint64 afterEvent, qint64 afterRepeat, int limit);
    void readOlder(qint64 beforeEvent, int limit);
    void loadEvent(qint64 id);

signals:
    void batchRead(const models::EventBatch &batch);
    void eventLoaded(const models::StoredEvent &event);
    void eventMissing(qint64 id);
    void failed(const QString &reason);
    /// The answer to a readNewer() has gone out, whichever it was.
    void newerAnswered();
    /// Events or repeats are there that no answer carried.
    void grown();
    /// Acts are there that were not told of.
    void actsGrown();

private:
    bool ready();
    models::Result<models::EventBatch> older(qint64 beforeEvent, int limit);
    void readAhead();
    /// Texts that were read ahead count as sent: they go with the first batch that goes out.
    void sendTermsAhead(models::EventBatch &batch);
    void answer(models::Result<models::EventBatch> batch);
    void fail(const QString &reason);
    void poll();

    const DatabaseUrl m_url;
    ShippedTerms m_shipped;
    std::unique_ptr<ReadSession> m_session;
    QTimer m_pollTimer { this };
    qint64 m_dataVersion = -1;
    ReadSession::Latest m_latest; // that were told of
    QString m_failure;
    QTimer m_aheadTimer { this }; ///< lets what is asked for meanwhile go first
    std::pair<qint64, int> m_next { 0, 0 }; // what readOlder() is likely to be asked
    struct Ahead
    {
        qint64 before = 0;
        int limit = 0;
        models::EventBatch batch;
    };
    std::optional<Ahead> m_ahead;
};

} // namespace app
