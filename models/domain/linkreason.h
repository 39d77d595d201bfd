// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace models {

/// Why a link is not opened at once: a closed set, so that every case has its words and a test.
/// Up to Unreadable the link is never opened; from Unknown on a person may allow it.
enum class LinkReason : quint8 {
    None,
    Empty,
    TooLong,
    WhiteSpace,
    Backslash,
    HiddenCharacters,
    NotHttps,
    UserName,
    NoHost,
    EncodedHost, ///< percent signs in the host
    Unreadable,
    Unknown, ///< an ordinary name that was not seen before
    SinglePart, ///< "intranet"
    SharedHosting, ///< a domain under which strangers get names
    Number, ///< an IP address
    DisguisedNumber, ///< an IP address written as octal, hex, one number …
    BorrowedName, ///< a trusted name in front of somebody else's
    LooksAlike, ///< differs from a trusted name by what eyes pass over
    MixedScripts,
    OtherLetters, ///< letters beyond a to z
    UnusualPort,
    UnusualSpelling, ///< what is written is not what is parsed
    TrailingDot,
};

/// Every reason but None, for tests and help texts.
inline constexpr int linkReasonCount = int(LinkReason::TrailingDot);

/// The reason in plain words, a sentence; empty for None. `detail` is the port of UnusualPort and
/// the trusted name of BorrowedName and LooksAlike. Pure; any thread.
QString linkReasonText(LinkReason reason, const QString &detail = {});

} // namespace models
