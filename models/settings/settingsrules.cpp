// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/settingsrules.h"

#include "models/domain/hostlooks.h"
#include "models/settings/addresstext.h"
#include "models/settings/limitrules.h"
#include "models/settings/overduerules.h"
#include "models/settings/tokenrules.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace models {
namespace {

using Field = SettingsProblem::Field;

constexpr qsizetype longestName = 100; // of an entry within a sentence
constexpr qsizetype mostProxies = 100;
constexpr qsizetype mostProblems = 5; // of one list; a file may hold anything

QString words(const char *text)
{
    return QCoreApplication::translate("models::Settings", text);
}

QString tokenProblem(const Secret &secret, AuthMode mode)
{
    if (secret.isEmpty()) {
        return mode == AuthMode::Url ? words("An address with a secret in it is needed. Make one.")
                                     : words("A token is needed. Generate one.");
    }
    if (secret.text.isEmpty())
        return {}; // was looked at when its text was known
    return tokenProblem(QStringView(secret.text), mode);
}

QStringList proxyProblems(const QStringList &proxies)
{
    QStringList problems;
    for (const QString &proxy : proxies) {
        if (const QString text = proxyProblem(proxy); !text.isEmpty())
            problems += text;
        if (problems.size() == mostProblems)
            return problems;
    }
    if (proxies.size() > mostProxies)
        problems += words("More than 100 proxies. Write networks instead of single addresses.");
    return problems;
}

} // namespace

QString trustedHostProblem(const QString &entry)
{
    const QString host = entry.trimmed();
    const bool addressV6 = !canonicalIpv6(host).isEmpty();
    const QString written = addressV6 ? QString(u'[' + host + u']') : host;
    const SafeUrl url = SafeUrl::judge(QString(QLatin1String("https://") + written + u'/'),
                                       LinkPolicy { {}, {} });
    static const QRegularExpression foreign(QStringLiteral("[/*?#:@]"));
    const bool readable = addressV6 || !host.contains(foreign);
    const QString name = host.left(longestName);
    if (!readable || url.allowName().isEmpty())
        return words("“%1” is not the name of a host. Write it like securetheorem.com.").arg(name);
    if (addressV6)
        return {};
    if (isNumberHost(url.host()) && !isIpv4(host))
        return words("“%1” is a number that programs read in different ways. Write the address "
                     "like 192.168.1.5.")
                .arg(name);
    if (!host.contains(u'.') && host != QLatin1String("localhost"))
        return words("“%1” has only one part. Write the whole name of the host.").arg(name);
    if (isRegistry(url.host()))
        return words("Under “%1” everybody gets names. Write the whole name of the host.")
                .arg(name);
    return {};
}

QString allowedHostProblem(const QString &entry)
{
    static const QRegularExpression foreign(QStringLiteral("[/*?#@]"));
    const SafeUrl url = SafeUrl::judge(QString(QLatin1String("https://") + entry + u'/'),
                                       LinkPolicy { {}, {} });
    const QString name = entry.left(longestName);
    if (entry.contains(foreign) || url.allowName().isEmpty())
        return words("“%1” is not the name of a host. Write it like console.example.com or "
                     "console.example.com:8443.")
                .arg(name);
    if (url.allowName() != entry)
        return words("Write “%1” as it is compared: %2").arg(name, url.allowName());
    return {};
}

QString proxyProblem(const QString &entry)
{
    if (isNetwork(entry))
        return {};
    return words("“%1” is not an address or network. Write it like 192.168.1.5, 10.0.0.0/8 or "
                 "fd00::/8.")
            .arg(entry.left(64));
}

QList<SettingsProblem> validate(const Settings &settings, const ReceiverSecrets &secrets)
{
    QList<SettingsProblem> problems;
    const ReceiverSettings &receiver = settings.receiver;
    const bool addressGood = isListenAddress(receiver.address);
    if (!addressGood) {
        problems.append({ Field::Address,
                          words("This is not an address of this computer. Write an IPv4 or IPv6 "
                                "address such as 127.0.0.1 or ::1.") });
    }
    if (receiver.auth != AuthMode::None) {
        if (const QString text = tokenProblem(secrets.current, receiver.auth); !text.isEmpty())
            problems.append({ Field::Token, text });
    } else if (addressGood && !isLoopback(receiver.address) && !receiver.openConfirmed) {
        problems.append({ Field::Authentication,
                          words("Without authentication only this computer may send. Choose "
                                "127.0.0.1, ask for a token, or confirm that anyone may send.") });
    }
    if (receiver.certificateFile.isEmpty() && !receiver.keyFile.isEmpty()) {
        problems.append({ Field::Certificate,
                          words("A key without its certificate. Choose the certificate file, or "
                                "neither for plain HTTP.") });
    }
    if (!receiver.certificateFile.isEmpty() && receiver.keyFile.isEmpty()) {
        problems.append({ Field::Key,
                          words("A certificate without its key. Choose the key file, or neither "
                                "for plain HTTP.") });
    }
    for (const QString &text : proxyProblems(receiver.trustedProxies))
        problems.append({ Field::TrustedProxies, text });
    for (const QString &text : limitProblems(receiver.limits))
        problems.append({ Field::Limits, text });
    for (const QString &host : settings.links.trustedHosts) {
        if (const QString text = trustedHostProblem(host); !text.isEmpty())
            problems.append({ Field::TrustedHosts, text });
    }
    for (const QString &host : settings.links.allowedHosts) {
        if (const QString text = allowedHostProblem(host); !text.isEmpty())
            problems.append({ Field::AllowedHosts, text });
    }
    for (const QString &text : overdueProblems(settings.overdue))
        problems.append({ Field::Overdue, text });
    return problems;
}

QString generateToken()
{
    return QString::fromLatin1(generateTokenBytes());
}

} // namespace models
