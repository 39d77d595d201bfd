// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/issuepane.h"

#include "views/detail/actbuttons.h"
#include "views/detail/badge.h"
#include "views/detail/factgrid.h"
#include "views/detail/paneparts.h"
#include "views/detail/textblock.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/plaintext.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace views {

namespace {

constexpr int grid = 8;
constexpr int titleLines = 2;

} // namespace

IssuePane::IssuePane(const models::EventIndex &index, const QList<QAction *> &actions,
                     QWidget *parent)
    : QWidget(parent), m_timeline(index), m_pages(new QStackedWidget(this)),
      m_severity(new Badge(this)), m_status(new Badge(this)), m_standing(new Badge(this)),
      m_title(new TextBlock(this)), m_asset(new TextBlock(this)), m_conflict(new TextBlock(this)),
      m_facts(new FactGrid(this)), m_sameRule(new LinkButton({}, this)),
      m_sameAsset(new LinkButton({}, this)), m_list(new QListView(this))
{
    setObjectName(QStringLiteral("issuePane"));
    setAccessibleName(tr("Issue details"));
    QLabel *empty = plainLabel(tr("Select an issue to see its life."), m_pages);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);
    auto *content = new QWidget(m_pages);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(actions));
    column->addWidget(makeBody(), 1);
    m_pages->addWidget(empty);
    m_pages->addWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
}

QWidget *IssuePane::makeHead(const QList<QAction *> &actions)
{
    m_title->setObjectName(QStringLiteral("issuePane.title"));
    m_title->setAccessibleName(tr("Title"));
    m_title->setMaximumLines(titleLines);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_asset->setObjectName(QStringLiteral("issuePane.asset"));
    m_asset->setAccessibleName(tr("Asset"));
    m_asset->setMaximumLines(1);
    m_severity->setObjectName(QStringLiteral("issuePane.severity"));
    m_status->setObjectName(QStringLiteral("issuePane.status"));
    m_standing->setObjectName(QStringLiteral("issuePane.ours"));

    auto *head = new QWidget(this);
    auto *badges = new QHBoxLayout;
    badges->setSpacing(grid);
    for (Badge *badge : { m_severity, m_status, m_standing }) {
        badges->addWidget(badge);
        connect(badge, &Badge::valueMenuRequested, this, &IssuePane::valueMenuRequested);
    }
    for (TextBlock *text : { m_title, m_asset, m_conflict })
        connect(text, &TextBlock::valueMenuRequested, this, &IssuePane::valueMenuRequested);
    badges->addStretch();
    // Room for the longest title, so that the buttons never move.
    auto *naming = new QWidget(head);
    naming->setFixedHeight(titleLines * m_title->fontMetrics().lineSpacing() + grid / 2
                           + m_asset->fontMetrics().lineSpacing() + 2);
    auto *names = new QVBoxLayout(naming);
    names->setContentsMargins(0, 0, 0, 0);
    names->setSpacing(grid / 2);
    names->addWidget(m_title);
    names->addWidget(m_asset);
    names->addStretch();
    auto *open = new QPushButton(tr("&Open in portal"));
    open->setObjectName(QStringLiteral("issuePane.open"));
    open->setAccessibleName(tr("Open in portal"));
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, &IssuePane::openRequested);
    m_acts = new ActButtons(actions, objectName(), head, open);

    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(2 * grid, 2 * grid, 2 * grid, grid);
    rows->setSpacing(grid);
    rows->addLayout(badges);
    rows->addWidget(naming);
    rows->addWidget(m_acts);
    return head;
}

QWidget *IssuePane::makeBody()
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("issuePane.splitter"));
    splitter->setChildrenCollapsible(false);
    QScrollArea *scroll = makeDetailScroll(splitter);
    auto *content = new QWidget(scroll);
    auto *rows = new QVBoxLayout(content);
    // The ways, being buttons, have as much before their words.
    rows->setContentsMargins(grid, grid, 2 * grid, grid);
    rows->setSpacing(grid / 2);
    const auto addInset = [rows](QWidget *part) {
        auto *inset = new QHBoxLayout;
        inset->setContentsMargins(grid, 0, 0, 0);
        inset->addWidget(part);
        rows->addLayout(inset);
    };
    m_conflict->setObjectName(QStringLiteral("issuePane.conflict"));
    m_conflict->setAccessibleName(tr("Conflict"));
    addInset(m_conflict);
    m_sameRule->setObjectName(QStringLiteral("issuePane.sameRule"));
    m_sameAsset->setObjectName(QStringLiteral("issuePane.sameAsset"));
    connect(m_sameRule, &QToolButton::clicked, this, &IssuePane::sameRuleRequested);
    connect(m_sameAsset, &QToolButton::clicked, this, &IssuePane::sameAssetRequested);
    // Above the facts, which can be many: in sight without scrolling.
    for (LinkButton *way : { m_sameRule, m_sameAsset })
        rows->addWidget(way, 0, Qt::AlignLeft);
    m_facts->setObjectName(QStringLiteral("issuePane.facts"));
    connect(m_facts, &FactGrid::valueMenuRequested, this, &IssuePane::valueMenuRequested);
    addInset(m_facts);
    rows->addStretch();
    content->setAutoFillBackground(false);
    scroll->setWidget(content);

    auto *life = new QWidget(splitter);
    auto *column = new QVBoxLayout(life);
    column->setContentsMargins(0, grid, 0, 0);
    column->setSpacing(grid / 2);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(2 * grid, 0, 2 * grid, 0);
    QLabel *heading = makeHeading(tr("Timeline"), life);
    auto *events = new LinkButton(tr("Show its events"), life);
    events->setObjectName(QStringLiteral("issuePane.events"));
    connect(events, &QToolButton::clicked, this, &IssuePane::eventsRequested);
    line->addWidget(heading);
    line->addStretch();
    line->addWidget(events);
    column->addLayout(line);
    m_list->setObjectName(QStringLiteral("issuePane.timeline"));
    m_list->setAccessibleName(tr("Timeline"));
    heading->setBuddy(m_list);
    setUpTimeline(*m_list, m_timeline);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const qint64 event = index.data(models::TimelineModel::EventRole).toLongLong())
            emit eventRequested(event);
    });
    column->addWidget(m_list, 1);
    splitter->addWidget(scroll);
    splitter->addWidget(life);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    return splitter;
}

void IssuePane::setActsObstacle(const QString &why)
{
    m_acts->setObstacle(why);
}

QSize IssuePane::sizeHint() const
{
    return { 48 * fontMetrics().averageCharWidth(), 40 * fontMetrics().height() };
}

void IssuePane::showIssue(const ShownIssue &issue, bool same)
{
    m_title->setText(issue.title);
    m_asset->setText(issue.asset);
    m_asset->setVisible(!issue.asset.isEmpty());
    m_severity->setSeverity(issue.severity, issue.severityWord);
    m_severity->setVisible(!issue.severityWord.isEmpty());
    m_status->setStatus(issue.status, issue.statusWord);
    m_status->setVisible(!issue.statusWord.isEmpty());
    m_standing->setPlain(issue.standing);
    m_standing->setToolTip(tr("Our state"));
    m_conflict->setText(issue.conflict);
    m_conflict->setVisible(!issue.conflict.isEmpty());
    m_facts->show(issue.facts);
    m_severity->setValue(issue.severityRef);
    m_status->setValue(issue.statusRef);
    m_standing->setValue(issue.standingRef);
    m_title->setValue(issue.titleRef);
    m_asset->setValue(issue.assetRef);
    m_conflict->setValue(issue.conflictRef);
    m_sameRule->setText(issue.sameRule);
    m_sameRule->setVisible(!issue.sameRule.isEmpty());
    m_sameAsset->setText(issue.sameAsset);
    m_sameAsset->setVisible(!issue.sameAsset.isEmpty());
    m_timeline.show(issue.timeline);
    if (!same)
        m_list->scrollToTop();
    m_pages->setCurrentIndex(1);
}

void IssuePane::clear()
{
    m_pages->setCurrentIndex(0);
}

} // namespace views
