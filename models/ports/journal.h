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

signals:
    void actsRead(const QList<models::Act> &acts, bool complete);
    /// Nothing more comes for this call; says why.
    void readFailed(const QString &reason);
    /// The store has become readable: what failed before may be asked for again.
    void readable();
};

} // namespace models
