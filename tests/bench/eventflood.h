// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/storefill.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

/// Hands events to a writer at a steady rate, as if they came over the network. Lives on a thread
/// of its own (app/shared/worker.h).
class EventFlood final : public QObject
{
    Q_OBJECT
public:
    /// `sink` must outlive the flood. `rate` in events a second.
    EventFlood(models::DeliverySink &sink, int rate, int seconds);

    /// Makes the bodies, then begins; answered by began(), and by finished() once all are stored.
    void start();

signals:
    void began();
    /// How many a second went in; 0: the store failed.
    void finished(double rate);

private:
    void submitDue();

    models::DeliverySink &m_sink;
    const int m_rate;
    const int m_count;
    std::unique_ptr<PacedWriter> m_writer;
    QList<QByteArray> m_bodies;
    qsizetype m_sent = 0;
    QElapsedTimer m_elapsed;
    QTimer m_tick { this };
};
