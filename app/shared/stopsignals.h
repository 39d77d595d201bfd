// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace app {

/// Turns SIGTERM and SIGINT into a signal on the thread's event loop (POSIX self-pipe: a handler
/// may only write to a descriptor). At most one at a time in a process; the old handlers come
/// back when it goes. On systems without these signals it never says anything.
class StopSignals final : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

signals:
    /// The system asks the program to end.
    void stopRequested();

private:
    void drain();

    QSocketNotifier m_notifier { QSocketNotifier::Read };
};

} // namespace app
