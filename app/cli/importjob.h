// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/eventimport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

#include <atomic>

namespace app {

class LineSource;

/// Reads files of JSON Lines into a store, on a thread of its own so that the main thread can
/// take signals. What is wrong with a line goes to standard error at once.
class ImportJob final : public QObject
{
    Q_OBJECT
public:
    /// Longest line that is read.
    static constexpr qsizetype longestLine = 16 * 1024 * 1024;
    /// After so many lines without an event it is given up: such a file is no file of events.
    static constexpr qint64 mostBad = 10000;

    /// `showProgress`: tell on standard error how far it is.
    ImportJob(DatabaseUrl url, QStringList files, bool showProgress);

    /// Does all of it; answered by finished().
    void run();
    /// Ends after what is gathered has been stored. Any thread.
    void stop() { m_stopped = true; }

signals:
    /// `summary` says what was done; `reason` is empty unless something failed.
    void finished(const QString &summary, const QString &reason);

private:
    QString importAll();
    models::Result<models::Done> takeLine(const LineSource &source, const QByteArray &line);
    models::Result<models::Done> refuse(const LineSource &source, const QString &reason,
                                        const QByteArray &bytes);
    void tellProgress(const LineSource &source);
    bool goOn() const { return !m_stopped; }

    const DatabaseUrl m_url;
    const QStringList m_files;
    const bool m_showProgress;
    std::atomic<bool> m_stopped { false };
    std::unique_ptr<EventImport> m_import;
    qint64 m_bad = 0;
    qint64 m_stored = 0;
    qint64 m_known = 0;
    QElapsedTimer m_told;
};

} // namespace app
