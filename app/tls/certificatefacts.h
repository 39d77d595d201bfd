// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certificateinfo.h"

class QSslCertificate;

namespace app {

/// What a person wants to know of a certificate. Names are those of subjectAltName (RFC 6125,
/// 6.4.4: the common name only where there is none); at most 100, cut to 253 characters. A null
/// certificate gives an empty value. Any thread.
models::CertificateInfo certificateInfo(const QSslCertificate &certificate);

} // namespace app
