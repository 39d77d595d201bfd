// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tls/certificatefacts.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSslCertificate>

#include <algorithm>

namespace app {

namespace {

constexpr qsizetype mostNames = 100;
constexpr qsizetype longestName = 253; // RFC 1035, 2.3.4, as text

models::Instant instantOf(const QDateTime &time)
{
    return models::Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QStringList namesOf(const QSslCertificate &certificate)
{
    QStringList names;
    const auto entries = certificate.subjectAlternativeNames();
    for (const auto type : { QSsl::DnsEntry, QSsl::IpAddressEntry }) {
        QStringList some = entries.values(type); // the last one first
        std::reverse(some.begin(), some.end());
        names += some;
    }
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    names = names.mid(0, mostNames);
    for (QString &name : names)
        name.truncate(longestName);
    return names;
}

} // namespace

models::CertificateInfo certificateInfo(const QSslCertificate &certificate)
{
    models::CertificateInfo info;
    if (certificate.isNull())
        return info;
    info.names = namesOf(certificate);
    info.issuer = certificate.issuerDisplayName().left(longestName);
    info.from = instantOf(certificate.effectiveDate());
    info.until = instantOf(certificate.expiryDate());
    info.fingerprint = QString::fromLatin1(
            certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    info.selfSigned = certificate.isSelfSigned();
    return info;
}

} // namespace app
