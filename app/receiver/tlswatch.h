// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settings.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

namespace app {

class TlsProbe;

/// Notices when the certificate's files are renewed. Renewal writes two files one after the
/// other, or swaps symbolic links: what is there is used only once it reads well and has passed
/// a handshake with itself (TlsProbe). Until then, and where it never does, what is in use stays.
/// Receiver thread; reads two small files there when they change and once a minute.
class TlsWatch final : public QObject
{
    Q_OBJECT
public:
    explicit TlsWatch(QObject *parent = nullptr);
    ~TlsWatch() override;

    /// Watches these files, whose present contents are in use as `inUse`. Watching the same ones
    /// again looks at them at once.
    void watch(const models::ReceiverSettings &settings, const QSslConfiguration &inUse);
    void stop();
    /// Whether it watches just these files.
    bool isWatching(const models::ReceiverSettings &settings) const;
    /// What is in use, only while watching.
    const QSslConfiguration &inUse() const { return m_inUse; }

signals:
    /// Other contents that work: in use from now on.
    void renewed(const QSslConfiguration &configuration);
    /// What is wrong with the files, after some seconds of patience; empty: nothing any more.
    void problem(const QString &text);

private:
    void watchPaths();
    void look();
    void probe(const QSslConfiguration &configuration);
    void use(const QSslConfiguration &configuration);
    void failed(const QString &reason);
    void report(const QString &text);

    models::ReceiverSettings m_settings; ///< certificateFile empty: watches nothing
    QSslConfiguration m_inUse;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< runs from a change until the files are looked at
    QTimer m_regular; ///< for changes that no watcher sees, as of a folder above
    TlsProbe *m_probe = nullptr; ///< a child, while a handshake is under way
    int m_failures = 0; ///< in a row
    QString m_problem; ///< as reported last
};

} // namespace app
