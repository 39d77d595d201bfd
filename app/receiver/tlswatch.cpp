// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/tlswatch.h"

#include "app/receiver/tlsfiles.h"
#include "app/receiver/tlsprobe.h"

#include <QFileInfo>

namespace app {

using namespace std::chrono_literals;

namespace {

/// After the last change, because renewal is several.
constexpr auto settleTime = 300ms;
constexpr auto regularTime = 60s;
/// How often files that do not work are looked at, a second apart, before it is said.
constexpr int patience = 5;
constexpr auto patientTime = 1s;

} // namespace

TlsWatch::TlsWatch(QObject *parent)
    : QObject(parent), m_watcher(this), m_settle(this), m_regular(this)
{
    const auto settle = [this] { m_settle.start(settleTime); };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &TlsWatch::look);
    m_regular.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_regular, &QTimer::timeout, this, &TlsWatch::look);
}

TlsWatch::~TlsWatch() = default;

void TlsWatch::watch(const models::ReceiverSettings &settings, const QSslConfiguration &inUse)
{
    if (isWatching(settings))
        return look();
    stop();
    m_settings = settings;
    m_inUse = inUse;
    watchPaths();
    m_regular.start(regularTime);
    report(TlsFiles::warning(m_settings));
}

void TlsWatch::stop()
{
    m_settings = {};
    m_inUse = {};
    m_settle.stop();
    m_regular.stop();
    delete std::exchange(m_probe, nullptr);
    m_failures = 0;
    if (const QStringList paths = m_watcher.files() + m_watcher.directories(); !paths.isEmpty())
        m_watcher.removePaths(paths);
    report({});
}

bool TlsWatch::isWatching(const models::ReceiverSettings &settings) const
{
    return !m_settings.certificateFile.isEmpty()
            && m_settings.certificateFile == settings.certificateFile
            && m_settings.keyFile == settings.keyFile;
}

void TlsWatch::watchPaths()
{
    QStringList paths;
    for (const QString &file : { m_settings.certificateFile, m_settings.keyFile }) {
        // The folder tells of files and links that are put in another's place, and the file
        // itself of contents that are written over it.
        paths << QFileInfo(file).absolutePath() << file;
    }
    paths.removeDuplicates();
    const QStringList known = m_watcher.files() + m_watcher.directories();
    for (const QString &path : std::as_const(paths)) {
        if (!known.contains(path) && QFileInfo::exists(path))
            m_watcher.addPath(path);
    }
}

void TlsWatch::look()
{
    if (m_probe != nullptr) // judged by what it finds; then once more
        return m_settle.start(settleTime);
    watchPaths(); // a file that was replaced is not watched any more
    auto loaded = TlsFiles::load(m_settings);
    if (const auto *wrong = std::get_if<models::SettingsProblem>(&loaded))
        return failed(wrong->text);
    const auto &configuration = std::get<QSslConfiguration>(loaded);
    if (configuration == m_inUse) {
        m_failures = 0;
        report(TlsFiles::warning(m_settings));
        return;
    }
    probe(configuration);
}

void TlsWatch::probe(const QSslConfiguration &configuration)
{
    m_probe = new TlsProbe(configuration, this);
    connect(m_probe, &TlsProbe::passed, this, [this, configuration] {
        std::exchange(m_probe, nullptr)->deleteLater();
        use(configuration);
    });
    connect(m_probe, &TlsProbe::failed, this, [this](const QString &reason) {
        std::exchange(m_probe, nullptr)->deleteLater();
        failed(tr("Certificate and key do not work together (%1).").arg(reason));
    });
    m_probe->start();
}

void TlsWatch::use(const QSslConfiguration &configuration)
{
    m_failures = 0;
    m_inUse = configuration;
    emit renewed(configuration);
    report(TlsFiles::warning(m_settings));
}

void TlsWatch::failed(const QString &reason)
{
    if (++m_failures < patience)
        return m_settle.start(patientTime);
    report(tr("The renewed certificate cannot be used: %1 The one before is still served.")
                   .arg(reason));
}

void TlsWatch::report(const QString &text)
{
    if (text == m_problem)
        return;
    m_problem = text;
    emit problem(text);
}

} // namespace app
