// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/checkcommand.h"

#include "models/settings/addresstext.h"

#include <QSysInfo>
#include <QUrl>

#include <algorithm>

namespace views {
namespace {

/// Quotes an argument for a POSIX shell: in double quotes as the vendor prints it where nothing
/// in it expands, else in single quotes.
QString quoted(const QString &text)
{
    const bool expands = std::any_of(text.begin(), text.end(), [](QChar c) {
        return QStringLiteral("\"$`\\!'").contains(c);
    });
    if (!expands)
        return QLatin1Char('"') + text + QLatin1Char('"');
    QString inner = text;
    inner.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inner + QLatin1Char('\'');
}

/// Where a caller on this computer reaches a receiver that listens on `address`.
QString reachableHost(const QString &address)
{
    if (address == QLatin1String("0.0.0.0") || address == QLatin1String("any"))
        return QStringLiteral("127.0.0.1");
    if (address == QLatin1String("::"))
        return QStringLiteral("[::1]");
    if (address.contains(QLatin1Char(':'))) // RFC 6874: the zone's percent sign is escaped
        return QLatin1Char('[') + QString(address).replace(QLatin1Char('%'), QLatin1String("%25"))
                + QLatin1Char(']');
    return address;
}

/// What a sender elsewhere calls this receiver.
QString senderHost(const models::ReceiverSettings &receiver,
                   const std::optional<models::CertificateInfo> &certificate)
{
    if (certificate && !receiver.certificateFile.isEmpty()) {
        for (const QString &name : certificate->names) {
            if (!name.contains(QLatin1Char('*')) && !models::isLoopback(name))
                return reachableHost(name);
        }
    }
    const bool isAny = receiver.address == QLatin1String("0.0.0.0")
            || receiver.address == QLatin1String("any") || receiver.address == QLatin1String("::");
    const QString machine = isAny ? QSysInfo::machineHostName() : QString();
    return machine.isEmpty() ? reachableHost(receiver.address) : machine;
}

/// The port senders find; 0 where any free one is asked for and none is known yet.
int portOf(const models::ReceiverSettings &receiver, const models::ReceiverState &state)
{
    return receiver.port != 0 ? receiver.port : QUrl(state.url).port(0);
}

} // namespace

QString hookBase(const models::ReceiverSettings &receiver, const models::ReceiverState &state,
                 const std::optional<models::CertificateInfo> &certificate)
{
    const bool secure = !receiver.certificateFile.isEmpty();
    const int port = portOf(receiver, state);
    QString base = secure ? QStringLiteral("https://") : QStringLiteral("http://");
    base += senderHost(receiver, certificate);
    if (port != 0 && port != (secure ? 443 : 80))
        base += QLatin1Char(':') + QString::number(port);
    return base + QLatin1String("/hook/");
}

QString checkCommand(const models::ReceiverSettings &receiver, const models::ReceiverState &state,
                     const QString &secret)
{
    const int port = portOf(receiver, state);
    if (port == 0 || receiver.address.isEmpty())
        return {};
    const bool secure = !receiver.certificateFile.isEmpty();
    const bool inPath = receiver.auth == models::AuthMode::Url;
    const QString path =
            inPath ? QString(QLatin1String("/hook/") % secret) : QStringLiteral("/webhook");
    const QString url = (secure ? QLatin1String("https://") : QLatin1String("http://"))
            + reachableHost(receiver.address) + QLatin1Char(':') + QString::number(port) + path;

    QString line = secure ? QStringLiteral("curl -k ") : QStringLiteral("curl ");
    line += quoted(url);
    if (receiver.auth == models::AuthMode::Bearer)
        line += QLatin1String(" -H ") + quoted(QLatin1String("Authorization: Bearer ") + secret);
    line += QLatin1String(" -H \"Content-Type: application/json\""
                          " -d '{\"event\": \"Hello, world!\"}'");
    return line;
}

} // namespace views
