// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shared/worker.h"
#include "app/store/writer.h"

#include <QMutex>
#include <QTemporaryDir>

#include <atomic>
#include <optional>

/// A database in a folder of its own.
class StoreFolder final
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString root() const { return m_folder.path(); }
    app::DatabaseUrl url() const { return { path(QStringLiteral("data/store.sqlite")) }; }

private:
    QTemporaryDir m_folder;
};

/// A writer on its own thread, whose answers are gathered. Every wait is bounded; what is asked
/// after a wait that timed out is what had come until then.
class WriterRig final
{
public:
    explicit WriterRig(const app::DatabaseUrl &url, app::WriterOptions options = {});

    /// Opens and waits; empty, or why it failed.
    QString open();
    /// Closes and waits. False: it did not answer.
    bool close();
    app::Writer &writer() { return m_worker.object(); }

    /// Waits until `count` receipts have come in all; all of them.
    QList<models::Receipt> receipts(qsizetype count);
    /// Sizes of the commits so far.
    QList<qsizetype> commits() const;
    QStringList failures() const; ///< of storeFailed()
    int recoveries() const { return m_recoveries; }

private:
    mutable QMutex m_mutex;
    QList<models::Receipt> m_receipts;
    QList<qsizetype> m_commits;
    QStringList m_failures;
    std::optional<QString> m_opened;
    std::atomic<bool> m_closed { false };
    std::atomic<int> m_recoveries { 0 };
    app::Worker<app::Writer> m_worker;
};

/// What the store holds: id, body and how often it came.
struct HeldEvent
{
    qint64 id = 0;
    QByteArray body;
    int deliveries = 0;
};
QList<HeldEvent> heldEvents(const app::DatabaseUrl &url);
