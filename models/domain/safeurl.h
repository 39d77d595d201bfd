// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/linkreason.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace models {

/// Which hosts a link may lead to without asking (spec/events.md, "Portal addresses").
struct LinkPolicy
{
    /// Lower-case host names; each also covers its sub-domains, except under shared hosting
    /// (appspot.com), where only the exact host counts.
    QStringList trustedHosts { QStringLiteral("securetheorem.com") };
    /// What a person allowed link by link: SafeUrl::allowName(), each for exactly itself.
    QStringList allowedHosts = {};
    bool operator==(const LinkPolicy &) const = default;
};

/// The result of judging an address from a payload: only `https`, compared by parsed host.
/// Only a value whose verdict is Trusted, or Ask after the person agreed, may reach a UrlOpener.
class SafeUrl final
{
public:
    enum class Verdict : quint8 { Trusted, Ask, Refused };

    /// Judges a raw address. Refused: not https, no host, user information, control characters,
    /// white space, a back-slash or percent signs in the host, longer than 4,096 characters,
    /// unreadable. Trusted: on the policy's lists, spelled as it is parsed, on the usual port (or
    /// allowed with its port). All else is asked about. Pure; any thread.
    static SafeUrl judge(const QString &raw, const LinkPolicy &policy);

    Verdict verdict() const { return m_verdict; }
    /// The address exactly as it will be opened; invalid when Refused.
    const QUrl &url() const { return m_url; }
    /// The parsed host in its ASCII (punycode) form, for the question to the person.
    const QString &host() const { return m_host; }
    /// The host, with its port where that is unusual, as LinkPolicy::allowedHosts keeps it; empty
    /// where allowing would not help (Refused, or a spelling that is asked about every time).
    const QString &allowName() const { return m_allowName; }
    /// Why it was refused or must be asked about; None when Trusted.
    LinkReason why() const { return m_why; }
    /// The same in words; empty when Trusted.
    const QString &reason() const { return m_reason; }

private:
    void weigh(const QString &writtenHost, const LinkPolicy &policy);
    void set(Verdict verdict, LinkReason why, const QString &detail = {});

    Verdict m_verdict = Verdict::Refused;
    QUrl m_url;
    QString m_host;
    QString m_allowName;
    LinkReason m_why = LinkReason::Empty;
    QString m_reason;
};

} // namespace models
