// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/storesearchbar.h"

#include "models/index/eventquery.h"
#include "views/widgets/messagebar.h"

#include <QVBoxLayout>

namespace views {

using models::EventQuery;

namespace {

// What is done by then would only flicker.
constexpr std::chrono::milliseconds delay { 250 };
constexpr qint64 steps = 1000;

} // namespace

StoreSearchBar::StoreSearchBar(EventQuery &query, QWidget *parent)
    : QWidget(parent), m_query(query), m_bar(new MessageBar(this))
{
    setObjectName(QStringLiteral("eventsPage.storeSearch"));
    m_bar->setLevel(NoticeLevel::Information);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &StoreSearchBar::refresh);
    connect(m_bar, &MessageBar::actionRequested, this, &StoreSearchBar::act);
    connect(&query, &EventQuery::searchChanged, this, &StoreSearchBar::refresh);
}

void StoreSearchBar::refresh()
{
    const bool searching = m_query.searching();
    if (searching && !m_searching)
        m_delay.start();
    else if (!searching)
        m_delay.stop();
    m_searching = searching;
    const QString failure = m_query.searchFailure();
    if (searching && !m_delay.isActive()) {
        m_bar->setLevel(NoticeLevel::Information);
        m_bar->showMessage(tr("Searching the stored texts; more events may follow"), tr("Cancel"));
        m_bar->showProgress(qRound64(m_query.searchProgress() * double(steps)), steps);
        show();
    } else if (!searching && m_query.searchStopped()) {
        m_bar->setLevel(failure.isEmpty() ? NoticeLevel::Warning : NoticeLevel::Problem);
        m_bar->showMessage(
                failure.isEmpty()
                        ? tr("The search was ended early; events may be missing")
                        : tr("Not all was searched; events may be missing. %1").arg(failure),
                tr("Go on"));
        m_bar->showProgress(0, 0);
        show();
    } else {
        hide();
    }
}

void StoreSearchBar::act()
{
    if (m_query.searchStopped())
        m_query.resumeSearch();
    else
        m_query.stopSearch();
}

} // namespace views
