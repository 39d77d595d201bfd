// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/readsession.h"
#include "models/ports/boardsource.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace app {

/// The boards' side on their own thread: reads the rows of the store in order of arrival, folds
/// them there, and hands out copies, which share memory with what it keeps.
class BoardReader final : public QObject
{
    Q_OBJECT
public:
    /// `url` as for ReadSession::open().
    explicit BoardReader(DatabaseUrl url);
    ~BoardReader() override;

    void start();
    /// Something was committed.
    void noticeGrowth();

    static constexpr std::chrono::milliseconds pause { 250 }; ///< between two updates at least
    static constexpr std::chrono::milliseconds retryDelay { 2000 };

signals:
    void progress(qint64 events);
    void updated(const models::BoardsUpdate &update);
    void failed(const QString &reason);

private:
    void goOn();
    bool ready();
    void take(const models::EventBatch &batch);
    void keepTerms(const models::EventBatch &batch);
    void fail(const QString &reason);

    const DatabaseUrl m_url;
    ShippedTerms m_shipped;
    std::unique_ptr<ReadSession> m_session;
    models::Boards m_boards;
    std::vector<models::Term> m_terms; ///< for the next update
    QTimer m_next { this }; ///< runs until the next batch is to be read
    QElapsedTimer m_told;
    qint64 m_newest = 0; ///< id of the newest event that was read
    qint64 m_events = 0;
    bool m_started = false;
    bool m_loaded = false; ///< the first update has gone out
};

} // namespace app
