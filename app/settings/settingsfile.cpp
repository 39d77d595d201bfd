// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsfile.h"

#include "app/shared/privatefolder.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <limits>
#include <type_traits>

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

/// Calls `visit(key, field)` for every limit; one list for reading and writing.
template<typename Limits, typename Visit> void forEachLimit(Limits &limits, Visit visit)
{
    visit("limits/bodyBytes", limits.body);
    visit("limits/headBytes", limits.head);
    visit("limits/headers", limits.headers);
    visit("limits/depth", limits.depth);
    visit("limits/connections", limits.connections);
    visit("limits/connectionsPerPeer", limits.connectionsPerPeer);
    visit("limits/bodiesInFlightBytes", limits.bodiesInFlight);
    visit("limits/headMilliseconds", limits.headTime);
    visit("limits/bodyMilliseconds", limits.bodyTime);
    visit("limits/idleMilliseconds", limits.idleTime);
    visit("limits/failedCredentials", limits.failedCredentials);
    visit("limits/banMilliseconds", limits.banTime);
}

qint64 numberOf(std::chrono::milliseconds time)
{
    return time.count();
}

template<typename Number> qint64 numberOf(Number number)
{
    return number;
}

// Whether a number is sensible is for models::validate to say; what is no number is left out.
void loadLimits(const QSettings &file, models::ReceiverLimits &limits)
{
    forEachLimit(limits, [&file](const char *name, auto &field) {
        bool isNumber = false;
        const qint64 number = file.value(QLatin1String(name)).toLongLong(&isNumber);
        using Field = std::remove_reference_t<decltype(field)>;
        if (isNumber && number >= 0 && number <= std::numeric_limits<int>::max())
            field = Field(number);
    });
}

void saveLimits(QSettings &file, const models::ReceiverLimits &limits)
{
    forEachLimit(limits, [&file](const char *name, const auto &field) {
        file.setValue(QLatin1String(name), numberOf(field));
    });
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
