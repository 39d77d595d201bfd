// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/timebar.h"

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/timerangedialog.h"
#include "views/widgets/timestrip.h"
#include "views/widgets/timewords.h"

#include <QActionGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

#include <array>

namespace views {

namespace {

struct Preset
{
    const char *text;
    const char *value; ///< of models::timeBound()
};

constexpr std::array presets {
    Preset { QT_TRANSLATE_NOOP("views::TimeBar", "Last hour"), "1h" },
    Preset { QT_TRANSLATE_NOOP("views::TimeBar", "Last 24 hours"), "24h" },
    Preset { QT_TRANSLATE_NOOP("views::TimeBar", "Last 7 days"), "7d" },
    Preset { QT_TRANSLATE_NOOP("views::TimeBar", "Last 30 days"), "30d" },
    Preset { QT_TRANSLATE_NOOP("views::TimeBar", "This year"), "thisyear" },
};

} // namespace

TimeBar::TimeBar(models::EventQuery &query, const QString &name, QWidget *parent)
    : QWidget(parent), m_times(query, query.index()), m_strip(new TimeStrip(this)),
      m_range(new LinkButton({}, this)), m_bin(plainLabel({}, this)), m_menu(new QMenu(this))
{
    setObjectName(name);
    m_strip->setObjectName(name % u".strip");
    m_range->setObjectName(name % u".range");
    m_menu->setObjectName(name % u".menu");
    m_bin->setForegroundRole(QPalette::PlaceholderText);
    m_bin->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    makeMenu();

    auto *side = new QVBoxLayout;
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(m_range, 0, Qt::AlignRight);
    side->addStretch(1);
    side->addWidget(m_bin, 0, Qt::AlignRight);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(8, 0, 8, 8);
    line->setSpacing(8);
    line->addWidget(m_strip, 1);
    line->addLayout(side);
    m_bin->setFixedWidth(sideWidth());

    connect(&m_times, &models::TimeHistogram::changed, this, &TimeBar::refresh);
    connect(m_strip, &TimeStrip::rangeRequested, &m_times, &models::TimeHistogram::select);
    connect(m_strip, &TimeStrip::allRequested, &m_times, &models::TimeHistogram::selectAll);
    connect(m_strip, &TimeStrip::mostBinsChanged, &m_times, &models::TimeHistogram::setMostBins);
    connect(m_range, &QAbstractButton::clicked, this, &TimeBar::popUp);
    connect(&query.index(), &models::EventIndex::appended, this, [this] {
        if (isHidden())
            refresh();
    });
    refresh();
}

/// The same whatever it says, so that the bars keep their places.
int TimeBar::sideWidth() const
{
    return fontMetrics().averageCharWidth() * 18 + 24;
}

void TimeBar::makeMenu()
{
    auto *ranges = new QActionGroup(this);
    const auto add = [&](const QString &text, const QString &value) {
        QAction *action = m_menu->addAction(text);
        action->setCheckable(true);
        action->setData(value);
        ranges->addAction(action);
        return action;
    };
    connect(add(tr("All time"), {}), &QAction::triggered, &m_times,
            &models::TimeHistogram::selectAll);
    for (const Preset &preset : presets) {
        const QString value = QString::fromLatin1(preset.value);
        connect(add(tr(preset.text), value), &QAction::triggered, &m_times,
                [this, value] { m_times.selectSince(value); });
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("From … until …")), &QAction::triggered, this,
            &TimeBar::askForRange);
    m_menu->addSeparator();
    auto *columns = new QActionGroup(this);
    for (const auto &[text, field] :
         { std::pair(tr("By time of arrival"), models::Field::Received),
           std::pair(tr("By time of the event"), models::Field::Time) }) {
        QAction *action = m_menu->addAction(text);
        action->setCheckable(true);
        action->setData(int(field));
        columns->addAction(action);
        connect(action, &QAction::triggered, &m_times,
                [this, chosen = field] { m_times.setField(chosen); });
    }
}

void TimeBar::popUp()
{
    const auto selection = m_times.selection();
    const QString value = selection ? selection->text.section(QLatin1String(">="), 1) : QString();
    for (QAction *action : m_menu->actions()) {
        const QVariant means = action->data();
        if (means.typeId() == QMetaType::Int)
            action->setChecked(means.toInt() == int(m_times.field()));
        else if (means.typeId() == QMetaType::QString && action->isCheckable())
            action->setChecked(means.toString() == value && (!value.isEmpty() || !selection));
    }
    const QPoint corner = m_range->mapToGlobal(QPoint(m_range->width(), m_range->height()));
    m_menu->popup(corner - QPoint(m_menu->sizeHint().width(), 0));
}

void TimeBar::askForRange()
{
    const models::TimeBins &bins = m_times.histogram().bins;
    OpenRange shown;
    if (bins.count() > 0)
        shown = { bins.edges.front(), bins.edges.back() };
    auto *dialog = new TimeRangeDialog(m_strip->look().selected.value_or(shown), shown, this);
    connect(dialog, &TimeRangeDialog::rangeChosen, &m_times, &models::TimeHistogram::select);
    dialog->open();
}

void TimeBar::showUptime(const QList<models::UptimeRun> &runs)
{
    m_uptime = models::uptimeOf(runs, models::now());
    refresh();
}

void TimeBar::refresh()
{
    setVisible(!m_times.isEmpty());
    const models::Histogram &histogram = m_times.histogram();
    const auto selection = m_times.selection();
    m_strip->showHistogram(histogram, selection);
    // Receivers are on and off in times of arrival.
    m_strip->showUptime(histogram.field == models::Field::Received
                                ? std::optional(m_uptime.value_or(models::Uptime()))
                                : std::optional<models::Uptime>());
    const QString text = selectionText(selection, QDate::currentDate());
    const QString shown = m_range->fontMetrics().elidedText(text, Qt::ElideRight, sideWidth() - 24);
    m_range->setText(QString(shown % QStringLiteral(" ▾")));
    m_range->setToolTip(plainToolTip(text));
    m_range->setAccessibleName(tr("Time range: %1").arg(text));
    m_bin->setText(histogram.bins.count() > 0 ? binText(histogram.bins) : QString());
}

} // namespace views
