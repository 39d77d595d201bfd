// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/lifepane.h"

#include "views/detail/paneparts.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace views {

namespace {
constexpr int grid = 8;
} // namespace

LifePane::LifePane(const models::EventIndex &index, QWidget *parent)
    : QWidget(parent), m_timeline(index), m_pages(new QStackedWidget(this)),
      m_words(plainLabel({}, m_pages)), m_issue(new LinkButton(tr("Show the issue"), this)),
      m_sameRule(new LinkButton({}, this)), m_sameAsset(new LinkButton({}, this)),
      m_list(new QListView(this))
{
    setObjectName(QStringLiteral("lifePane"));
    setAccessibleName(tr("Timeline of the issue"));
    m_words->setObjectName(QStringLiteral("lifePane.words"));
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    m_words->setMargin(2 * grid);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(m_words);
    m_pages->addWidget(makeContent());
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
}

QWidget *LifePane::makeContent()
{
    auto *content = new QWidget(m_pages);
    auto *ways = new QVBoxLayout;
    ways->setContentsMargins(2 * grid, grid, 2 * grid, 0);
    ways->setSpacing(grid / 2);
    using Signal = void (LifePane::*)();
    const auto addWay = [this, ways](LinkButton *button, const QString &name, Signal signal) {
        button->setObjectName(QString(QLatin1String("lifePane.") % name));
        connect(button, &QToolButton::clicked, this, signal);
        ways->addWidget(button, 0, Qt::AlignLeft);
    };
    addWay(m_issue, QStringLiteral("issue"), &LifePane::issueRequested);
    addWay(m_sameRule, QStringLiteral("sameRule"), &LifePane::sameRuleRequested);
    addWay(m_sameAsset, QStringLiteral("sameAsset"), &LifePane::sameAssetRequested);
    m_list->setObjectName(QStringLiteral("lifePane.timeline"));
    m_list->setAccessibleName(tr("Timeline"));
    setUpTimeline(*m_list, m_timeline);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const qint64 event = index.data(models::TimelineModel::EventRole).toLongLong())
            emit eventRequested(event);
    });
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(grid);
    rows->addLayout(ways);
    rows->addWidget(m_list, 1);
    return content;
}

void LifePane::setEvent(qint64 id)
{
    if (m_event != id) {
        m_isOther = true;
        m_words->clear();
        m_pages->setCurrentIndex(0); // no life of another one, not even for a moment
    }
    m_event = id;
    if (id != 0 && isVisible())
        emit wanted(id);
}

void LifePane::showLife(const ShownLife &life)
{
    const auto offer = [](LinkButton *button, const QString &words) {
        button->setText(words);
        button->setVisible(!words.isEmpty());
    };
    offer(m_sameRule, life.sameRule);
    offer(m_sameAsset, life.sameAsset);
    m_timeline.show(life.timeline);
    if (std::exchange(m_isOther, false))
        m_list->scrollToTop();
    m_pages->setCurrentIndex(1);
}

void LifePane::showNothing(const QString &why)
{
    m_words->setText(why);
    m_pages->setCurrentIndex(0);
}

void LifePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_event != 0)
        emit wanted(m_event);
}

void LifePane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    emit left();
}

} // namespace views
