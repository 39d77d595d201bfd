// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace app {

/// Lets a second start with the same data folder raise the first window instead of opening
/// another one. A local socket that only the same user reaches, named after the folder. GUI thread.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    /// True: another program has this data folder and has been asked to show itself. False: this
    /// one is the first and listens from now on. Waits at most a second.
    bool raiseOther();

signals:
    /// Another start asks for the window.
    void raiseRequested();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace app
