// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shared/worker.h"
#include "app/store/actreader.h"
#include "models/ports/journal.h"

#include <QHash>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>

namespace app {

class Writer;

/// The journal in the store: read by a thread of its own beside the events, written by the writer.
/// A store that does not exist yet has an empty one. Where the writer is never opened (a viewer)
/// acts hold until the program ends.
class SqlJournal final : public models::Journal
{
    Q_OBJECT
public:
    /// `writer` must outlive it.
    SqlJournal(DatabaseUrl url, Writer &writer, QObject *parent = nullptr);
    ~SqlJournal() override;

    /// After a failure readable() follows, so that it is tried again.
    void readActs(qint64 after) override;
    void append(const models::Act &act) override;
    quint64 write(const QList<models::Act> &acts) override;
    void cancelWrite(quint64 call) override;
    bool isWritable() const override { return m_writable; }

    static constexpr std::chrono::milliseconds retryDelay { 2000 };

private:
    void setWritable(bool writable);

    using Cancelled = std::shared_ptr<std::atomic_bool>;

    Writer &m_writer;
    Worker<ActReader> m_reader;
    QHash<quint64, Cancelled> m_calls; // that have not been answered
    bool m_writable = false; // as the writer told last
    QTimer m_retry { this };
};

} // namespace app
