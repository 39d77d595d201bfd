// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/since/sincedialog.h"

#include "models/boards/boardkeeper.h"
#include "models/items/issuetext.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/sectiondelegate.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace views {

namespace {

constexpr int grid = 8;

QDateTime shownTime(models::Instant time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

/// The beginning of the minute that is shown.
models::Instant minuteOf(const QDateTimeEdit &edit)
{
    return std::chrono::floor<std::chrono::minutes>(
            models::Instant(std::chrono::milliseconds(edit.dateTime().toMSecsSinceEpoch())));
}

} // namespace

SinceDialog::SinceDialog(const Parts &parts, QWidget *parent)
    : QDialog(parent), m_parts(parts), m_model(parts.index), m_presets(new QComboBox(this)),
      m_from(new QDateTimeEdit(this)), m_to(new QDateTimeEdit(this)),
      m_honest(plainLabel({}, this)), m_list(new QListView(this))
{
    setObjectName(QStringLiteral("sinceDialog"));
    setWindowTitle(tr("What changed"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    rows->setSpacing(grid);
    rows->addWidget(makeTimes());
    m_honest->setObjectName(QStringLiteral("sinceDialog.honest"));
    m_honest->setForegroundRole(QPalette::PlaceholderText);
    m_honest->setWordWrap(true);
    rows->addWidget(m_honest);
    makeList();
    rows->addWidget(m_list, 1);
    rows->addWidget(makeButtons());
    connect(&m_parts.keeper, &models::BoardKeeper::stateChanged, this, &SinceDialog::workOut);
    resize(760, 640);
    m_parts.source.start();
    takePreset(0);
}

QWidget *SinceDialog::makeTimes()
{
    auto *times = new QWidget(this);
    auto *line = new QHBoxLayout(times);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid);
    if (m_parts.lastVisit)
        m_presets->addItem(tr("Since your last visit"), 0);
    m_presets->addItem(tr("Last day"), 1);
    m_presets->addItem(tr("Last 7 days"), 7);
    m_presets->addItem(tr("Last 30 days"), 30);
    m_presets->addItem(tr("Between two moments"), -1);
    m_presets->setObjectName(QStringLiteral("sinceDialog.presets"));
    m_presets->setAccessibleName(tr("Which time"));
    connect(m_presets, &QComboBox::activated, this, &SinceDialog::takePreset);
    line->addWidget(m_presets);
    line->addStretch(1);
    const auto add = [&](QDateTimeEdit *edit, const QString &label, const char *name) {
        QLabel *text = plainLabel(label, times);
        text->setBuddy(edit);
        edit->setObjectName(QLatin1String(name));
        edit->setAccessibleName(label);
        edit->setCalendarPopup(true);
        line->addWidget(text);
        line->addWidget(edit);
        connect(edit, &QDateTimeEdit::editingFinished, this, [this] {
            m_presets->setCurrentIndex(m_presets->count() - 1);
            m_begin = minuteOf(*m_from);
            // The whole minute that is shown.
            m_end = minuteOf(*m_to) + std::chrono::minutes(1) - std::chrono::milliseconds(1);
            workOut();
        });
    };
    add(m_from, tr("From"), "sinceDialog.from");
    add(m_to, tr("to"), "sinceDialog.to");
    return times;
}

void SinceDialog::makeList()
{
    m_list->setObjectName(QStringLiteral("sinceDialog.list"));
    m_list->setAccessibleName(tr("What changed"));
    setUpSections(*m_list, m_model);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const int place = index.data(models::SinceModel::PlaceRole).toInt();
        if (place >= 0)
            emit issueRequested(quint32(place));
    });
}

QWidget *SinceDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_markdown = buttons->addButton(tr("Copy as Markdown"), QDialogButtonBox::ActionRole);
    m_markdown->setObjectName(QStringLiteral("sinceDialog.markdown"));
    connect(m_markdown, &QPushButton::clicked, this, [this] { copyText(false); });
    m_html = buttons->addButton(tr("Copy as HTML"), QDialogButtonBox::ActionRole);
    m_html->setObjectName(QStringLiteral("sinceDialog.html"));
    connect(m_html, &QPushButton::clicked, this, [this] { copyText(true); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void SinceDialog::takePreset(int preset)
{
    const int days = m_presets->itemData(preset).toInt();
    if (days >= 0) {
        const models::Instant now = models::now();
        m_begin = days == 0 ? m_parts.lastVisit.value_or(now) : now - std::chrono::days(days);
        m_end = now;
        m_from->setDateTime(shownTime(m_begin));
        m_to->setDateTime(shownTime(m_end));
    }
    workOut();
}

void SinceDialog::workOut()
{
    const models::BoardKeeper &keeper = m_parts.keeper;
    m_markdown->setEnabled(false);
    m_html->setEnabled(false);
    if (!keeper.known()) {
        m_honest->setText(keeper.problem().isEmpty()
                                  ? tr("Working out the issues …")
                                  : tr("The events cannot be read: %1").arg(keeper.problem()));
        return;
    }
    const auto boards = std::make_shared<const models::Boards>(keeper.boards());
    m_job.start([this, boards, policy = m_parts.policy, from = m_begin,
                 to = m_end](const std::atomic_bool &) -> models::LatestJob::Deliver {
        const auto since = std::make_shared<const models::SinceLeft>(
                models::sinceLeft(boards->issues(), policy, from, to));
        return [this, boards, since] { take(*boards, *since); };
    });
}

void SinceDialog::take(const models::Boards &boards, const models::SinceLeft &since)
{
    m_model.show(boards, since);
    const QString seen = models::seenSinceText(boards.seenSince());
    const QString all = tr("The feed tells changes only; times are those of the events.");
    m_honest->setText(seen.isEmpty() ? all : QString(seen % QStringLiteral(". ") % all));
    m_markdown->setEnabled(true);
    m_html->setEnabled(true);
    m_list->scrollToTop();
}

// HTML for what takes it (mail, documents), and its Markdown for what does not.
void SinceDialog::copyText(bool html)
{
    auto *content = new QMimeData;
    content->setText(m_model.markdown());
    if (html)
        content->setHtml(m_model.html());
    QGuiApplication::clipboard()->setMimeData(content);
    emit copied(html ? tr("What changed is on the clipboard as HTML")
                     : tr("What changed is on the clipboard as Markdown"));
}

} // namespace views
