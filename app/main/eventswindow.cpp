// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/eventswindow.h"

#include "app/main/boarddialogs.h"
#include "app/main/boardsdesk.h"
#include "app/main/viewskeeper.h"
#include "models/copytext/curltext.h"
#include "models/index/filterwords.h"
#include "models/items/eventtext.h"
#include "views/detail/detailpane.h"
#include "views/detail/lifepane.h"
#include "views/mainwindow.h"
#include "views/pages/accesspage.h"
#include "views/pages/assetspage.h"
#include "views/pages/deliveriespage.h"
#include "views/pages/eventlife.h"
#include "views/pages/eventspage.h"
#include "views/pages/eventtriage.h"
#include "views/pages/issuespage.h"
#include "views/pages/waysoutoffer.h"
#include "views/sidebar/pageviews.h"
#include "views/sidebar/viewsession.h"
#include "views/widgets/eventtable.h"

#include <QMenu>
#include <QStatusBar>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace app {

EventsWindow::EventsWindow(const WindowContext &context)
    : m_shared(context), m_deliveryArchive(context.url, context.writer), m_search(context.url),
      m_waysSearch(context.url), m_uptime(context.url), m_query(context.index, m_search),
      m_model(context.index, m_query), m_sampler(context.index, context.archive),
      m_window(std::make_unique<views::MainWindow>()), m_detail(new views::DetailPane),
      m_page(new views::EventsPage(m_model, m_query, m_detail)),
      m_issues(new views::IssuesPage(context.boards.pageParts(context.index))),
      m_assets(new views::AssetsPage(context.boards.boardParts(context.index))),
      m_access(new views::AccessPage(context.boards.boardParts(context.index))),
      m_deliveries(new views::DeliveriesPage(m_deliveryArchive)),
      m_views(new views::PageViews(
              { *m_page, context.index, m_query, context.keeper.views(), context.keeper.marks() })),
      m_links(context.archive, context.control, context.opener, *m_window),
      m_comparison(context.index, context.archive, *m_page, *m_detail)
{
    m_window->addPage(m_page, tr("Events"), QLatin1String("inbox"));
    m_window->addPage(m_issues, tr("Issues"), QLatin1String("issues"));
    m_window->addPage(m_assets, tr("Assets"), QLatin1String("assets"));
    m_window->addPage(m_access, tr("Access"), QLatin1String("access"));
    m_window->addPage(m_deliveries, tr("Deliveries"), QLatin1String("deliveries"));
    m_model.setPayloadValues(m_shared.payload);
    m_page->waysOut().setStore(m_shared.index, m_waysSearch);
    takeSettings();
    wireEvents();
    wireDetail();
    wireIssues();
    wireBoards();
    wireDeliveries();
    wireViews();
}

EventsWindow::~EventsWindow()
{
    m_views->session().keepColumns();
}

void EventsWindow::wireEvents()
{
    const views::IssuesPage::Parts parts = m_shared.boards.pageParts(m_shared.index);
    new views::EventTriage(
            { *m_page, *m_detail, parts.index, m_query, parts.desk, m_views->undo(), parts.me });
    connect(m_window.get(), &views::MainWindow::settingsRequested, this,
            &EventsWindow::settingsRequested);
    connect(&m_query, &models::EventQuery::filterChanged, this, &EventsWindow::showTitle);
    connect(m_page, &views::EventsPage::settingsRequested, this, &EventsWindow::settingsRequested);
    connect(m_page, &views::EventsPage::eventSelected, this, &EventsWindow::select);
    connect(m_page, &views::EventsPage::openRequested, &m_links, &PortalLinks::openSubject);
    connect(m_page, &views::EventsPage::hinted, this, &EventsWindow::say);
    connect(&m_links, &PortalLinks::said, this, &EventsWindow::say);
    connect(&m_comparison, &Comparison::said, this, &EventsWindow::say);
    connect(m_page, &views::EventsPage::tableMenuMade, this, &EventsWindow::addCopies);
    connect(&m_sampler, &models::PathSampler::sampled, m_page, &views::EventsPage::learnPaths);
    connect(&m_uptime, &SqlUptime::runsRead, m_page, &views::EventsPage::showUptime);
    m_uptime.start();
}

// Several windows are told apart by what they show.
void EventsWindow::showTitle()
{
    constexpr qsizetype longest = 60;
    const QString filter = models::singleLine(m_query.filter().text(), longest);
    m_window->setWindowTitle(filter.isEmpty() ? QStringLiteral("Watchfloor")
                                              : tr("%1 – Watchfloor").arg(filter));
}

void EventsWindow::wireDetail()
{
    connect(&m_shared.control, &ReceiverControl::settingsChanged, this,
            &EventsWindow::takeSettings);
    connect(m_detail, &views::DetailPane::openRequested, &m_links, &PortalLinks::open);
    connect(m_detail, &views::DetailPane::valueMenuRequested, m_page,
            &views::EventsPage::showValueMenu);
    connect(m_page, &views::EventsPage::valueMenuMade, m_detail, &views::DetailPane::offerPin);
    connect(m_detail, &views::DetailPane::headRequested, &m_deliveryArchive,
            &SqlDeliveryArchive::loadHead);
    connect(&m_deliveryArchive, &SqlDeliveryArchive::headLoaded, m_detail,
            &views::DetailPane::showHead);
    connect(m_detail, &views::DetailPane::copied, this, &EventsWindow::say);
    connect(&m_shared.archive, &models::Archive::eventLoaded, this, &EventsWindow::showLoaded);
    connect(&m_shared.index, &models::EventIndex::repeated, this, &EventsWindow::reloadRepeated);
}

void EventsWindow::takeSettings()
{
    const models::Settings settings = m_shared.control.settings();
    m_detail->setPolicy(settings.links);
    m_detail->setReceiver(models::replayAddress(settings.receiver));
    m_issues->setPolicy(settings.overdue);
}

// The row under the pointer becomes the shown event, but perhaps not yet.
void EventsWindow::addCopies(QMenu *menu)
{
    const qint64 id = m_page->table().selectedId();
    if (id == 0)
        return;
    menu->addSeparator();
    QMenu *copies = menu->addMenu(tr("Copy event as"));
    copies->setObjectName(QStringLiteral("tableMenu.copyAs"));
    using views::CopyKind;
    const std::pair<QString, CopyKind> kinds[] {
        { tr("JSON"), CopyKind::Json }, { tr("Markdown"), CopyKind::Markdown },
        { tr("Jira"), CopyKind::Jira }, { tr("Slack"), CopyKind::Slack },
        { tr("curl"), CopyKind::Curl },
    };
    for (const auto &[text, kind] : kinds)
        connect(copies->addAction(text), &QAction::triggered, m_detail,
                [this, id, kind = kind] { m_detail->copyEvent(id, kind); });
}

void EventsWindow::showEvent(qint64 id)
{
    m_window->showPage(m_page);
    m_page->selectEvent(id);
}

void EventsWindow::wireIssues()
{
    auto *life = new views::LifePane(m_shared.index);
    m_detail->addLife(life);
    auto *teller = new views::EventLife(m_shared.boards.pageParts(m_shared.index), *life, life);
    using views::EventLife;
    using views::IssuesPage;
    connect(teller, &EventLife::issueRequested, m_issues, &IssuesPage::showIssue);
    connect(teller, &EventLife::sameRuleRequested, m_issues, &IssuesPage::showSameRule);
    connect(teller, &EventLife::sameAssetRequested, m_issues, &IssuesPage::showSameAsset);
    for (const auto asked : { &EventLife::issueRequested, &EventLife::sameRuleRequested,
                              &EventLife::sameAssetRequested })
        connect(teller, asked, this, [this] { m_window->showPage(m_issues); });
    connect(life, &views::LifePane::eventRequested, this, &EventsWindow::showEvent);
    connect(m_issues, &views::IssuesPage::eventRequested, this, &EventsWindow::showEvent);
    connect(m_issues, &views::IssuesPage::hinted, this, &EventsWindow::say);
    connect(m_issues, &views::IssuesPage::openRequested, &m_links, &PortalLinks::openSubject);
    connect(m_issues, &views::IssuesPage::eventsRequested, this, [this](const QString &subject) {
        showEvents(u"subject:" % models::writtenValue(models::literalValue(subject)));
    });
}

void EventsWindow::wireBoards()
{
    m_dialogs =
            std::make_unique<BoardDialogs>(m_shared.boards, m_shared.index, *m_window, *m_issues);
    connect(m_dialogs.get(), &BoardDialogs::said, this, &EventsWindow::say);
    for (views::BoardPage *page :
         std::initializer_list<views::BoardPage *> { m_assets, m_access }) {
        connect(page, &views::BoardPage::eventRequested, this, &EventsWindow::showEvent);
        connect(page, &views::BoardPage::eventsRequested, this, &EventsWindow::showEvents);
    }
    connect(m_assets, &views::AssetsPage::openRequested, &m_links, &PortalLinks::openAsset);
    connect(m_assets, &views::AssetsPage::issuesRequested, this, [this](models::TermId asset) {
        models::IssueFilter filter;
        filter.classes.set(models::IssueClass::Open);
        filter.assets.insert(asset);
        m_issues->query().setFilter(filter);
        m_window->showPage(m_issues);
    });
}

void EventsWindow::showEvents(const QString &filter)
{
    const models::Filter::Parsed parsed = models::Filter::parse(filter);
    if (!parsed.filter)
        return;
    m_query.setFilter(*parsed.filter);
    m_window->showPage(m_page);
}

void EventsWindow::wireDeliveries()
{
    connect(m_deliveries, &views::DeliveriesPage::eventRequested, this, &EventsWindow::showEvent);
    connect(m_deliveries, &views::DeliveriesPage::liftRequested, this,
            &EventsWindow::liftRequested);
    connect(m_deliveries, &views::DeliveriesPage::settingsRequested, this,
            &EventsWindow::settingsRequested);
    connect(m_deliveries, &views::DeliveriesPage::copied, this, &EventsWindow::say);
    connect(m_window.get(), &views::MainWindow::refusedRequested, this, &EventsWindow::showRefused);
}

void EventsWindow::wireViews()
{
    connect(m_views, &views::PageViews::refusedRequested, this, &EventsWindow::showRefused);
    connect(m_views, &views::PageViews::exportRequested, this,
            [this](const QString &file, const QByteArray &text) {
                const auto done = ViewsFile::writeText(file, text);
                say(done ? tr("The views are in %1").arg(file) : done.error());
            });
    connect(m_views, &views::PageViews::importRequested, this, [this](const QString &file) {
        if (const auto text = ViewsFile::readText(file))
            m_views->importText(text.value());
        else
            say(text.error());
    });
}

void EventsWindow::showRefused()
{
    m_window->showPage(m_deliveries);
    m_deliveries->showRefused();
}

void EventsWindow::say(const QString &what)
{
    m_window->statusBar()->showMessage(what, 4000);
}

void EventsWindow::select(qint64 id)
{
    m_selected = id;
    if (id == 0)
        m_detail->clear();
    else
        m_shared.archive.loadEvent(id);
}

// Answers to other windows come here, too: only what this one waits for is shown.
void EventsWindow::showLoaded(const models::StoredEvent &stored)
{
    if (stored.id != m_selected)
        return;
    m_detail->show(stored);
    m_page->learnPaths(stored.event.body);
}

// A repeat of the shown event changes its count and last arrival.
void EventsWindow::reloadRepeated(const QList<quint32> &positions)
{
    const bool shown = m_selected != 0
            && std::any_of(positions.cbegin(), positions.cend(), [this](quint32 position) {
                           return m_shared.index.id(position) == m_selected;
                       });
    if (shown)
        m_shared.archive.loadEvent(m_selected);
}

} // namespace app
