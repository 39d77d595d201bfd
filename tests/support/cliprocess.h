// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

/// What a finished run of watchfloor-cli said.
struct CliOutcome
{
    int status = -1; ///< -1: it crashed or took longer than two minutes
    QByteArray out;
    QByteArray err;
};

/// Runs the real watchfloor-cli (`program`) to its end.
CliOutcome runCli(const QString &program, const QStringList &arguments,
                  const QByteArray &input = {});

/// A real `watchfloor-cli serve` on a free port of the loopback with a data folder of the
/// caller's. Killed, if it still runs, with the object.
class ServeProcess final
{
public:
    ServeProcess(QString program, QString dataDir);
    ~ServeProcess();

    /// Starts it and waits for the line that says where it listens. False: it does not.
    bool start(const QStringList &more = {});
    QString url() const { return m_url; }
    QString tokenFile() const { return m_dataDir + QStringLiteral("/token"); }
    QByteArray token() const;
    QProcess &process() { return m_process; }

    /// SIGKILL, and waits until it is gone.
    void kill();
    /// SIGTERM; the exit status, or -1 when it does not end: a bound on hanging, a minute.
    int terminate();

private:
    QString m_program;
    QString m_dataDir;
    QString m_url;
    QProcess m_process;
};

/// The events of `export --format jsonl`, each compact as it is in the line, with how often
/// each came.
struct ExportedEvents
{
    QList<QByteArray> bodies;
    QList<int> deliveries;
    bool ok = false;
};
ExportedEvents exportAll(const QString &program, const QString &dataDir);
