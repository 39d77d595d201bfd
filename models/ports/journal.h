// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"

#include <QObject>

namespace models {

/// What people did about events, in the order in which they did it: written at the end, never
/// changed. Calls come from the GUI thread, return at once and are answered on it.
class Journal : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// All acts with an id above `after`, oldest first; answered by actsRead(), in several parts
    /// where there are many, or by readFailed().
    virtual void readActs(qint64 after) = 0;
    /// Adds an act; its `id` is not looked at. It is kept and tried again where the store cannot
    /// be written now, as long as the program runs.
    virtual void append(const Act &act) = 0;

    /// Adds acts, all or none; returns the number of the call, unlike any other of this object.
    /// Answered by wrote() or writeFailed(), and by writing() while it takes time. Nothing is kept
    /// for later here: who called is told, and decides.
    virtual quint64 write(const QList<Act> &acts) = 0;
    /// A call that has not been answered yet fails, and nothing of it is there, unless it is too
    /// late for that: then it is answered by wrote().
    virtual void cancelWrite(quint64 call) = 0;

    /// Whether acts can be written now. Where they cannot, append() keeps them and write() fails.
    virtual bool isWritable() const = 0;

signals:
    void writableChanged();
    void actsRead(const QList<models::Act> &acts, bool complete);
    /// Nothing more comes for this call; says why.
    void readFailed(const QString &reason);
    /// The acts of a call are on disk; they have their ids now.
    void wrote(quint64 call, const QList<models::Act> &acts);
    void writing(quint64 call, int done, int of);
    /// Nothing of a call is on disk; says why. Empty: it was cancelled.
    void writeFailed(quint64 call, const QString &reason);
    /// The store has become readable: what failed before may be asked for again.
    void readable();
};

} // namespace models
