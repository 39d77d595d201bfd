// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/windows.h"

#include "app/main/boarddialogs.h"
#include "models/items/visittext.h"
#include "views/mainwindow.h"
#include "views/pages/deliveriespage.h"
#include "views/pages/eventspage.h"
#include "views/pages/timebar.h"

#include <algorithm>

namespace app {

namespace {
constexpr QLatin1String visitKey("visit");
} // namespace

Windows::Windows(const WindowContext &context) : m_context(context)
{
    add();
}

Windows::~Windows() = default;

EventsWindow &Windows::add()
{
    m_windows.push_back(std::make_unique<EventsWindow>(m_context));
    EventsWindow *const window = m_windows.back().get();
    connect(window, &EventsWindow::settingsRequested, this,
            [this, window] { emit settingsRequested(&window->window()); });
    connect(window, &EventsWindow::liftRequested, this, &Windows::liftRequested);
    connect(&window->window(), &views::MainWindow::quitRequested, this, &Windows::quitRequested);
    connect(&window->window(), &views::MainWindow::newWindowRequested, this,
            [this, window] { openAnother(*window); });
    connect(&window->window(), &views::MainWindow::closed, this, [this, window] { close(window); });
    connect(&window->window(), &views::MainWindow::noticeActivated, this,
            [this, window](const QString &key) {
                if (key != visitKey)
                    return;
                clearNotice(visitKey);
                window->dialogs().showSince();
            });
    window->dialogs().setLastVisit(m_lastVisit);
    window->page().setLastVisit(m_lastVisit);
    tellAll(*window);
    return *window;
}

EventsWindow &Windows::active()
{
    const auto found = std::find_if(m_windows.begin(), m_windows.end(), [](const auto &window) {
        return window->window().isActiveWindow();
    });
    return found == m_windows.end() ? first() : **found;
}

// A new window begins as its origin looks; one changes it from there.
void Windows::openAnother(EventsWindow &from)
{
    EventsWindow &window = add();
    window.page().timeBar().setField(from.page().timeBar().chosenField());
    window.query().setFilter(from.query().filter());
    window.page().setTableLayout(from.page().tableLayout());
    constexpr QPoint aside(32, 32);
    window.window().resize(from.window().size());
    window.window().move(from.window().pos() + aside);
    window.window().show();
    window.window().activateWindow();
}

void Windows::close(EventsWindow *window)
{
    if (m_windows.size() < 2)
        return; // the last one: the program ends, and remembers it first
    const auto found = std::find_if(m_windows.begin(), m_windows.end(),
                                    [window](const auto &one) { return one.get() == window; });
    if (found == m_windows.end())
        return;
    // It is in the middle of being closed, so it goes when that is over, or with the program.
    EventsWindow *const gone = found->release();
    m_windows.erase(found);
    gone->setParent(this);
    gone->deleteLater();
}

void Windows::hideAll()
{
    for (const auto &window : m_windows)
        window->window().hide();
}

void Windows::raise()
{
    const auto show = [](views::MainWindow &window) {
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.show();
        window.raise();
    };
    EventsWindow &top = active();
    for (const auto &window : m_windows) {
        if (window.get() != &top)
            show(window->window());
    }
    show(top.window());
    top.window().activateWindow();
}

void Windows::tellAll(EventsWindow &told) const
{
    views::MainWindow &window = told.window();
    window.showState(m_state);
    told.page().showState(m_state);
    told.deliveries().showState(m_state);
    window.showCounters(m_counters);
    window.showCertificate(m_certificate);
    window.showOpen(m_open);
    told.deliveries().setBans(m_bans);
    if (m_loading) {
        window.showLoading(*m_loading);
        told.page().showLoading(*m_loading);
    }
    for (auto notice = m_notices.cbegin(); notice != m_notices.cend(); ++notice)
        window.setNotice(notice.key(), notice->level, notice->text, notice->action);
}

void Windows::showState(const models::ReceiverState &state)
{
    m_state = state;
    for (const auto &window : m_windows) {
        window->window().showState(state);
        window->page().showState(state);
        window->deliveries().showState(state);
    }
}

void Windows::showCounters(const models::ReceiverCounters &counters)
{
    m_counters = counters;
    for (const auto &window : m_windows)
        window->window().showCounters(counters);
}

void Windows::showCertificate(const std::optional<models::CertificateInfo> &certificate)
{
    m_certificate = certificate;
    for (const auto &window : m_windows)
        window->window().showCertificate(certificate);
}

void Windows::showBans(const QList<models::Ban> &bans)
{
    m_bans = bans;
    for (const auto &window : m_windows)
        window->deliveries().setBans(bans);
}

void Windows::showOpen(bool open)
{
    m_open = open;
    for (const auto &window : m_windows)
        window->window().showOpen(open);
}

void Windows::showLoading(qsizetype done)
{
    m_loading = done;
    for (const auto &window : m_windows) {
        window->window().showLoading(done);
        window->page().showLoading(done);
    }
}

void Windows::finishLoading()
{
    m_loading.reset();
    m_loaded = true;
    for (const auto &window : m_windows) {
        window->window().finishLoading();
        window->page().finishLoading();
    }
    tellVisit();
}

void Windows::setLastVisit(const std::optional<models::Instant> &lastVisit)
{
    m_lastVisit = lastVisit;
    for (const auto &window : m_windows) {
        window->dialogs().setLastVisit(lastVisit);
        window->page().setLastVisit(lastVisit);
    }
    if (m_loaded)
        tellVisit();
}

void Windows::tellVisit()
{
    if (!m_lastVisit)
        return;
    const QString text = models::newSinceText(m_context.index, *m_lastVisit, models::now());
    if (!text.isEmpty())
        setNotice(visitKey, views::NoticeLevel::Information, text, tr("Show what changed"));
}

void Windows::setNotice(const QString &key, views::NoticeLevel level, const QString &text,
                        const QString &action)
{
    m_notices.insert(key, { level, text, action });
    for (const auto &window : m_windows)
        window->window().setNotice(key, level, text, action);
}

void Windows::clearNotice(const QString &key)
{
    m_notices.remove(key);
    for (const auto &window : m_windows)
        window->window().clearNotice(key);
}

} // namespace app
