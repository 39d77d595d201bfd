// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/addresstext.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace models {
namespace {

/// Digits of ASCII without a needless zero in front.
bool isPlainNumber(const QString &text, qsizetype longest)
{
    const bool digits = !text.isEmpty() && text.size() <= longest
            && std::all_of(text.begin(), text.end(),
                           [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    return digits && (text.size() == 1 || !text.startsWith(QLatin1Char('0')));
}

} // namespace

bool isIpv4(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('.'));
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const QString &part) {
               return isPlainNumber(part, 3) && part.toInt() <= 255;
           });
}

QString canonicalIpv6(const QString &text)
{
    const QString address = text.section(QLatin1Char('%'), 0, 0);
    if (!address.contains(QLatin1Char(':')))
        return {};
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QLatin1Char('[') + address + QLatin1Char(']'), QUrl::StrictMode);
    return url.isValid() ? url.host() : QString();
}

bool isListenAddress(const QString &text)
{
    return text == QLatin1String("localhost") || text == QLatin1String("any") || isIpv4(text)
            || !canonicalIpv6(text).isEmpty();
}

bool isLoopback(const QString &text)
{
    if (text == QLatin1String("localhost"))
        return true;
    if (isIpv4(text))
        return text.startsWith(QLatin1String("127."));
    return canonicalIpv6(text) == QLatin1String("::1");
}

bool isNetwork(const QString &text)
{
    if (text.contains(QLatin1Char('%')))
        return false;
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    const QString address = slash < 0 ? text : text.first(slash);
    const bool isV4 = isIpv4(address);
    if (!isV4 && canonicalIpv6(address).isEmpty())
        return false;
    if (slash < 0)
        return true;
    const QString prefix = text.sliced(slash + 1);
    return isPlainNumber(prefix, 3) && prefix.toInt() <= (isV4 ? 32 : 128);
}

} // namespace models
