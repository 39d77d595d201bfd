// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    bool operator==(const LinkPolicy &) const = default;
};

/// The result of judging an address from a payload: only `https`, compared by parsed host.
/// Only a value whose verdict is Trusted, or Ask after the person agreed, may reach a UrlOpener.
class SafeUrl final
{
public:
    enum class Verdict : quint8 { Trusted, Ask, Refused };

    /// Judges a raw address. Refused: not https, no host, user information, control characters,
    /// white space or a back-slash in it, longer than 4,096 characters, unreadable. Pure; any
    /// thread.
    static SafeUrl judge(const QString &raw, const LinkPolicy &policy);

    Verdict verdict() const { return m_verdict; }
    /// The address exactly as it will be opened; invalid when Refused.
    const QUrl &url() const { return m_url; }
    /// The parsed host in its ASCII (punycode) form, for the question to the person.
    const QString &host() const { return m_host; }
    /// Why it was refused or must be asked about, in words; empty when Trusted.
    const QString &reason() const { return m_reason; }

private:
    Verdict m_verdict = Verdict::Refused;
    QUrl m_url;
    QString m_host;
    QString m_reason;
};

} // namespace models
