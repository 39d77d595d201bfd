// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/emptystate.h"

#include "views/widgets/icon.h"
#include "views/widgets/plaintext.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace views {

namespace {
constexpr int iconSize = 56;
constexpr int textWidth = 520;
} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(plainLabel({}, this)),
      m_text(plainLabel({}, this)), m_offers(new QWidget(this)), m_button(new QPushButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setObjectName(QStringLiteral("emptyState"));
    m_button->setObjectName(QStringLiteral("emptyState.action"));
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    for (QLabel *label : { m_title, m_text }) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMinimumWidth(1);
        label->setMaximumWidth(textWidth);
    }
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_button->setDefault(true);

    const auto centred = [this](QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(widget, 1000);
        row->addStretch(1);
        static_cast<QVBoxLayout *>(layout())->addLayout(row);
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(16);
    centred(m_title);
    column->addSpacing(8);
    centred(m_text);
    column->addSpacing(24);
    column->addWidget(m_offers, 0, Qt::AlignHCenter);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionRequested);
}

void EmptyState::showContent(const Content &content)
{
    m_iconName = content.icon;
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_button->setText(content.action);
    m_button->setVisible(!content.action.isEmpty());
    showOffers(content.offers);
    paintIcon();
}

void EmptyState::showOffers(const QStringList &offers)
{
    if (offers == m_shownOffers)
        return;
    m_shownOffers = offers;
    QWidget *old = std::exchange(m_offers, new QWidget(this));
    auto *column = new QVBoxLayout(m_offers);
    column->setContentsMargins(0, 0, 0, offers.isEmpty() ? 0 : 24);
    column->setSpacing(8);
    for (int i = 0; i < int(offers.size()); ++i) {
        auto *offer = new QPushButton(m_offers);
        offer->setObjectName(QStringLiteral("emptyState.offer"));
        offer->setAccessibleName(offers[i]);
        QString shown = offer->fontMetrics().elidedText(offers[i], Qt::ElideMiddle, textWidth);
        offer->setToolTip(shown == offers[i] ? QString() : plainToolTip(offers[i]));
        offer->setText(shown.replace(u'&', QStringLiteral("&&")));
        column->addWidget(offer);
        connect(offer, &QPushButton::clicked, this, [this, i] { emit offerTaken(i); });
    }
    delete layout()->replaceWidget(old, m_offers);
    m_offers->setVisible(!offers.isEmpty());
    old->hide();
    old->deleteLater();
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void EmptyState::paintIcon()
{
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(
                icon(m_iconName)
                        .pixmap(QSize(iconSize, iconSize), devicePixelRatioF(), QIcon::Disabled));
}

} // namespace views
