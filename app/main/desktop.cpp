// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/desktop.h"

#include "app/main/samplefeeder.h"
#include "app/shared/memory.h"
#include "models/settings/addresstext.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QThreadPool>

namespace app {

using namespace std::chrono_literals;

namespace {

// Notices of the window.
constexpr QLatin1String storeKey("store");
constexpr QLatin1String archiveKey("archive");
constexpr QLatin1String certificateKey("certificate-files");
constexpr QLatin1String viewsKey("views");
constexpr QLatin1String settingsKey("settings");

QString settingsPath(const Options &options)
{
    return options.configFile.isEmpty() ? options.dataDir + QStringLiteral("/settings.ini")
                                        : options.configFile;
}

/// The screen comes first: until something arrives the writer can wait.
WriterOptions writerOptions()
{
    WriterOptions options;
    options.loadTime = 3s;
    return options;
}

/// Reading a large store leaves much that was freed.
void tidyUp()
{
    QThreadPool::globalInstance()->start(giveMemoryBack);
}

/// The saved views are beside the settings.
QString viewsPath(const Options &options)
{
    return QFileInfo(settingsPath(options)).absolutePath() + QStringLiteral("/views.json");
}

/// Two data folders of one person must not share a token.
QString secretName(const Options &options)
{
    const QByteArray digest =
            QCryptographicHash::hash(options.dataDir.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("receiver-token-") + QString::fromLatin1(digest.first(8).toHex());
}

} // namespace

Desktop::Desktop(const Options &options, const DatabaseUrl &url, Mode mode,
                 models::UrlOpener &opener)
    : m_mode(mode), m_settingsFile(settingsPath(options)),
      m_fileSecrets(options.dataDir + QStringLiteral("/token")),
      m_secrets(secretName(options), m_fileSecrets, 20s),
      m_writer(QStringLiteral("writer"), url, writerOptions()),
      m_receiver(QStringLiteral("receiver"), m_writer.object()),
      m_control(m_receiver, m_settingsFile, m_secrets, options), m_archive(url), m_payload(url),
      m_keeper(viewsPath(options), url, m_writer.object(), m_index),
      m_boards(url, m_writer.object(), m_archive, m_index), m_feed(m_archive, m_index),
      m_settings(m_control, m_secrets, options.dataDir + QStringLiteral("/certificates")),
      m_windows({ m_index, m_archive, m_control, m_writer.object(), opener, m_payload, m_boards,
                  url, m_keeper })
{
    m_reopen.setSingleShot(true);
    m_reopen.setInterval(5s);
    m_lastWay.setSingleShot(true);
    m_lastWay.setInterval(6s);
    connect(&m_lastWay, &QTimer::timeout, this, &Desktop::finished);
    wireStore();
    wireReceiver();
    wireWindows();
    wireViews();
}

Desktop::~Desktop() = default;

void Desktop::start()
{
    m_keeper.start();
    if (m_mode == Mode::Viewer) {
        showWhyStopped(tr("Showing a shared database; this window receives nothing"));
        m_feed.start();
        return;
    }
    models::ReceiverState starting;
    starting.phase = models::ReceiverState::Phase::Starting;
    showState(starting);
    m_writer.call([](Writer &writer) { writer.open(); });
    // What comes while the store is still made ready (migrated) waits for it.
    if (m_mode == Mode::Full)
        m_control.start();
    // What a store holds already is shown while the writer still gets ready.
    m_feed.start();
}

void Desktop::wireStore()
{
    Writer *const writer = &m_writer.object();
    connect(writer, &Writer::opened, this, [this] {
        clearStoreNotices();
        m_feed.start();
        if (m_mode == Mode::Sample)
            feedSamples();
    });
    connect(writer, &Writer::loaded, this, tidyUp);
    connect(writer, &Writer::openFailed, this, [this](const QString &reason) {
        showProblem(storeKey, reason); // meanwhile senders are told to come again
        m_reopen.start();
    });
    connect(&m_reopen, &QTimer::timeout, this,
            [this] { m_writer.call([](Writer &store) { store.open(); }); });
    connect(writer, &Writer::storeFailed, this,
            [this](const QString &reason) { showProblem(storeKey, reason); });
    connect(writer, &Writer::storeRecovered, this, &Desktop::clearStoreNotices);
    connect(writer, &Writer::grew, &m_archive, &SqlArchive::noticeGrowth);
    connect(writer, &Writer::closed, this, &Desktop::finished);

    connect(&m_archive, &SqlArchive::actsGrew, this, [this] {
        m_keeper.noteActs();
        m_boards.noteActs();
    });
    connect(&m_archive, &SqlArchive::failed, this,
            [this](const QString &reason) { showProblem(archiveKey, reason); });
    connect(&m_feed, &models::Feed::progress, this, [this](qint64 rows) {
        if (m_feed.loading())
            m_windows.showLoading(rows);
    });
    connect(&m_feed, &models::Feed::loadingChanged, this, [this] {
        if (m_feed.loading())
            return;
        m_windows.finishLoading();
        tidyUp();
        m_boards.noteLoaded();
        m_keeper.noteLoaded();
    });
}

void Desktop::wireReceiver()
{
    Receiver *const receiver = &m_receiver.object();
    connect(receiver, &Receiver::stateChanged, this, &Desktop::showState);
    connect(receiver, &Receiver::stateChanged, &m_writer.object(),
            [writer = &m_writer.object()](const models::ReceiverState &state) {
                writer->setReceiving(state.phase == models::ReceiverState::Phase::Listening);
            });
    connect(receiver, &Receiver::countersChanged, &m_windows, &Windows::showCounters);
    connect(receiver, &Receiver::certificateChanged, &m_settings, &SettingsOpener::setCertificate);
    connect(receiver, &Receiver::certificateChanged, &m_windows, &Windows::showCertificate);
    connect(receiver, &Receiver::bansChanged, &m_windows, &Windows::showBans);
    connect(receiver, &Receiver::stopped, this,
            [this] { m_writer.call([](Writer &writer) { writer.close(); }); });
    connect(receiver, &Receiver::certificateProblem, this, [this](const QString &text) {
        if (text.isEmpty())
            m_windows.clearNotice(certificateKey);
        else
            m_windows.setNotice(certificateKey, views::NoticeLevel::Warning, text);
    });
    connect(&m_control, &ReceiverControl::failed, this, &Desktop::showState);
    connect(&m_control, &ReceiverControl::problem, this,
            [this](const QString &reason) { showProblem(settingsKey, reason); });
}

void Desktop::wireWindows()
{
    connect(&m_windows, &Windows::settingsRequested, &m_settings, &SettingsOpener::open);
    connect(&m_windows, &Windows::liftRequested, this, [this](const QByteArray &group) {
        m_receiver.call([group](Receiver &receiver) { receiver.liftBan(group); });
    });
}

void Desktop::wireViews()
{
    if (!m_keeper.notice().isEmpty())
        m_windows.setNotice(viewsKey, views::NoticeLevel::Warning, m_keeper.notice());
    connect(&m_keeper, &ViewsKeeper::problem, this, [this](const QString &reason) {
        if (reason.isEmpty())
            m_windows.clearNotice(viewsKey);
        else
            m_windows.setNotice(viewsKey, views::NoticeLevel::Warning, reason);
    });
}

void Desktop::showProblem(const QString &key, const QString &reason)
{
    m_windows.setNotice(key, views::NoticeLevel::Problem, reason);
}

void Desktop::clearStoreNotices()
{
    m_windows.clearNotice(storeKey);
    m_windows.clearNotice(archiveKey);
}

void Desktop::showState(const models::ReceiverState &state)
{
    m_windows.showState(state);
    const models::ReceiverSettings &receiver = m_control.settings().receiver;
    m_windows.showOpen(state.phase == models::ReceiverState::Phase::Listening
                       && receiver.auth == models::AuthMode::None
                       && !models::isLoopback(receiver.address));
    m_settings.setState(state);
    emit stateChanged(state);
}

void Desktop::showWhyStopped(const QString &reason)
{
    models::ReceiverState stopped;
    stopped.reason = reason;
    showState(stopped);
}

void Desktop::feedSamples()
{
    showWhyStopped(tr("Showing sample data; this window receives nothing"));
    QThreadPool::globalInstance()->start(
            [writer = &m_writer.object()] { submitSamples(*writer, sampleCount); });
}

void Desktop::stop()
{
    if (m_lastWay.isActive())
        return;
    m_lastWay.start();
    m_reopen.stop();
    m_windows.hideAll();
    QThreadPool::globalInstance()->waitForDone();
    m_receiver.call([](Receiver &receiver) { receiver.stop(); });
}

} // namespace app
