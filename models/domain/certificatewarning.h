// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certificateinfo.h"

namespace models {

/// How near the end of a certificate is. The days are those of the receiver's promise to warn.
enum class CertificateStage : quint8 {
    Good,
    NotYet, ///< its time has not begun: senders refuse it
    Month, ///< 30 days or less
    Fortnight, ///< 14 days or less
    Days, ///< 3 days or less
    Expired
};

/// What to tell the person about the receiver's certificate.
struct CertificateWarning
{
    CertificateStage stage = CertificateStage::Good;
    QString text; ///< what is and what to do; empty where Good
    bool operator==(const CertificateWarning &) const = default;
};

/// The warning due at `at`. Each stage includes its last moment: exactly 30 days are Month.
/// Its text counts whole days that remain. Pure.
CertificateWarning certificateWarning(const CertificateInfo &certificate, Instant at);

} // namespace models
