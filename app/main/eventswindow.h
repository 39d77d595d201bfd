// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/comparison.h"
#include "app/main/portallinks.h"
#include "app/main/receivercontrol.h"
#include "app/store/sqldeliveryarchive.h"
#include "app/store/sqlstoresearch.h"
#include "app/store/sqluptime.h"
#include "app/store/writer.h"
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/pathsampler.h"
#include "models/items/eventsmodel.h"
#include "models/ports/archive.h"
#include "models/ports/payloadvalues.h"
#include "models/ports/urlopener.h"

#include <QObject>

#include <memory>

class QMenu;

namespace views {
class AccessPage;
class AssetsPage;
class BoardPage;
class DeliveriesPage;
class DetailPane;
class EventsPage;
class IssuesPage;
class MainWindow;
class PageViews;
} // namespace views

namespace app {

class BoardDialogs;
class BoardsDesk;
class ViewsKeeper;

/// What every window needs of the program; all of it outlives the windows.
struct WindowContext
{
    models::EventIndex &index;
    models::Archive &archive;
    ReceiverControl &control;
    Writer &writer;
    models::UrlOpener &opener;
    models::PayloadValues &payload;
    BoardsDesk &boards;
    DatabaseUrl url;
    ViewsKeeper &keeper;
};

/// One window on the shared data, with what is its own: filter and order, selection, details,
/// the question before a link opens, and its own reading of the record of requests (answers are
/// numbered by who asks). Members stand in order of dependency. GUI thread.
class EventsWindow final : public QObject
{
    Q_OBJECT
public:
    explicit EventsWindow(const WindowContext &context);
    ~EventsWindow() override;

    views::MainWindow &window() { return *m_window; }
    views::EventsPage &page() { return *m_page; }
    views::DeliveriesPage &deliveries() { return *m_deliveries; }
    models::EventQuery &query() { return m_query; }
    BoardDialogs &dialogs() { return *m_dialogs; }

signals:
    void settingsRequested();
    /// Peers of this group should be let in again (models::Ban::group).
    void liftRequested(const QByteArray &group);

private:
    void wireEvents();
    void showTitle();
    void wireDetail();
    void takeSettings();
    void addCopies(QMenu *menu);
    void wireIssues();
    void wireBoards();
    void showEvent(qint64 id);
    void showEvents(const QString &filter);
    void wireDeliveries();
    void wireViews();
    void showRefused();
    void say(const QString &what);
    void select(qint64 id);
    void showLoaded(const models::StoredEvent &event);
    void reloadRepeated(const QList<quint32> &positions);

    WindowContext m_shared;
    SqlDeliveryArchive m_deliveryArchive;
    SqlStoreSearch m_search;
    SqlStoreSearch m_waysSearch; // for the ways out of an empty result
    SqlUptime m_uptime;
    models::EventQuery m_query;
    models::EventsModel m_model;
    models::PathSampler m_sampler;
    std::unique_ptr<views::MainWindow> m_window;
    views::DetailPane *m_detail; // a child of the page
    views::EventsPage *m_page; // a child of the window
    views::IssuesPage *m_issues; // a child of the window
    views::AssetsPage *m_assets; // a child of the window
    views::AccessPage *m_access; // a child of the window
    views::DeliveriesPage *m_deliveries; // a child of the window
    views::PageViews *m_views; // a child of the page
    PortalLinks m_links;
    Comparison m_comparison;
    std::unique_ptr<BoardDialogs> m_dialogs;
    qint64 m_selected = 0;
};

} // namespace app
