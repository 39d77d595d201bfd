// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace app {

/// Turns SIGTERM and SIGINT into a signal of the event loop, by a pair of sockets that the
/// handler writes to. A second SIGINT ends the program at once. At most one at a time; main
/// thread. Does nothing where there are no such signals.
class StopSignals final : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

signals:
    void stopRequested();
};

} // namespace app
