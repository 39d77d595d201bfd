// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/detailhead.h"

#include "models/items/eventtext.h"
#include "views/detail/actbuttons.h"
#include "views/detail/badge.h"
#include "views/detail/eventwords.h"
#include "views/detail/textblock.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {
namespace {

constexpr int titleLines = 3;
constexpr int grid = 8;

} // namespace

DetailHead::DetailHead(QWidget *parent)
    : QWidget(parent), m_rows(new QVBoxLayout(this)), m_severity(new Badge(this)),
      m_status(new Badge(this)), m_deliveries(new Badge(this)), m_title(new TextBlock(this)),
      m_asset(new TextBlock(this)), m_open(new QPushButton(tr("&Open in portal"), this)),
      m_copy(new QPushButton(tr("&Copy"), this)), m_compare(new QPushButton(tr("Co&mpare"), this))
{
    m_severity->setObjectName(QStringLiteral("detailPane.severity"));
    m_status->setObjectName(QStringLiteral("detailPane.status"));
    m_deliveries->setObjectName(QStringLiteral("detailPane.deliveries"));
    m_title->setObjectName(QStringLiteral("detailPane.title"));
    m_title->setAccessibleName(tr("Title"));
    m_title->setMaximumLines(titleLines);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_asset->setObjectName(QStringLiteral("detailPane.asset"));
    m_asset->setAccessibleName(tr("Asset"));
    m_asset->setMaximumLines(1);
    makeButtons();
    for (Badge *badge : { m_severity, m_status })
        connect(badge, &Badge::valueMenuRequested, this, &DetailHead::valueMenuRequested);
    for (TextBlock *text : { m_title, m_asset })
        connect(text, &TextBlock::valueMenuRequested, this, &DetailHead::valueMenuRequested);

    // A widget, not a bare layout: it keeps its height where there is no badge at all.
    auto *badgeRow = new QWidget(this);
    badgeRow->setFixedHeight(m_severity->sizeHint().height());
    auto *badges = new QHBoxLayout(badgeRow);
    badges->setContentsMargins(0, 0, 0, 0);
    badges->setSpacing(grid);
    badges->addWidget(m_severity);
    badges->addWidget(m_status);
    badges->addWidget(m_deliveries);
    badges->addStretch();

    // Room for the longest title and the asset below it, whatever the event has of them.
    auto *naming = new QWidget(this);
    naming->setFixedHeight(titleLines * m_title->fontMetrics().lineSpacing() + grid / 2
                           + m_asset->fontMetrics().lineSpacing() + 2);
    auto *names = new QVBoxLayout(naming);
    names->setContentsMargins(0, 0, 0, 0);
    names->setSpacing(grid / 2);
    names->addWidget(m_title);
    names->addWidget(m_asset);
    names->addStretch();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid);
    buttons->addWidget(m_open);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_compare);
    buttons->addStretch();

    m_rows->setContentsMargins(2 * grid, 2 * grid, 2 * grid, grid);
    m_rows->setSpacing(grid);
    m_rows->addWidget(badgeRow);
    m_rows->addWidget(naming);
    m_rows->addLayout(buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DetailHead::makeButtons()
{
    m_open->setObjectName(QStringLiteral("detailPane.open"));
    m_open->setAccessibleName(tr("Open in portal"));
    m_open->setDefault(true); // painted as the one that matters
    m_open->setMinimumWidth(m_open->sizeHint().width() + 2 * grid);
    connect(m_open, &QPushButton::clicked, this, &DetailHead::openRequested);

    m_copy->setObjectName(QStringLiteral("detailPane.copy"));
    m_copy->setAccessibleName(tr("Copy"));
    auto *menu = new QMenu(m_copy);
    const auto add = [this, menu](const QString &text, CopyKind kind) {
        return menu->addAction(text, this, [this, kind] { emit copyRequested(kind); });
    };
    m_copyLink = add(tr("&Link"), CopyKind::Link);
    add(tr("&Title"), CopyKind::Title);
    add(tr("&JSON, exactly as it came"), CopyKind::Json);
    add(tr("&Markdown"), CopyKind::Markdown);
    add(tr("J&ira"), CopyKind::Jira);
    add(tr("&Slack"), CopyKind::Slack);
    add(tr("&curl, to send it once more"), CopyKind::Curl);
    m_copy->setMenu(menu);

    m_compare->setObjectName(QStringLiteral("detailPane.compare"));
    m_compare->setAccessibleName(tr("Compare with the event before"));
    m_compare->setToolTip(tr("Shows what changed since the event before it about the same "
                             "subject."));
    connect(m_compare, &QPushButton::clicked, this, &DetailHead::compareRequested);
}

void DetailHead::addActs(const QList<QAction *> &actions)
{
    m_acts = new ActButtons(actions, QStringLiteral("detailPane"), this);
    m_rows->addWidget(m_acts);
}

void DetailHead::setActsObstacle(const QString &why)
{
    if (m_acts)
        m_acts->setObstacle(why);
}

void DetailHead::show(const models::StoredEvent &stored)
{
    constexpr qsizetype longestTitle = 600;
    const models::Event &event = stored.event;
    showBadges(stored);
    m_title->setText(models::singleLine(event.title, longestTitle));
    const QString &asset = event.asset.name.isEmpty() ? event.asset.id : event.asset.name;
    m_asset->setText(models::singleLine(asset, longestTitle));
    m_asset->setVisible(!asset.isEmpty());
    m_title->setValue(refOf(models::Field::Title, event.title));
    m_asset->setValue(refOf(models::Field::Asset, asset));

    const QString link = portalLink(event);
    m_open->setEnabled(!link.isEmpty());
    m_open->setToolTip(link.isEmpty() ? tr("This event carries no link into the portal.")
                                      : plainToolTip(models::singleLine(link)));
    m_copyLink->setEnabled(!link.isEmpty());
}

void DetailHead::showBadges(const models::StoredEvent &stored)
{
    const QString severity = severityBadge(stored.event);
    m_severity->setSeverity(stored.event.severity, severity);
    m_severity->setVisible(!severity.isEmpty());
    m_severity->setValue(severityRef(stored.event));
    const QString status = statusBadge(stored.event);
    m_status->setStatus(stored.event.status, status);
    m_status->setVisible(!status.isEmpty());
    m_status->setValue(statusRef(stored.event));
    const QString times = QLocale().toString(stored.deliveries);
    m_deliveries->setPlain(QChar(0x00d7) + times);
    m_deliveries->setAccessibleName(tr("Received %1 times").arg(times));
    m_deliveries->setToolTip(tr("The identical event was received %1 times.").arg(times));
    m_deliveries->setVisible(stored.deliveries > 1);
}

} // namespace views
