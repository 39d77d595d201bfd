// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/deliverypane.h"

#include "models/items/deliverytext.h"
#include "models/items/eventtext.h"
#include "views/detail/badge.h"
#include "views/detail/bytesview.h"
#include "views/detail/byteswords.h"
#include "views/detail/deliveryfacts.h"
#include "views/detail/factgrid.h"
#include "views/detail/refusedpart.h"
#include "views/detail/textblock.h"
#include "views/widgets/flowlayout.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace views {

namespace {
constexpr int grid = 8;
constexpr qsizetype mostListed = 24;
} // namespace

DeliveryPane::DeliveryPane(QWidget *parent)
    : QWidget(parent), m_pages(new QStackedWidget(this)), m_result(new Badge(this)),
      m_status(new Badge(this)), m_title(plainLabel({}, this)), m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("deliveryPane"));
    setAccessibleName(tr("Request details"));
    m_title->setObjectName(QStringLiteral("deliveryPane.title"));
    m_title->setWordWrap(true);
    m_title->setMinimumWidth(1);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setFixedHeight(2 * QFontMetrics(large).lineSpacing());

    QLabel *empty = plainLabel(tr("Select a request to see it whole."), m_pages);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);
    auto *copyButton = new QPushButton(tr("&Copy"), this);
    copyButton->setObjectName(QStringLiteral("deliveryPane.copy"));
    copyButton->setToolTip(tr("Copies the request as text"));
    connect(copyButton, &QPushButton::clicked, this, &DeliveryPane::copy);

    auto *badges = new QHBoxLayout;
    badges->setSpacing(grid);
    badges->addWidget(m_result);
    badges->addWidget(m_status);
    badges->addStretch();
    badges->addWidget(copyButton);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(2 * grid, 2 * grid, 2 * grid, grid);
    head->setSpacing(grid);
    head->addLayout(badges);
    head->addWidget(m_title);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(tr("Details"));
    m_scroll->viewport()->setAutoFillBackground(false);

    auto *content = new QWidget(m_pages);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    m_pages->addWidget(empty);
    m_pages->addWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
}

QSize DeliveryPane::sizeHint() const
{
    return { 48 * fontMetrics().averageCharWidth(), 40 * fontMetrics().height() };
}

void DeliveryPane::showDelivery(const models::DeliveryDetail &detail)
{
    const int place = deliveryId() == detail.record.id ? m_scroll->verticalScrollBar()->value() : 0;
    m_detail = detail;
    fill();
    m_pages->setCurrentIndex(1);
    m_scroll->verticalScrollBar()->setValue(place);
}

void DeliveryPane::clear()
{
    m_detail.reset();
    m_pages->setCurrentIndex(0);
}

void DeliveryPane::fill()
{
    const models::DeliveryRecord &record = m_detail->record;
    m_result->setResult(record.result(), models::resultText(record.result()));
    m_status->setPlain(models::httpStatusText(record.status));
    m_status->setVisible(!record.imported);
    m_title->setText(models::singleLine(deliveryTitle(record), 200));
    m_title->setToolTip(plainToolTip(models::multiLine(record.cause)));

    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(2 * grid, grid, 2 * grid, 2 * grid);
    m_rows->setSpacing(grid / 2);
    const QString advice = record.result() == models::DeliveryResult::Refused
            ? refusalAdvice(record.status)
            : QString();
    if (!advice.isEmpty()) {
        addHeading(tr("What to do"));
        addText(advice, QStringLiteral("deliveryPane.advice"));
    }
    if (!m_detail->parts.isEmpty())
        addHeading(tr("Refused parts"));
    for (const models::RefusedPartRecord &part : m_detail->parts) {
        auto *view = new RefusedPart(part, content);
        connect(view, &RefusedPart::acceptRequested, this,
                [this](int position) { emit acceptRequested(deliveryId(), position); });
        connect(view, &RefusedPart::eventRequested, this, &DeliveryPane::eventRequested);
        m_rows->addWidget(view);
    }
    addHeading(tr("Facts"));
    auto *facts = new FactGrid(content);
    facts->show(deliveryFacts(record));
    m_rows->addWidget(facts);
    addEvents();
    if (!m_detail->head.isEmpty()) {
        addHeading(tr("Request"));
        addBytes(QStringLiteral("deliveryPane.head"), m_detail->head, m_detail->head.size());
    }
    if (!m_detail->body.isEmpty()) {
        addHeading(tr("Body of the first event"));
        addBytes(QStringLiteral("deliveryPane.body"), m_detail->body, m_detail->body.size());
    }
    m_rows->addStretch();
    m_scroll->setWidget(content);
    content->show();
}

void DeliveryPane::addHeading(const QString &text)
{
    QLabel *heading = plainLabel(text, nullptr);
    QFont semibold = heading->font();
    semibold.setWeight(QFont::DemiBold);
    heading->setFont(semibold);
    heading->setContentsMargins(0, m_rows->count() > 0 ? grid + grid / 2 : 0, 0, 0);
    m_rows->addWidget(heading);
}

void DeliveryPane::addText(const QString &text, const QString &name)
{
    auto *block = new TextBlock;
    block->setObjectName(name);
    block->setText(text);
    m_rows->addWidget(block);
}

void DeliveryPane::addBytes(const QString &name, const QByteArray &bytes, qint64 size)
{
    auto *view = new BytesView;
    view->setObjectName(name);
    view->setAccessibleName(tr("Bytes as they came"));
    view->showBytes(bytes, size);
    m_rows->addWidget(view);
}

void DeliveryPane::addEvents()
{
    if (m_detail->events.isEmpty())
        return;
    addHeading(tr("Events"));
    auto *list = new QWidget;
    auto *flow = new FlowLayout(list);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const qint64 id : m_detail->events.first(qMin(mostListed, m_detail->events.size()))) {
        auto *link = new LinkButton(u'#' % QString::number(id), list);
        link->setObjectName(QStringLiteral("deliveryPane.event"));
        link->setAccessibleName(tr("Show event %1").arg(id));
        link->setToolTip(tr("Show this event"));
        connect(link, &QToolButton::clicked, this, [this, id] { emit eventRequested(id); });
        flow->addWidget(link);
    }
    if (const qsizetype more = m_detail->record.events - mostListed; more > 0)
        flow->addWidget(plainLabel(tr("and %1 more").arg(QLocale().toString(more)), list));
    m_rows->addWidget(list);
}

RefusedPart *DeliveryPane::partAt(qint64 delivery, int position) const
{
    if (delivery != deliveryId() || delivery == 0)
        return nullptr;
    for (RefusedPart *part : m_scroll->findChildren<RefusedPart *>()) {
        if (part->position() == position)
            return part;
    }
    return nullptr;
}

void DeliveryPane::showAccepted(qint64 delivery, int position, qint64 event)
{
    if (RefusedPart *part = partAt(delivery, position))
        part->showAccepted(event);
}

void DeliveryPane::showAcceptFailed(qint64 delivery, int position, const QString &reason)
{
    if (RefusedPart *part = partAt(delivery, position))
        part->showFailed(reason);
}

void DeliveryPane::copy()
{
    if (!m_detail)
        return;
    QGuiApplication::clipboard()->setText(deliveryAsText(*m_detail));
    emit copied(tr("Request copied"));
}

} // namespace views
