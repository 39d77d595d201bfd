// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace models {

/// A peer that is shut out for a while after failed credentials.
struct Ban
{
    QByteArray group; ///< names it when it is to be lifted (an address, of IPv6 the first 64 bits)
    QString peer; ///< the same for people
    int failures = 0; ///< how often the credentials were wrong
    Instant until;
    bool operator==(const Ban &) const = default;
};

} // namespace models

Q_DECLARE_METATYPE(QList<models::Ban>)
