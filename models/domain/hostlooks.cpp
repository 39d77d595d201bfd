// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/hostlooks.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace models {
namespace {

/// From the private section of the public suffix list (publicsuffix.org).
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

/// Second parts under which countries register names: "co" of "co.uk".
constexpr std::array registries {
    QLatin1String("co"),  QLatin1String("com"), QLatin1String("org"), QLatin1String("net"),
    QLatin1String("gov"), QLatin1String("edu"), QLatin1String("ac"),  QLatin1String("or"),
    QLatin1String("ne"),  QLatin1String("go"),
};

/// Letters of Cyrillic and Greek that are drawn like Latin ones (unicode.org, confusables.txt).
char16_t latinTwin(char16_t c)
{
    static constexpr std::u16string_view from = u"аеорсухіјѕԁһԛԝгтмкнвαορνικτυеёɡıłøđ";
    static constexpr std::u16string_view to = u"aeopcyxijsdhqwrtmkhbaopviktueegilod";
    static_assert(from.size() == to.size());
    const auto at = from.find(c);
    return at == std::u16string_view::npos ? c : to[at];
}

/// What is left of a label when signs that eyes confuse are made one.
QString skeleton(const QString &label)
{
    QString out;
    for (const QChar each : label.normalized(QString::NormalizationForm_KD).toLower()) {
        if (each.isMark() || each == u'-' || each == u'_')
            continue;
        switch (const char16_t c = latinTwin(each.unicode())) {
        case u'0':
            out += u'o';
            break;
        case u'1':
        case u'i':
        case u'j':
            out += u'l';
            break;
        case u'3':
            out += u'e';
            break;
        case u'5':
            out += u's';
            break;
        default:
            out += QChar(c);
        }
    }
    out.replace(QLatin1String("rn"), QLatin1String("m"));
    out.replace(QLatin1String("vv"), QLatin1String("w"));
    return out;
}

/// Letters to add, drop, change or swap with a neighbour (optimal string alignment).
int distance(const QString &a, const QString &b)
{
    std::vector<int> before(std::size_t(b.size()) + 1);
    std::vector<int> last(before.size());
    std::vector<int> now(before.size());
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = std::size_t(j);
            const int changed = last[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            now[at] = std::min({ last[at] + 1, now[at - 1] + 1, changed });
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped)
                now[at] = std::min(now[at], before[at - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last.back();
}

/// The part of a trusted name that people read; empty where it is too short to say anything.
QString core(const QString &trusted)
{
    constexpr qsizetype shortest = 6;
    QStringList labels = trusted.split(u'.');
    labels.removeLast();
    QString longest;
    for (const QString &label : labels) {
        if (label.size() > longest.size())
            longest = label;
    }
    return longest.size() < shortest ? QString() : skeleton(longest);
}

bool looksLike(const QStringList &labels, const QString &wanted)
{
    constexpr qsizetype longEnoughForTwo = 12;
    const int most = wanted.size() >= longEnoughForTwo ? 2 : 1;
    return std::any_of(labels.begin(), labels.end(), [&](const QString &label) {
        const QString found = skeleton(label);
        if (found.contains(wanted))
            return true;
        return qAbs(found.size() - wanted.size()) <= most && distance(found, wanted) <= most;
    });
}

QString unicodeOf(const QString &host)
{
    const QString decoded = QUrl::fromAce(host.toLatin1(), QUrl::IgnoreIDNWhitelist);
    return decoded.isEmpty() ? host : decoded;
}

/// Scripts that are written together are one: Japanese and Korean use Han letters.
QChar::Script familyOf(char32_t letter)
{
    switch (const QChar::Script script = QChar::script(letter)) {
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return QChar::Script_Han;
    default:
        return script;
    }
}

bool isMixed(const QString &label)
{
    QSet<int> scripts;
    for (const char32_t letter : label.toUcs4()) {
        const QChar::Script script = familyOf(letter);
        if (script != QChar::Script_Common && script != QChar::Script_Inherited)
            scripts.insert(int(script));
    }
    return scripts.size() > 1;
}

} // namespace

bool isSubDomain(const QString &host, const QString &domain)
{
    return !domain.isEmpty() && host.size() > domain.size() && host.endsWith(domain)
            && host.at(host.size() - domain.size() - 1) == u'.';
}

bool isNumberHost(const QString &host)
{
    if (host.contains(u':'))
        return true; // IPv6; QUrl has taken the brackets off
    const QString name = host.endsWith(u'.') ? host.chopped(1) : host;
    const QString last = name.section(u'.', -1);
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto hex = [&](QChar c) { return digit(c) || (c >= u'a' && c <= u'f'); };
    if (last.startsWith(QLatin1String("0x")))
        return std::all_of(last.begin() + 2, last.end(), hex);
    return !last.isEmpty() && std::all_of(last.begin(), last.end(), digit);
}

bool isRegistry(const QString &domain)
{
    const QStringList labels = domain.split(u'.');
    return labels.size() == 2 && labels.at(1).size() == 2
            && std::any_of(registries.begin(), registries.end(),
                           [&](QLatin1String each) { return labels.at(0) == each; });
}

bool isSharedHosting(const QString &host)
{
    return std::any_of(sharedHosting.begin(), sharedHosting.end(),
                       [&](QLatin1String each) { return host == each || isSubDomain(host, each); });
}

LinkReason hostScripts(const QString &host)
{
    if (!host.contains(QLatin1String("xn--")))
        return LinkReason::None;
    const QStringList labels = unicodeOf(host).split(u'.');
    return std::any_of(labels.begin(), labels.end(), isMixed) ? LinkReason::MixedScripts
                                                              : LinkReason::OtherLetters;
}

HostLooks hostLooks(const QString &host, const QStringList &trustedHosts)
{
    const QString framed = QString(u'.' + host + u'.');
    const QStringList labels = unicodeOf(host).split(u'.');
    for (const QString &trusted : trustedHosts) {
        if (!trusted.contains(u'.') || isNumberHost(trusted))
            continue;
        const QString within = QString(u'.' + trusted + u'.');
        const bool ends = host == trusted || isSubDomain(host, trusted)
                || host == QString(trusted + u'.') || framed.endsWith(QString(within + u'.'));
        if (framed.contains(within) && !ends)
            return { LinkReason::BorrowedName, trusted };
    }
    for (const QString &trusted : trustedHosts) {
        if (!trusted.contains(u'.') || isNumberHost(trusted))
            continue;
        const bool related = host == trusted || isSubDomain(host, trusted) || host.endsWith(u'.');
        const QString wanted = core(trusted);
        if (!related && !wanted.isEmpty() && looksLike(labels, wanted))
            return { LinkReason::LooksAlike, trusted };
    }
    if (const LinkReason scripts = hostScripts(host); scripts != LinkReason::None)
        return { scripts, {} };
    if (isSharedHosting(host))
        return { LinkReason::SharedHosting, {} };
    return {};
}

} // namespace models
