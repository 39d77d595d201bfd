// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/noticewords.h"

#include "models/items/eventtext.h"

#include <QCoreApplication>
#include <QLocale>

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
    using namespace std::chrono;
    const auto left = certificate.until - now;
    const QString when = models::longTime(certificate.until);
    if (left <= seconds(0))
        return NoticeWords { NoticeLevel::Problem,
                             Notices::tr("The receiver's certificate expired on %1: the portal can "
                                         "no longer deliver. Renew it, or make a new one in the "
                                         "settings.")
                                     .arg(when) };
    if (left > days(30))
        return {};
    const int whole = int(ceil<days>(left).count());
    const NoticeLevel level = left <= days(3) ? NoticeLevel::Problem
            : left <= days(14)                ? NoticeLevel::Warning
                                              : NoticeLevel::Information;
    const QString span = whole == 1 ? Notices::tr("within a day")
                                    : Notices::tr("in %1 days").arg(QLocale().toString(whole));
    return NoticeWords { level,
                         Notices::tr("The receiver's certificate expires %1, on %2. Renew it "
                                     "before, or the portal can no longer deliver.")
                                 .arg(span, when) };
}

} // namespace views
