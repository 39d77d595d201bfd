// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/banbar.h"

#include "models/items/eventtext.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/plaintext.h"

#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace views {

namespace {
constexpr qsizetype mostListed = 200;
} // namespace

QString banText(const models::Ban &ban, models::Instant now)
{
    return BanBar::tr("%1 is shut out until %2 after %3 wrong tokens")
            .arg(models::singleLine(ban.peer, 60), models::shortTime(ban.until, now),
                 QLocale().toString(ban.failures));
}

BanBar::BanBar(QWidget *parent) : QWidget(parent), m_bar(new MessageBar(this))
{
    setObjectName(QStringLiteral("deliveriesPage.bans"));
    m_bar->setLevel(NoticeLevel::Warning);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    connect(m_bar, &MessageBar::actionRequested, this, &BanBar::act);
    hide();
}

void BanBar::setBans(const QList<models::Ban> &bans)
{
    m_bans = bans;
    setVisible(!bans.isEmpty());
    if (bans.size() == 1)
        m_bar->showMessage(banText(bans.constFirst(), models::now()), tr("Let in again"));
    else if (bans.size() > 1)
        m_bar->showMessage(tr("%1 addresses are shut out after too many wrong tokens")
                                   .arg(QLocale().toString(bans.size())),
                           tr("Show"));
}

void BanBar::act()
{
    if (m_bans.size() == 1)
        emit liftRequested(m_bans.constFirst().group);
    else
        showList();
}

void BanBar::showList()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setObjectName(QStringLiteral("deliveriesPage.banList"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto *rows = new QWidget;
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(16, 8, 8, 8);
    grid->setHorizontalSpacing(16);
    int row = 0;
    for (const models::Ban &ban : m_bans.first(qMin(mostListed, m_bans.size()))) {
        grid->addWidget(plainLabel(banText(ban, models::now()), rows), row, 0);
        auto *lift = new LinkButton(tr("Let in again"), rows);
        lift->setAccessibleName(tr("Let %1 in again").arg(ban.peer));
        connect(lift, &QToolButton::clicked, this, [this, popup, group = ban.group] {
            popup->close();
            emit liftRequested(group);
        });
        grid->addWidget(lift, row++, 1);
    }
    auto *scroll = new QScrollArea(popup);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(rows);
    auto *column = new QVBoxLayout(popup);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    const QSize size = rows->sizeHint();
    popup->resize(size.width() + 24, qMin(size.height() + 4, 320));
    popup->move(mapToGlobal(QPoint(qMax(0, width() - popup->width() - 8), height())));
    popup->show();
}

} // namespace views
