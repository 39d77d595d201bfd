// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QMetaType>

namespace models {

/// An event as the store holds it, with what the store knows beyond the body.
struct StoredEvent
{
    qint64 id = 0;
    Event event;
    Instant received; ///< first arrival
    Instant lastReceived; ///< latest arrival; equals received where it came once
    int deliveries = 1; ///< how often the identical body came
    QString peer; ///< who delivered it first
    QString formatted; ///< body indented for reading, bounded; made off the GUI thread
};

} // namespace models

Q_DECLARE_METATYPE(models::StoredEvent)
