// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsfile.h"

#include "app/shared/privatefolder.h"
#include "models/settings/limitrules.h"
#include "models/settings/overduerules.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <limits>

namespace app {

namespace {

constexpr QLatin1String address("receiver/address");
constexpr QLatin1String port("receiver/port");
constexpr QLatin1String auth("receiver/auth");
constexpr QLatin1String certificate("receiver/certificate");
constexpr QLatin1String key("receiver/key");
constexpr QLatin1String openConfirmed("receiver/openConfirmed");
constexpr QLatin1String metricsForAll("receiver/metricsForAll");
constexpr QLatin1String trustedProxies("receiver/trustedProxies");
constexpr QLatin1String trustedHosts("links/trustedHosts");
constexpr QLatin1String allowedHosts("links/allowedHosts");

QString authWord(models::AuthMode mode)
{
    switch (mode) {
    case models::AuthMode::Url:
        return QStringLiteral("url");
    case models::AuthMode::None:
        return QStringLiteral("none");
    case models::AuthMode::Bearer:
        break;
    }
    return QStringLiteral("bearer");
}

// A word nobody knows must not open the receiver: it means the safest mode.
models::AuthMode authFromWord(const QString &word)
{
    if (word == QLatin1String("url"))
        return models::AuthMode::Url;
    if (word == QLatin1String("none"))
        return models::AuthMode::None;
    return models::AuthMode::Bearer;
}

QLatin1String limitKey(models::Limit limit)
{
    using models::Limit;
    switch (limit) {
    case Limit::Body:
        return QLatin1String("limits/bodyBytes");
    case Limit::BodiesInFlight:
        return QLatin1String("limits/bodiesInFlightBytes");
    case Limit::Head:
        return QLatin1String("limits/headBytes");
    case Limit::Headers:
        return QLatin1String("limits/headers");
    case Limit::Depth:
        return QLatin1String("limits/depth");
    case Limit::Connections:
        return QLatin1String("limits/connections");
    case Limit::ConnectionsPerPeer:
        return QLatin1String("limits/connectionsPerPeer");
    case Limit::HeadTime:
        return QLatin1String("limits/headMilliseconds");
    case Limit::BodyTime:
        return QLatin1String("limits/bodyMilliseconds");
    case Limit::IdleTime:
        return QLatin1String("limits/idleMilliseconds");
    case Limit::FailedCredentials:
        return QLatin1String("limits/failedCredentials");
    case Limit::BanTime:
        break;
    }
    return QLatin1String("limits/banMilliseconds");
}

// Whether a number is sensible is for models::validate to say; what is no number is left out.
void loadLimits(const QSettings &file, models::ReceiverLimits &limits)
{
    for (const models::LimitRange &range : models::limitRanges()) {
        bool isNumber = false;
        const qint64 number = file.value(limitKey(range.limit)).toLongLong(&isNumber);
        if (isNumber && number >= 0 && number <= std::numeric_limits<int>::max())
            models::setLimitValue(limits, range.limit, number);
    }
}

void saveLimits(QSettings &file, const models::ReceiverLimits &limits)
{
    for (const models::LimitRange &range : models::limitRanges())
        file.setValue(limitKey(range.limit), models::limitValue(limits, range.limit));
}

QString overdueKey(models::Severity severity)
{
    return QLatin1String("overdue/") + models::severityKey(severity) + QLatin1String("Days");
}

// An issue must not seem in time by a slip of the pen: what is no limit leaves the default.
void loadOverdue(const QSettings &file, models::OverduePolicy &policy)
{
    for (const models::Severity severity : models::severitiesGravestFirst) {
        const QString word = file.value(overdueKey(severity)).toString();
        if (const std::optional<int> days = models::overdueFromWord(word))
            policy.days.at(std::size_t(severity)) = *days;
    }
}

void saveOverdue(QSettings &file, const models::OverduePolicy &policy)
{
    for (const models::Severity severity : models::severitiesGravestFirst) {
        file.setValue(overdueKey(severity),
                      models::overdueWord(policy.days.at(std::size_t(severity))));
    }
}

} // namespace

SettingsFile::SettingsFile(QString path) : m_path(std::move(path)) { }

models::Result<models::Settings> SettingsFile::load() const
{
    const QFileInfo info(m_path);
    if (info.exists() && !info.isReadable())
        return models::Failure { tr("The settings file %1 cannot be read.").arg(m_path) };
    const QSettings file(m_path, QSettings::IniFormat);
    models::Settings settings;
    models::ReceiverSettings &receiver = settings.receiver;
    receiver.address = file.value(address, receiver.address).toString();
    bool isNumber = false;
    const uint number = file.value(port, receiver.port).toUInt(&isNumber);
    if (isNumber && number <= 65535)
        receiver.port = quint16(number);
    receiver.auth = authFromWord(file.value(auth).toString());
    receiver.certificateFile = file.value(certificate).toString();
    receiver.keyFile = file.value(key).toString();
    receiver.openConfirmed = file.value(openConfirmed, receiver.openConfirmed).toBool();
    receiver.metricsForAll = file.value(metricsForAll, receiver.metricsForAll).toBool();
    receiver.trustedProxies = file.value(trustedProxies).toStringList();
    loadLimits(file, receiver.limits);
    if (file.contains(trustedHosts))
        settings.links.trustedHosts = file.value(trustedHosts).toStringList();
    settings.links.allowedHosts = file.value(allowedHosts).toStringList();
    loadOverdue(file, settings.overdue);
    return settings;
}

models::Result<models::Done> SettingsFile::save(const models::Settings &settings) const
{
    makePrivateFolder(QFileInfo(m_path).absolutePath()); // what fails shows in the status
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue(address, settings.receiver.address);
    file.setValue(port, settings.receiver.port);
    file.setValue(auth, authWord(settings.receiver.auth));
    file.setValue(certificate, settings.receiver.certificateFile);
    file.setValue(key, settings.receiver.keyFile);
    file.setValue(openConfirmed, settings.receiver.openConfirmed);
    file.setValue(metricsForAll, settings.receiver.metricsForAll);
    file.setValue(trustedProxies, settings.receiver.trustedProxies);
    saveLimits(file, settings.receiver.limits);
    file.setValue(trustedHosts, settings.links.trustedHosts);
    file.setValue(allowedHosts, settings.links.allowedHosts);
    saveOverdue(file, settings.overdue);
    file.sync();
    if (file.status() != QSettings::NoError)
        return models::Failure {
            tr("The settings could not be kept in %1. They hold until the program ends.")
                    .arg(m_path)
        };
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    return models::Done {};
}

} // namespace app
