// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/linesource.h"
#include "app/cli/sendreport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QUrl>

#include <vector>

class QTimer;

namespace app {

class PostConnection;

/// What to send where, and how fast.
struct SendPlan
{
    QStringList files; ///< "-" is standard input
    QUrl url;
    QByteArray token; ///< empty: none
    int connections = 1; ///< each with one request under way
    double rate = 0; ///< events a second over all connections; 0: as fast as it goes
    QString acknowledgedFile; ///< gets every acknowledged line as it comes; empty: none
};

/// Posts lines to a receiver. No line is sent twice. Ends early when nobody listens any more.
/// Lives on one thread with an event loop.
class SendJob final : public QObject
{
    Q_OBJECT
public:
    explicit SendJob(SendPlan plan, QObject *parent = nullptr);

    void start();
    const SendReport &report() const { return m_report; }
    /// Why it ended early, in words; empty: everything was sent.
    const QString &failure() const { return m_failure; }

signals:
    void finished();

private:
    void pump();
    bool tooEarly();
    void onAnswered(const PostConnection &connection, int status, std::chrono::nanoseconds took);
    void onBroken(const QString &reason, bool reached);
    void finishWhenIdle();

    SendPlan m_plan;
    LineSource m_lines;
    SendReport m_report;
    QFile m_acknowledged;
    std::vector<PostConnection *> m_connections;
    QTimer *m_pace;
    QElapsedTimer m_clock;
    qint64 m_posted = 0;
    bool m_exhausted = false;
    bool m_finished = false;
    QString m_failure;
};

} // namespace app
