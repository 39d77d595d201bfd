// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/safeurl.h"

#include "models/domain/hostlooks.h"

#include <algorithm>

namespace models {
namespace {

constexpr qsizetype longest = 4096;
constexpr int httpsPort = 443;
constexpr QLatin1String scheme("https:");

/// Whether a trusted name covers itself only.
bool standsAlone(const QString &trusted)
{
    if (!trusted.contains(u'.') || isNumberHost(trusted))
        return true; // a top-level domain is nobody's; addresses have no sub-domains
    return isRegistry(trusted) || isSharedHosting(trusted);
}

/// A trusted entry in the form that parsed hosts have.
QString asParsed(const QString &entry)
{
    const QString plain = entry.trimmed().toLower();
    return plain.contains(u':') ? plain : QString::fromLatin1(QUrl::toAce(plain));
}

QStringList parsedHosts(const LinkPolicy &policy)
{
    QStringList hosts;
    for (const QString &entry : policy.trustedHosts) {
        if (const QString host = asParsed(entry); !host.isEmpty())
            hosts += host;
    }
    return hosts;
}

enum class Match : quint8 { None, Covered, Exact };

Match match(const QString &host, const QStringList &trustedHosts)
{
    Match best = Match::None;
    for (const QString &trusted : trustedHosts) {
        if (host == trusted)
            return Match::Exact;
        if (!standsAlone(trusted) && isSubDomain(host, trusted))
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
    const auto ends = [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; };
    const auto first = raw.begin() + start + 2;
    return QString(first, std::find_if(first, raw.end(), ends) - first);
}

/// The host of an authority without user information, as written but in lower case.
QString rawHost(const QString &authority)
{
    if (authority.startsWith(u'['))
        return authority.mid(1, authority.indexOf(u']') - 1).toLower();
    return authority.section(u':', 0, 0).toLower();
}

/// Characters that draw nothing though they count as letters, marks or signs.
bool isBlank(char32_t c)
{
    return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x2800
            || c == 0x3164 || c == 0xFFA0 || (c >= 0x180B && c <= 0x180F)
            || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/// Why the characters alone forbid opening; None where they do not.
LinkReason refusedCharacters(const QString &raw)
{
    for (const char32_t c : raw.toUcs4()) {
        if (QChar::isSpace(c))
            return LinkReason::WhiteSpace;
        if (c == U'\\')
            return LinkReason::Backslash;
        switch (QChar::category(c)) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
            return LinkReason::HiddenCharacters;
        default:
            break;
        }
        if (isBlank(c))
            return LinkReason::HiddenCharacters;
    }
    return LinkReason::None;
}

/// Why an address is refused before it is parsed; None where nothing speaks against it.
LinkReason refusal(const QString &raw)
{
    if (raw.isEmpty())
        return LinkReason::Empty;
    if (raw.size() > longest)
        return LinkReason::TooLong;
    if (const LinkReason why = refusedCharacters(raw); why != LinkReason::None)
        return why;
    if (!raw.startsWith(scheme, Qt::CaseInsensitive))
        return LinkReason::NotHttps;
    const QStringView rest = QStringView(raw).mid(scheme.size());
    if (!rest.startsWith(QLatin1String("//")))
        return LinkReason::NoHost;
    const QString authority = rawAuthority(raw);
    if (authority.contains(u'@'))
        return LinkReason::UserName;
    if (authority.contains(u'%'))
        return LinkReason::EncodedHost;
    return authority.isEmpty() ? LinkReason::NoHost : LinkReason::None;
}

/// Whether an address literal is written as all programs write it; octal, hex and short forms are
/// no address that their writer and every browser agree on.
bool isPlainNumber(const QString &host)
{
    const bool decimal = std::all_of(host.begin(), host.end(),
                                     [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); });
    return host.contains(u':') || (decimal && host.count(u'.') == 3);
}

bool hasSpareDot(const QString &host)
{
    return host.startsWith(u'.') || host.endsWith(u'.') || host.contains(QLatin1String(".."));
}

} // namespace

void SafeUrl::set(Verdict verdict, LinkReason why, const QString &detail)
{
    m_verdict = verdict;
    m_why = why;
    m_reason = linkReasonText(why, detail);
}

void SafeUrl::weigh(const QString &writtenHost, const LinkPolicy &policy)
{
    const bool number = isNumberHost(m_host);
    const LinkReason scripts = hostScripts(m_host);
    // What is compared is the parsed host; where it was written otherwise, a person looks first.
    const bool version6 = m_host.contains(u':');
    const bool misspelt = !version6 && scripts == LinkReason::None && writtenHost != m_host;
    const bool dotted = hasSpareDot(m_host);
    const int port = m_url.port(httpsPort);
    if (!misspelt && !dotted) {
        m_allowName = version6 ? QString(u'[' + m_host + u']') : m_host;
        if (port != httpsPort)
            m_allowName += QString(u':' + QString::number(port));
        if (policy.allowedHosts.contains(m_allowName)) {
            set(Verdict::Trusted, LinkReason::None);
            return;
        }
    }
    const auto ask = [this](LinkReason why, const QString &detail = {}) {
        set(Verdict::Ask, why, detail);
    };
    const QStringList trustedHosts = parsedHosts(policy);
    const Match trust = dotted ? Match::None : match(m_host, trustedHosts);
    if (trust == Match::None) {
        if (number)
            return ask(misspelt || !isPlainNumber(m_host) ? LinkReason::DisguisedNumber
                                                          : LinkReason::Number);
        const HostLooks looks = hostLooks(m_host, trustedHosts);
        if (looks.reason != LinkReason::None && looks.reason != LinkReason::SharedHosting)
            return ask(looks.reason, looks.trusted);
        if (dotted)
            return ask(LinkReason::TrailingDot);
        if (misspelt)
            return ask(LinkReason::UnusualSpelling);
        if (port != httpsPort)
            return ask(LinkReason::UnusualPort, QString::number(port));
        if (looks.reason != LinkReason::None)
            return ask(looks.reason);
        return ask(m_host.contains(u'.') ? LinkReason::Unknown : LinkReason::SinglePart);
    }
    if (misspelt)
        return ask(LinkReason::UnusualSpelling);
    if (trust == Match::Covered && scripts != LinkReason::None)
        return ask(scripts);
    if (port != httpsPort)
        return ask(LinkReason::UnusualPort, QString::number(port));
    set(Verdict::Trusted, LinkReason::None);
}

SafeUrl SafeUrl::judge(const QString &raw, const LinkPolicy &policy)
{
    SafeUrl result;
    LinkReason why = refusal(raw);
    const QUrl url = why == LinkReason::None ? QUrl(raw, QUrl::StrictMode) : QUrl();
    if (why == LinkReason::None && !url.isValid())
        why = LinkReason::Unreadable;
    const QString host = url.host(QUrl::FullyEncoded);
    if (why == LinkReason::None && host.isEmpty())
        why = LinkReason::NoHost;
    if (why != LinkReason::None) {
        result.set(Verdict::Refused, why);
        return result;
    }
    result.m_url = url;
    result.m_host = host;
    result.weigh(rawHost(rawAuthority(raw)), policy);
    return result;
}

} // namespace models
