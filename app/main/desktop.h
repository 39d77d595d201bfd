// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/boardsdesk.h"
#include "app/main/receivercontrol.h"
#include "app/main/settingsopener.h"
#include "app/main/viewskeeper.h"
#include "app/main/windows.h"
#include "app/settings/keychainsecrets.h"
#include "app/store/sqlarchive.h"
#include "app/store/sqlpayloadvalues.h"
#include "app/store/writer.h"
#include "models/index/eventindex.h"
#include "models/index/feed.h"
#include "models/ports/urlopener.h"

#include <QObject>
#include <QTimer>

namespace app {

/// The desktop program, wired: store, receiver, index and windows. What one window has for itself
/// is EventsWindow's. The members stand in order of dependency, so that destruction is the order
/// of shutting down. GUI thread.
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
    Windows &windows() { return m_windows; }
    /// Those of the first window.
    views::MainWindow &window() { return m_windows.first().window(); }
    models::EventQuery &query() { return m_windows.first().query(); }
    models::Feed &feed() { return m_feed; }
    /// Where deliveries go in; any thread, as long as the program lives.
    models::DeliverySink &sink() { return m_writer.object(); }

public slots:
    /// Stops accepting, stores what is under way, then finished(); within six seconds anyway.
    void stop();
    void raiseWindow() { m_windows.raise(); }

signals:
    /// The address the receiver listens on has changed or it no longer listens.
    void stateChanged(const models::ReceiverState &state);
    void finished();

private:
    void wireStore();
    void wireReceiver();
    void wireWindows();
    void wireViews();
    void showProblem(const QString &key, const QString &reason);
    void clearStoreNotices();
    void showState(const models::ReceiverState &state);
    void showWhyStopped(const QString &reason);
    void feedSamples();

    const Mode m_mode;
    SettingsFile m_settingsFile;
    FileSecrets m_fileSecrets;
    KeychainSecrets m_secrets;
    Worker<Writer> m_writer;
    Worker<Receiver> m_receiver;
    ReceiverControl m_control;
    SqlArchive m_archive;
    SqlPayloadValues m_payload;
    models::EventIndex m_index;
    ViewsKeeper m_keeper;
    BoardsDesk m_boards;
    models::Feed m_feed;
    SettingsOpener m_settings;
    Windows m_windows;
    QTimer m_reopen; // after the store could not be opened
    QTimer m_lastWay; // ends a stop that does not come to an end
};

} // namespace app
