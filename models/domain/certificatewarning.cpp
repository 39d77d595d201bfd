// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certificatewarning.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace models {

using std::chrono::days;

namespace {

QString tr(const char *text, int number = -1)
{
    return QCoreApplication::translate("models::CertificateWarning", text, nullptr, number);
}

CertificateStage stageOf(const CertificateInfo &certificate, Instant at)
{
    if (at >= certificate.until)
        return CertificateStage::Expired;
    if (at < certificate.from)
        return CertificateStage::NotYet;
    const auto left = certificate.until - at;
    if (left <= days(3))
        return CertificateStage::Days;
    if (left <= days(14))
        return CertificateStage::Fortnight;
    return left <= days(30) ? CertificateStage::Month : CertificateStage::Good;
}

QString dayOf(Instant instant)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count());
    return QLocale().toString(time.date(), QLocale::LongFormat);
}

QString cure(const CertificateInfo &certificate)
{
    if (certificate.selfSigned)
        return tr("Make a new one in the settings and give it to the portal.");
    return tr("Renew it; the new files are used as soon as they are in place.");
}

QString whatIs(CertificateStage stage, const CertificateInfo &certificate, Instant at)
{
    switch (stage) {
    case CertificateStage::Good:
        return {};
    case CertificateStage::NotYet:
        return tr("The certificate is valid only from %1, so senders refuse it. Is this "
                  "computer's clock right?")
                .arg(dayOf(certificate.from));
    case CertificateStage::Expired:
        return tr("The certificate expired on %1, so senders refuse it and no events arrive.")
                .arg(dayOf(certificate.until));
    case CertificateStage::Month:
    case CertificateStage::Fortnight:
    case CertificateStage::Days:
        break;
    }
    const int left = int(std::chrono::floor<days>(certificate.until - at).count());
    if (left < 1)
        return tr("The certificate expires within a day.");
    if (left == 1)
        return tr("The certificate expires in one day.");
    return tr("The certificate expires in %n days, on %1.", left).arg(dayOf(certificate.until));
}

} // namespace

CertificateWarning certificateWarning(const CertificateInfo &certificate, Instant at)
{
    const CertificateStage stage = stageOf(certificate, at);
    QString text = whatIs(stage, certificate, at);
    if (stage != CertificateStage::Good && stage != CertificateStage::NotYet)
        text = QString(text + QLatin1Char(' ') + cure(certificate));
    return { stage, text };
}

} // namespace models
