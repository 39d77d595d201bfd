// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/receivercontrol.h"
#include "app/main/settingsopener.h"
#include "app/settings/keychainsecrets.h"
#include "app/store/sqlarchive.h"
#include "app/store/sqldeliveryarchive.h"
#include "app/store/sqluptime.h"
#include "app/store/writer.h"
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/feed.h"
#include "models/items/eventsmodel.h"
#include "models/ports/urlopener.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace views {
class DeliveriesPage;
class DetailPane;
class EventsPage;
class LinkGuard;
class MainWindow;
} // namespace views

namespace app {

/// The desktop program, wired: store, receiver, index and window. The members stand in order of
/// dependency, so that destruction is the order of shutting down. GUI thread.
class Desktop final : public QObject
{
    Q_OBJECT
public:
    enum class Mode : quint8 {
        Full, ///< receives and shows
        Viewer, ///< shows a shared store, receives nothing
        Sample, ///< shows made-up events in a store that goes with the program
    };

    /// `opener` must outlive the program. Fails through startFailed() only.
    Desktop(const Options &options, const DatabaseUrl &url, Mode mode, models::UrlOpener &opener);
    ~Desktop() override;

    /// Opens the store, then the receiver; shows nothing by itself.
    void start();
    views::MainWindow &window() { return *m_window; }
    models::EventQuery &query() { return m_query; }
    models::Feed &feed() { return m_feed; }
    /// Where deliveries go in; any thread, as long as the program lives.
    models::DeliverySink &sink() { return m_writer.object(); }

public slots:
    /// Stops accepting, stores what is under way, then finished(); within six seconds anyway.
    void stop();
    void raiseWindow();

signals:
    /// The address the receiver listens on has changed or it no longer listens.
    void stateChanged(const models::ReceiverState &state);
    void finished();

private:
    void wireStore();
    void wireReceiver();
    void wireWindow();
    void wireDetail();
    void wireDeliveries();
    void showProblem(const QString &key, const QString &reason);
    void clearStoreNotices();
    void showState(const models::ReceiverState &state);
    void showWhyStopped(const QString &reason);
    void select(qint64 id);
    void openInPortal(qint64 id);
    void eventLoaded(const models::StoredEvent &event);
    void feedSamples();

    const Mode m_mode;
    SettingsFile m_settingsFile;
    FileSecrets m_fileSecrets;
    KeychainSecrets m_secrets;
    Worker<Writer> m_writer;
    Worker<Receiver> m_receiver;
    ReceiverControl m_control;
    SqlArchive m_archive;
    SqlDeliveryArchive m_deliveryArchive;
    SqlUptime m_uptime;
    models::EventIndex m_index;
    models::EventQuery m_query;
    models::EventsModel m_model;
    models::Feed m_feed;
    std::unique_ptr<views::MainWindow> m_window;
    views::DetailPane *m_detail; // a child of the page
    views::EventsPage *m_page; // a child of the window
    views::DeliveriesPage *m_deliveries; // a child of the window
    views::LinkGuard *m_guard; // a child of the window
    std::unique_ptr<SettingsOpener> m_settings;
    qint64 m_selected = 0;
    qint64 m_toOpen = 0;
    QTimer m_reopen; // after the store could not be opened
    QTimer m_lastWay; // ends a stop that does not come to an end
};

} // namespace app
