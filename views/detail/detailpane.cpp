// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/detailpane.h"

#include "views/detail/detailbody.h"
#include "views/detail/detailhead.h"
#include "views/detail/detaillinks.h"
#include "views/detail/eventmarkdown.h"
#include "views/detail/eventwords.h"
#include "views/detail/rawview.h"
#include "views/widgets/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace views {

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent), m_pages(new QStackedWidget(this)), m_head(new DetailHead(this)),
      m_body(new DetailBody(this)), m_raw(new RawView(this))
{
    setObjectName(QStringLiteral("detailPane"));
    setAccessibleName(tr("Event details"));

    QLabel *empty = plainLabel(tr("Select an event to read it."), m_pages);
    empty->setObjectName(QStringLiteral("detailPane.empty"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);

    auto *tabs = new QTabWidget(m_pages);
    tabs->setObjectName(QStringLiteral("detailPane.tabs"));
    tabs->setAccessibleName(tr("Details or raw JSON"));
    tabs->setDocumentMode(true);
    tabs->addTab(m_body, tr("&Details"));
    tabs->addTab(m_raw, tr("&Raw JSON"));

    auto *content = new QWidget(m_pages);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_head);
    rows->addWidget(tabs, 1);
    m_pages->addWidget(empty);
    m_pages->addWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);

    connect(m_head, &DetailHead::openRequested, this, &DetailPane::openInPortal);
    connect(m_head, &DetailHead::linkCopyRequested, this, [this] {
        if (m_event)
            copyLink(portalLink(m_event->event));
    });
    connect(m_head, &DetailHead::titleCopyRequested, this, &DetailPane::copyTitle);
    connect(m_head, &DetailHead::jsonCopyRequested, this, &DetailPane::copyJson);
    connect(m_head, &DetailHead::markdownCopyRequested, this, &DetailPane::copyMarkdown);
    connect(m_body->links(), &DetailLinks::openRequested, this, &DetailPane::openRequested);
    connect(m_body->links(), &DetailLinks::copyRequested, this, &DetailPane::copyLink);
    connect(m_head, &DetailHead::valueMenuRequested, this, &DetailPane::valueMenuRequested);
    connect(m_body, &DetailBody::valueMenuRequested, this, &DetailPane::valueMenuRequested);
    connect(m_raw, &RawView::valueMenuRequested, this, &DetailPane::valueMenuRequested);
    connect(m_raw, &RawView::copyRequested, this, &DetailPane::copyJson);
}

qint64 DetailPane::eventId() const
{
    return m_event ? m_event->id : 0;
}

QSize DetailPane::sizeHint() const
{
    return { 48 * fontMetrics().averageCharWidth(), 40 * fontMetrics().height() };
}

void DetailPane::show(const models::StoredEvent &stored)
{
    const bool same = m_event && m_event->id == stored.id;
    m_event = stored;
    m_head->show(stored);
    m_body->show(stored, m_policy, same);
    m_raw->show(stored.formatted);
    m_pages->setCurrentIndex(1);
}

void DetailPane::clear()
{
    m_event.reset();
    m_pages->setCurrentIndex(0);
}

void DetailPane::setPolicy(const models::LinkPolicy &policy)
{
    if (m_policy == policy)
        return;
    m_policy = policy;
    if (m_event)
        m_body->show(*m_event, m_policy, true);
}

void DetailPane::openInPortal()
{
    if (!m_event)
        return;
    if (const QString url = portalLink(m_event->event); !url.isEmpty())
        emit openRequested(url);
}

void DetailPane::copyLink(const QString &rawUrl)
{
    if (rawUrl.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(rawUrl);
    emit copied(tr("Link copied"));
}

void DetailPane::copyTitle()
{
    if (!m_event)
        return;
    QGuiApplication::clipboard()->setText(m_event->event.title);
    emit copied(tr("Title copied"));
}

void DetailPane::copyJson()
{
    if (!m_event)
        return;
    // As text for editors and byte for byte for programs that ask for JSON.
    auto *content = new QMimeData;
    content->setText(QString::fromUtf8(m_event->event.body));
    content->setData(QStringLiteral("application/json"), m_event->event.body);
    QGuiApplication::clipboard()->setMimeData(content);
    emit copied(tr("JSON copied"));
}

void DetailPane::copyMarkdown()
{
    if (!m_event)
        return;
    QGuiApplication::clipboard()->setText(eventMarkdown(*m_event));
    emit copied(tr("Markdown copied"));
}

} // namespace views
