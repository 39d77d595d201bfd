// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/linkreason.h"

#include <QString>
#include <QStringList>

namespace models {

/// What a host's name alone gives reason to look at twice.
struct HostLooks
{
    LinkReason reason = LinkReason::None;
    QString trusted; ///< the name it borrows or looks like
    bool operator==(const HostLooks &) const = default;
};

/// Whether `host` is a sub-domain of `domain`, label by label. Pure.
bool isSubDomain(const QString &host, const QString &domain);

/// Whether a host is an IP address, or a number that some programs read as one. Pure.
bool isNumberHost(const QString &host);

/// Whether a domain is a country's registry such as co.uk, under which everybody gets names. Pure.
bool isRegistry(const QString &domain);

/// Whether a host is, or is under, shared hosting (publicsuffix.org, private section): strangers
/// get names there, so that trust in one says nothing about another. Pure.
bool isSharedHosting(const QString &host);

/// Judges a parsed host in its ASCII form that no trusted name covers: borrowed and similar names,
/// scripts, shared hosting. Similar is what differs from the longest part of a trusted name by a
/// letter or two, or by signs that eyes pass over (0 and o, rn and m, hyphens, other scripts).
/// Pure; any thread.
HostLooks hostLooks(const QString &host, const QStringList &trustedHosts);

/// Only what its scripts say: MixedScripts, OtherLetters or None. Pure.
LinkReason hostScripts(const QString &host);

} // namespace models
