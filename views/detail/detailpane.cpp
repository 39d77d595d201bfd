// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/detailpane.h"

#include "views/detail/detailbody.h"
#include "views/detail/detailhead.h"
#include "views/detail/detaillinks.h"
#include "views/detail/eventwords.h"
#include "views/detail/lifepane.h"
#include "views/detail/pinnedfacts.h"
#include "views/detail/rawview.h"
#include "views/widgets/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace views {

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent), m_pages(new QStackedWidget(this)), m_tabs(new QTabWidget(m_pages)),
      m_head(new DetailHead(this)), m_body(new DetailBody(this)), m_raw(new RawView(this))
{
    setObjectName(QStringLiteral("detailPane"));
    setAccessibleName(tr("Event details"));

    QLabel *empty = plainLabel(tr("Select an event to read it."), m_pages);
    empty->setObjectName(QStringLiteral("detailPane.empty"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);

    m_tabs->setObjectName(QStringLiteral("detailPane.tabs"));
    m_tabs->setAccessibleName(tr("Details or raw JSON"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_body, tr("&Details"));
    m_tabs->addTab(m_raw, tr("&Raw JSON"));

    auto *content = new QWidget(m_pages);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_head);
    rows->addWidget(m_tabs, 1);
    m_pages->addWidget(empty);
    m_pages->addWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);

    connect(m_head, &DetailHead::openRequested, this, &DetailPane::openInPortal);
    connect(m_head, &DetailHead::copyRequested, this, &DetailPane::copy);
    connect(m_head, &DetailHead::compareRequested, this, [this] {
        if (m_event)
            emit compareRequested(m_event->id);
    });
    connect(m_body->links(), &DetailLinks::openRequested, this, &DetailPane::openRequested);
    connect(m_body->links(), &DetailLinks::copyRequested, this, &DetailPane::copyLink);
    connect(m_head, &DetailHead::valueMenuRequested, this, &DetailPane::valueMenuRequested);
    connect(m_body, &DetailBody::valueMenuRequested, this, &DetailPane::valueMenuRequested);
    connect(m_raw, &RawView::valueMenuRequested, this, &DetailPane::valueMenuRequested);
    connect(m_raw, &RawView::headRequested, this, &DetailPane::headRequested);
    connect(m_raw, &RawView::pathCopied, this, [this] { emit copied(tr("Path copied")); });
    connect(m_raw, &RawView::copyRequested, this, [this] { copy(CopyKind::Json); });
}

void DetailPane::addLife(LifePane *life)
{
    m_life = life;
    m_tabs->addTab(life, tr("&Timeline"));
}

void DetailPane::addActs(const QList<QAction *> &actions)
{
    m_head->addActs(actions);
}

void DetailPane::setActsObstacle(const QString &why)
{
    m_head->setActsObstacle(why);
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
    showBody(same);
    m_raw->show(stored.id, stored.formatted);
    if (m_life != nullptr)
        m_life->setEvent(stored.id);
    m_pages->setCurrentIndex(1);
    const qint64 wanted = std::exchange(m_toCopy, 0);
    if (wanted != 0 && wanted == stored.id)
        copy(m_copyKind);
}

void DetailPane::clear()
{
    m_event.reset();
    if (m_life != nullptr)
        m_life->setEvent(0);
    m_pages->setCurrentIndex(0);
}

void DetailPane::setPolicy(const models::LinkPolicy &policy)
{
    if (m_policy == policy)
        return;
    m_policy = policy;
    if (m_event)
        showBody(true);
}

void DetailPane::openInPortal()
{
    if (!m_event)
        return;
    if (const QString url = portalLink(m_event->event); !url.isEmpty())
        emit openRequested(url);
}

// The pins first: with them the body knows what is on top.
void DetailPane::showBody(bool same)
{
    m_body->showPinned(pinnedFacts(*m_event, m_pins));
    m_body->show(*m_event, m_policy, same);
}

void DetailPane::restorePinned(const QStringList &texts)
{
    m_pins = models::PinnedFields::fromTexts(texts);
    if (m_event)
        showBody(true);
}

void DetailPane::offerPin(QMenu *menu, const models::ValueRef &value)
{
    const QString name = models::PinnedFields::nameOf(value.field);
    if (!m_event || name.isEmpty())
        return;
    const QString type = pinType(m_event->event);
    const bool pinned = m_pins.contains(type, name);
    QAction *action = menu->addAction(pinned ? tr("Un&pin") : tr("&Pin for this type of event"));
    action->setObjectName(QStringLiteral("detailPane.pin"));
    action->setEnabled(pinned || m_pins.of(type).size() < models::PinnedFields::mostOfType);
    connect(action, &QAction::triggered, this, [this, type, name] { togglePin(type, name); });
}

void DetailPane::togglePin(const QString &type, const QString &name)
{
    if (m_pins.contains(type, name))
        m_pins.unpin(type, name);
    else
        m_pins.pin(type, name);
    if (m_event)
        showBody(true);
}

void DetailPane::showHead(qint64 id, const QByteArray &head)
{
    m_raw->showHead(id, head);
}

void DetailPane::copyLink(const QString &rawUrl)
{
    put(rawUrl, CopyKind::Link);
}

void DetailPane::copy(CopyKind kind)
{
    if (m_event)
        put(eventCopy(*m_event, kind, m_receiver), kind);
}

void DetailPane::copyEvent(qint64 id, CopyKind kind)
{
    if (id == eventId())
        return copy(kind);
    m_toCopy = id;
    m_copyKind = kind;
}

void DetailPane::put(const QString &text, CopyKind kind)
{
    if (text.isEmpty())
        return;
    auto *content = new QMimeData;
    content->setText(text);
    if (kind == CopyKind::Json) // byte for byte for programs that ask for JSON
        content->setData(QStringLiteral("application/json"), m_event->event.body);
    QGuiApplication::clipboard()->setMimeData(content);
    emit copied(copiedText(kind));
}

} // namespace views
