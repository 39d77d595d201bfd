// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/linkreason.h"

#include <QCoreApplication>

namespace models {
namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("models::SafeUrl", text);
}

QString refusalText(LinkReason reason)
{
    switch (reason) {
    case LinkReason::Empty:
        return words("There is no address.");
    case LinkReason::TooLong:
        return words("The address is longer than 4,096 characters.");
    case LinkReason::WhiteSpace:
        return words("The address has white space in it.");
    case LinkReason::Backslash:
        return words("The address has a backslash in it, which browsers read in other ways.");
    case LinkReason::HiddenCharacters:
        return words("The address has invisible control characters in it.");
    case LinkReason::NotHttps:
        return words("Only https addresses are opened.");
    case LinkReason::UserName:
        return words("The address has a user name before its host, which hides where it leads.");
    case LinkReason::NoHost:
        return words("The address names no host.");
    case LinkReason::EncodedHost:
        return words("The host is written with percent signs, which hides where it leads.");
    default:
        return words("The address cannot be read.");
    }
}

} // namespace

QString linkReasonText(LinkReason reason, const QString &detail)
{
    switch (reason) {
    case LinkReason::None:
        return {};
    case LinkReason::Unknown:
        return words("This host is not on your list of trusted hosts.");
    case LinkReason::SinglePart:
        return words("The host has one part only, such as a computer in your own network.");
    case LinkReason::SharedHosting:
        return words("The host is under shared hosting, where strangers get names like it. It is "
                     "not on your list of trusted hosts.");
    case LinkReason::Number:
        return words("The address names a computer by number, not by name.");
    case LinkReason::DisguisedNumber:
        return words("The address names a computer by number, and the number is written in an "
                     "unusual way.");
    case LinkReason::BorrowedName:
        return words("The host has the trusted name %1 in front, but belongs to somebody else.")
                .arg(detail);
    case LinkReason::LooksAlike:
        return words("The host looks like the trusted name %1, but is another one.").arg(detail);
    case LinkReason::MixedScripts:
        return words("The host mixes letters of several scripts, which can look like a well-known "
                     "name.");
    case LinkReason::OtherLetters:
        return words("The host has accents or letters of other scripts in it, which can look like "
                     "a well-known name.");
    case LinkReason::UnusualPort:
        return words("The address uses the unusual port %1.").arg(detail);
    case LinkReason::UnusualSpelling:
        return words("The host is written in an unusual way.");
    case LinkReason::TrailingDot:
        return words("The host has a dot too many, which other programs may read as another host.");
    default:
        return refusalText(reason);
    }
}

} // namespace models
