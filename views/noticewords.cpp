// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/noticewords.h"

#include "models/domain/certificatewarning.h"

#include <QCoreApplication>

namespace views {

namespace {

struct Notices
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

} // namespace

QString notReceivingWords(const models::ReceiverState &state)
{
    return Notices::tr("Watchfloor is not receiving: %1").arg(state.reason);
}

QString openWords()
{
    return Notices::tr("Anyone who can reach this address can send events: the receiver asks for "
                       "no token and listens beyond this computer.");
}

std::optional<NoticeWords> expiryWords(const models::CertificateInfo &certificate,
                                       models::Instant now)
{
    using Stage = models::CertificateStage;
    const models::CertificateWarning warning = models::certificateWarning(certificate, now);
    switch (warning.stage) {
    case Stage::Good:
        return {};
    case Stage::Month:
        return NoticeWords { NoticeLevel::Information, warning.text };
    case Stage::Fortnight:
        return NoticeWords { NoticeLevel::Warning, warning.text };
    case Stage::NotYet:
    case Stage::Days:
    case Stage::Expired:
        break;
    }
    return NoticeWords { NoticeLevel::Problem, warning.text };
}

} // namespace views
