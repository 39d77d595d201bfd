// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/idrange.h"
#include "models/domain/instant.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <vector>

namespace models {

/// What people do about events. The numbers are those of the store: none is ever given another
/// meaning. A number that is not listed here comes from a newer program and is passed over.
enum class ActKind : quint8 {
    Read = 1,
    Unread = 2,
    // Triage; what their value says: models::TriageAct.
    Acknowledge = 3,
    Assign = 4,
    Note = 5,
    Snooze = 6,
    Undo = 7,
};

/// One thing that someone did about some events; never changed afterwards: what is undone is
/// another act. A value.
struct Act
{
    qint64 id = 0; ///< by the store, ascending; 0: not stored yet
    Instant at;
    QString who; ///< empty: the program itself
    ActKind kind = ActKind::Read;
    std::vector<IdRange> events; ///< ascending
    QString value {}; ///< what it says beyond its kind
    bool operator==(const Act &) const = default;
};

} // namespace models

Q_DECLARE_METATYPE(models::Act)
Q_DECLARE_METATYPE(QList<models::Act>)
