// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace models {

/// What a person wants to know of the receiver's certificate.
struct CertificateInfo
{
    QStringList names; ///< host names and addresses it is made for (subjectAltName, else CN)
    QString issuer; ///< who signed it; plain text
    Instant from;
    Instant until;
    QString fingerprint; ///< SHA-256, upper-case hex pairs with colons
    bool selfSigned = false;
    bool operator==(const CertificateInfo &) const = default;
};

} // namespace models

Q_DECLARE_METATYPE(models::CertificateInfo)
