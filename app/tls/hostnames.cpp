// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tls/hostnames.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkInterface>
#include <QRegularExpression>

namespace app {

namespace {

constexpr int mostAddresses = 64;

QStringList ownNames()
{
    const QString host = QHostInfo::localHostName();
    const QString domain = QHostInfo::localDomainName();
    QStringList names;
    if (!domain.isEmpty() && !host.contains(QLatin1Char('.')))
        names << QString(host + QLatin1Char('.') + domain);
    names << host << QStringLiteral("localhost");
    return names;
}

QStringList ownAddresses()
{
    QStringList list { QStringLiteral("127.0.0.1"), QStringLiteral("::1") };
    const auto addresses = QNetworkInterface::allAddresses();
    for (QHostAddress address : addresses) {
        if (address.isLinkLocal() || list.size() >= mostAddresses)
            continue;
        address.setScopeId({});
        list << address.toString();
    }
    return list;
}

} // namespace

QStringList hostNames()
{
    QStringList names;
    for (const QString &name : ownNames()) {
        const QString ascii = name.toLower();
        if (isHostName(ascii))
            names << ascii;
    }
    names += ownAddresses();
    names.removeDuplicates();
    return names;
}

bool isHostName(const QString &name)
{
    if (isAddress(name))
        return true;
    static const QRegularExpression labels(
            QStringLiteral(R"(\A(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\z)"));
    return name.size() <= 253 && labels.match(name).hasMatch();
}

bool isAddress(const QString &name)
{
    const QHostAddress address(name);
    return !address.isNull() && address.scopeId().isEmpty() && address.toString() == name;
}

} // namespace app
