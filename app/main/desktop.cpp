// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/desktop.h"

#include "app/main/samplefeeder.h"
#include "models/settings/addresstext.h"
#include "views/detail/detailpane.h"
#include "views/detail/linkguard.h"
#include "views/mainwindow.h"
#include "views/pages/deliveriespage.h"
#include "views/pages/eventspage.h"

#include <QCryptographicHash>
#include <QStatusBar>
#include <QThreadPool>

namespace app {

using namespace std::chrono_literals;

namespace {

// Notices of the window.
const QString storeKey = QStringLiteral("store");
const QString archiveKey = QStringLiteral("archive");
const QString certificateKey = QStringLiteral("certificate-files");
const QString settingsKey = QStringLiteral("settings");

QString settingsPath(const Options &options)
{
    return options.configFile.isEmpty() ? options.dataDir + QStringLiteral("/settings.ini")
                                        : options.configFile;
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
      m_secrets(secretName(options), m_fileSecrets, 20s), m_writer(QStringLiteral("writer"), url),
      m_receiver(QStringLiteral("receiver"), m_writer.object()),
      m_control(m_receiver, m_settingsFile, m_secrets, options), m_archive(url),
      m_deliveryArchive(url, m_writer.object()), m_uptime(url), m_query(m_index),
      m_model(m_index, m_query), m_feed(m_archive, m_index), m_detail(new views::DetailPane),
      m_page(new views::EventsPage(m_model, m_query, m_detail)),
      m_deliveries(new views::DeliveriesPage(m_deliveryArchive))
{
    m_window = std::make_unique<views::MainWindow>();
    m_window->addPage(m_page, tr("Events"), QLatin1String("inbox"));
    m_window->addPage(m_deliveries, tr("Deliveries"), QLatin1String("deliveries"));
    m_settings = std::make_unique<SettingsOpener>(
            m_control, m_secrets, options.dataDir + QStringLiteral("/certificates"), *m_window);
    m_guard = new views::LinkGuard(opener, m_window.get());
    m_reopen.setSingleShot(true);
    m_reopen.setInterval(5s);
    m_lastWay.setSingleShot(true);
    m_lastWay.setInterval(6s);
    connect(&m_lastWay, &QTimer::timeout, this, &Desktop::finished);
    wireStore();
    wireReceiver();
    wireWindow();
    wireDetail();
    wireDeliveries();
}

Desktop::~Desktop() = default;

void Desktop::start()
{
    m_detail->setPolicy(m_control.settings().links);
    m_uptime.start();
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

    connect(&m_feed, &models::Feed::progress, this, [this](qint64 rows) {
        if (!m_feed.loading())
            return;
        m_window->showLoading(rows);
        m_page->showLoading(rows);
    });
    connect(&m_feed, &models::Feed::loadingChanged, this, [this] {
        if (m_feed.loading())
            return;
        m_window->finishLoading();
        m_page->finishLoading();
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
    connect(receiver, &Receiver::countersChanged, m_window.get(), &views::MainWindow::showCounters);
    connect(receiver, &Receiver::certificateChanged, m_settings.get(),
            &SettingsOpener::setCertificate);
    connect(receiver, &Receiver::stopped, this,
            [this] { m_writer.call([](Writer &writer) { writer.close(); }); });
    connect(&m_control, &ReceiverControl::failed, this, &Desktop::showState);
    connect(&m_control, &ReceiverControl::problem, this,
            [this](const QString &reason) { showProblem(settingsKey, reason); });
    connect(&m_control, &ReceiverControl::settingsChanged, this,
            [this] { m_detail->setPolicy(m_control.settings().links); });
    connect(receiver, &Receiver::certificateChanged, m_window.get(),
            &views::MainWindow::showCertificate);
    connect(receiver, &Receiver::certificateProblem, this, [this](const QString &text) {
        if (text.isEmpty())
            m_window->clearNotice(certificateKey);
        else
            m_window->setNotice(certificateKey, views::NoticeLevel::Warning, text);
    });
    connect(receiver, &Receiver::bansChanged, m_deliveries, &views::DeliveriesPage::setBans);
}

void Desktop::wireDeliveries()
{
    connect(m_deliveries, &views::DeliveriesPage::eventRequested, this, [this](qint64 id) {
        m_window->showPage(m_page);
        m_page->selectEvent(id);
    });
    connect(m_deliveries, &views::DeliveriesPage::liftRequested, this,
            [this](const QByteArray &group) {
                m_receiver.call([group](Receiver &receiver) { receiver.liftBan(group); });
            });
    connect(m_deliveries, &views::DeliveriesPage::settingsRequested, m_settings.get(),
            &SettingsOpener::open);
    connect(m_deliveries, &views::DeliveriesPage::copied, this,
            [this](const QString &what) { m_window->statusBar()->showMessage(what, 4000); });
    connect(m_window.get(), &views::MainWindow::refusedRequested, this, [this] {
        m_window->showPage(m_deliveries);
        m_deliveries->showRefused();
    });
}

void Desktop::wireWindow()
{
    connect(m_window.get(), &views::MainWindow::settingsRequested, m_settings.get(),
            &SettingsOpener::open);
    connect(m_page, &views::EventsPage::settingsRequested, m_settings.get(), &SettingsOpener::open);
    connect(m_page, &views::EventsPage::eventSelected, this, &Desktop::select);
    connect(m_page, &views::EventsPage::openRequested, this, &Desktop::openInPortal);
    connect(&m_uptime, &SqlUptime::runsRead, m_page, &views::EventsPage::showUptime);
}

void Desktop::wireDetail()
{
    connect(m_detail, &views::DetailPane::openRequested, this,
            [this](const QString &url) { m_guard->open(url, m_control.settings().links); });
    connect(m_detail, &views::DetailPane::copied, this,
            [this](const QString &what) { m_window->statusBar()->showMessage(what, 4000); });
    connect(m_guard, &views::LinkGuard::trustRequested, this, [this](const QString &host) {
        models::LinkPolicy links = m_control.settings().links;
        if (!links.trustedHosts.contains(host))
            links.trustedHosts.append(host);
        m_control.setLinks(links);
    });
    connect(&m_archive, &SqlArchive::eventLoaded, this, &Desktop::eventLoaded);
    connect(&m_archive, &SqlArchive::failed, this,
            [this](const QString &reason) { showProblem(archiveKey, reason); });
    // A repeat of the shown event changes its count and last arrival.
    connect(&m_index, &models::EventIndex::repeated, this, [this](const QList<quint32> &rows) {
        for (const quint32 row : rows) {
            if (m_selected != 0 && m_index.id(row) == m_selected) {
                m_archive.loadEvent(m_selected);
                return;
            }
        }
    });
}

void Desktop::showProblem(const QString &key, const QString &reason)
{
    m_window->setNotice(key, views::NoticeLevel::Problem, reason);
}

void Desktop::clearStoreNotices()
{
    m_window->clearNotice(storeKey);
    m_window->clearNotice(archiveKey);
}

void Desktop::showState(const models::ReceiverState &state)
{
    m_window->showState(state);
    const models::ReceiverSettings &receiver = m_control.settings().receiver;
    m_window->showOpen(state.phase == models::ReceiverState::Phase::Listening
                       && receiver.auth == models::AuthMode::None
                       && !models::isLoopback(receiver.address));
    m_page->showState(state);
    m_settings->setState(state);
    emit stateChanged(state);
}

void Desktop::showWhyStopped(const QString &reason)
{
    models::ReceiverState stopped;
    stopped.reason = reason;
    showState(stopped);
}

void Desktop::select(qint64 id)
{
    m_selected = id;
    if (id == 0)
        m_detail->clear();
    else
        m_archive.loadEvent(id);
}

void Desktop::openInPortal(qint64 id)
{
    m_toOpen = id;
    m_archive.loadEvent(id);
}

void Desktop::eventLoaded(const models::StoredEvent &stored)
{
    if (stored.id == m_selected)
        m_detail->show(stored);
    if (stored.id != m_toOpen)
        return;
    m_toOpen = 0;
    for (const models::Link &link : stored.event.links) {
        if (link.kind == models::Link::Kind::Subject) {
            m_guard->open(link.url, m_control.settings().links);
            return;
        }
    }
    m_window->statusBar()->showMessage(tr("This event carries no link to the portal."), 4000);
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
    m_window->hide();
    QThreadPool::globalInstance()->waitForDone();
    m_receiver.call([](Receiver &receiver) { receiver.stop(); });
}

void Desktop::raiseWindow()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace app
