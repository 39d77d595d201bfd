// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/safeurl.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace models {
namespace {

constexpr qsizetype longest = 4096;
constexpr int httpsPort = 443;

QString words(const char *text)
{
    return QCoreApplication::translate("models::SafeUrl", text);
}

/// Domains under which strangers get names of their own: there, trust in one name says nothing
/// about another. From the private section of the public suffix list (publicsuffix.org).
constexpr std::array sharedHosting {
    QLatin1String("appspot.com"),
    QLatin1String("run.app"),
    QLatin1String("web.app"),
    QLatin1String("firebaseapp.com"),
    QLatin1String("cloudfunctions.net"),
    QLatin1String("googleapis.com"),
    QLatin1String("github.io"),
    QLatin1String("githubusercontent.com"),
    QLatin1String("gitlab.io"),
    QLatin1String("herokuapp.com"),
    QLatin1String("azurewebsites.net"),
    QLatin1String("windows.net"),
    QLatin1String("cloudapp.net"),
    QLatin1String("cloudapp.azure.com"),
    QLatin1String("azureedge.net"),
    QLatin1String("cloudfront.net"),
    QLatin1String("amazonaws.com"),
    QLatin1String("elasticbeanstalk.com"),
    QLatin1String("netlify.app"),
    QLatin1String("vercel.app"),
    QLatin1String("pages.dev"),
    QLatin1String("workers.dev"),
    QLatin1String("onrender.com"),
    QLatin1String("fly.dev"),
    QLatin1String("ngrok.io"),
    QLatin1String("blogspot.com"),
};

bool isUnder(const QString &host, QStringView domain)
{
    return host.size() > domain.size() && host.endsWith(domain)
            && host.at(host.size() - domain.size() - 1) == QLatin1Char('.');
}

bool isAddressLiteral(const QString &host)
{
    if (host.contains(QLatin1Char(':')))
        return true; // IPv6; QUrl has taken the brackets off
    const QString last = host.section(QLatin1Char('.'), -1);
    return !last.isEmpty() && std::all_of(last.begin(), last.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
}

bool standsAlone(const QString &trusted)
{
    if (!trusted.contains(QLatin1Char('.')) || isAddressLiteral(trusted))
        return true; // a top-level domain is nobody's; addresses have no sub-domains
    return std::any_of(sharedHosting.begin(), sharedHosting.end(), [&](QLatin1String shared) {
        const QString domain = shared;
        return trusted == domain || isUnder(trusted, domain);
    });
}

enum class Match : quint8 { None, Covered, Exact };

Match match(const QString &host, const LinkPolicy &policy)
{
    const bool clean = !host.startsWith(QLatin1Char('.')) && !host.endsWith(QLatin1Char('.'))
            && !host.contains(QLatin1String(".."));
    if (!clean)
        return Match::None;
    Match best = Match::None;
    for (const QString &entry : policy.trustedHosts) {
        const QString plain = entry.trimmed().toLower();
        const QString ace = QString::fromLatin1(QUrl::toAce(plain));
        const QString &trusted = plain.contains(QLatin1Char(':')) ? plain : ace;
        if (trusted.isEmpty())
            continue;
        if (host == trusted)
            return Match::Exact;
        if (!standsAlone(trusted) && isUnder(host, trusted))
            best = Match::Covered;
    }
    return best;
}

/// The part between "//" and the path, as written.
QString rawAuthority(const QString &raw)
{
    const qsizetype start = raw.indexOf(QLatin1String("//"));
    if (start < 0)
        return {};
    const auto ends = [](QChar c) {
        return c == QLatin1Char('/') || c == QLatin1Char('?') || c == QLatin1Char('#');
    };
    const auto first = raw.begin() + start + 2;
    return QString(first, std::find_if(first, raw.end(), ends) - first);
}

/// The host of an authority without user information, as written but in lower case.
QString rawHost(const QString &authority)
{
    if (authority.startsWith(QLatin1Char('[')))
        return authority.mid(1, authority.indexOf(QLatin1Char(']')) - 1).toLower();
    return authority.section(QLatin1Char(':'), 0, 0).toLower();
}

/// Why the characters alone forbid opening; empty where they do not.
QString refusedCharacters(const QString &raw)
{
    for (const QChar c : raw) {
        if (c.isSpace())
            return words("The address has white space in it.");
        if (c == QLatin1Char('\\'))
            return words("The address has a backslash in it, which browsers read in other ways.");
        const QChar::Category category = c.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format)
            return words("The address has invisible control characters in it.");
    }
    return {};
}

/// Why a host that would be trusted by its domain alone must be asked about; empty: it need not.
QString oddity(const QUrl &url, const QString &host)
{
    if (isAddressLiteral(host))
        return words("The address names a computer by number, not by name.");
    if (host.contains(QLatin1String("xn--")))
        return words("The host has letters of other scripts in it, which can look like a "
                     "well-known name.");
    if (const int port = url.port(httpsPort); port != httpsPort)
        return words("The address uses the unusual port %1.").arg(port);
    return {};
}

} // namespace

SafeUrl SafeUrl::judge(const QString &raw, const LinkPolicy &policy)
{
    SafeUrl result;
    const auto refuse = [&result](const QString &reason) {
        result.m_reason = reason;
        return result;
    };
    if (raw.isEmpty())
        return refuse(words("There is no address."));
    if (raw.size() > longest)
        return refuse(words("The address is longer than 4,096 characters."));
    if (const QString why = refusedCharacters(raw); !why.isEmpty())
        return refuse(why);

    const QUrl url(raw, QUrl::StrictMode);
    if (!url.isValid())
        return refuse(words("The address cannot be read."));
    if (url.scheme() != QLatin1String("https"))
        return refuse(words("Only https addresses are opened."));
    const QString authority = rawAuthority(raw);
    if (!url.userInfo().isEmpty() || authority.contains(QLatin1Char('@')))
        return refuse(words("The address has a user name before its host, which hides where it "
                            "leads."));
    const QString host = url.host(QUrl::FullyEncoded);
    if (host.isEmpty())
        return refuse(words("The address names no host."));

    result.m_url = url;
    result.m_host = host;
    result.m_verdict = Verdict::Ask;
    const Match trust = match(host, policy);
    if (trust == Match::None) {
        result.m_reason = oddity(url, host);
        if (result.m_reason.isEmpty())
            result.m_reason = words("This host is not on your list of trusted hosts.");
        return result;
    }
    // What is compared is the parsed host; where it was written otherwise, a person looks first.
    const bool internationalName = host.contains(QLatin1String("xn--"));
    if (!internationalName && !isAddressLiteral(host) && rawHost(authority) != host) {
        result.m_reason = words("The host is written in an unusual way.");
        return result;
    }
    if (trust == Match::Covered)
        result.m_reason = oddity(url, host);
    if (result.m_reason.isEmpty())
        result.m_verdict = Verdict::Trusted;
    return result;
}

} // namespace models
