// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certificateinfo.h"
#include "models/domain/receiverstate.h"
#include "views/widgets/messagebar.h"

#include <QString>

#include <optional>

namespace views {

/// What a notice says, and how gravely.
struct NoticeWords
{
    NoticeLevel level = NoticeLevel::Information;
    QString text;
};

/// The receiver does not listen, with the reason. Pure; translated.
QString notReceivingWords(const models::ReceiverState &state);
/// Events are taken from anyone who can reach the address. Pure; translated.
QString openWords();
/// A certificate that expires within 30 days (information), 14 (warning), 3 or has expired
/// (problem); nothing before. Pure; translated.
std::optional<NoticeWords> expiryWords(const models::CertificateInfo &certificate,
                                       models::Instant now);

} // namespace views
