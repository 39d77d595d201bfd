// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/limitspage.h"

#include "views/settings/problemlabel.h"
#include "views/widgets/plaintext.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace views {

using models::Limit;

namespace {

/// With mnemonics; each letter once on the page.
QString labelText(Limit limit)
{
    switch (limit) {
    case Limit::Body:
        return LimitsPage::tr("Largest &body:");
    case Limit::BodiesInFlight:
        return LimitsPage::tr("A&ll bodies under way together:");
    case Limit::Head:
        return LimitsPage::tr("Largest request line and &headers:");
    case Limit::Headers:
        return LimitsPage::tr("&Most headers:");
    case Limit::Depth:
        return LimitsPage::tr("Deepest &nesting of a body:");
    case Limit::Connections:
        return LimitsPage::tr("Most &connections:");
    case Limit::ConnectionsPerPeer:
        return LimitsPage::tr("Most connections of one &sender:");
    case Limit::HeadTime:
        return LimitsPage::tr("Time &for the headers:");
    case Limit::BodyTime:
        return LimitsPage::tr("&Time for the body:");
    case Limit::IdleTime:
        return LimitsPage::tr("Time without a re&quest:");
    case Limit::FailedCredentials:
        return LimitsPage::tr("&Wrong credentials of one sender:");
    case Limit::BanTime:
        break;
    }
    return LimitsPage::tr("Time a sender is shut o&ut:");
}

QString unitText(qint64 unit)
{
    switch (unit) {
    case 1000:
        return LimitsPage::tr(" s", "seconds");
    case 1024:
        return LimitsPage::tr(" KiB");
    case 1024 * 1024:
        return LimitsPage::tr(" MiB");
    default:
        return {};
    }
}

} // namespace

LimitsPage::LimitsPage(QWidget *parent)
    : SettingsPage(parent),
      m_metrics(new QCheckBox(tr("Allow /metrics f&rom other computers"), this))
{
    m_metrics->setObjectName(QStringLiteral("settingsDialog.metricsForAll"));
    for (const models::LimitRange &range : models::limitRanges())
        m_rows.append({ range, makeBox(range) });
    m_problem = new ProblemLabel(m_rows.first().box, this);
    build();
    connect(m_metrics, &QCheckBox::clicked, this, &LimitsPage::edited);
}

QSpinBox *LimitsPage::makeBox(const models::LimitRange &range)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(QStringLiteral("settingsDialog.limit.%1").arg(int(range.limit)));
    box->setAccessibleName(models::limitName(range.limit));
    box->setRange(int(range.lowest / range.unit), int(range.highest / range.unit));
    box->setSuffix(unitText(range.unit));
    box->setAlignment(Qt::AlignRight);
    box->setToolTip(tr("%1 to %2")
                            .arg(models::limitText(range, range.lowest),
                                 models::limitText(range, range.highest)));
    connect(box, &QSpinBox::valueChanged, this, &LimitsPage::edited);
    return box;
}

void LimitsPage::build()
{
    QLabel *hint = plainLabel(tr("A sender that goes beyond a limit is refused, and the refusal is "
                                 "on record. Senders on this computer are exempt from the bounds "
                                 "on one sender."),
                              this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *table = new QGridLayout;
    table->setHorizontalSpacing(16);
    table->setVerticalSpacing(6);
    for (int row = 0; row < int(m_rows.size()); ++row) {
        QLabel *label = plainLabel(labelText(m_rows.at(row).range.limit), this);
        label->setBuddy(m_rows.at(row).box);
        table->addWidget(label, row, 0);
        table->addWidget(m_rows.at(row).box, row, 1);
    }
    table->setColumnStretch(2, 1);
    auto *defaults = new QPushButton(tr("&Defaults"), this);
    defaults->setObjectName(QStringLiteral("settingsDialog.limits.defaults"));
    defaults->setAccessibleName(tr("Default limits"));
    defaults->setAutoDefault(false);
    connect(defaults, &QPushButton::clicked, this, [this] {
        showLimits({});
        clearProblems();
        emit edited();
    });
    setTabOrder(defaults, m_metrics);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(defaults);
    buttons->addStretch();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(hint);
    rows->addWidget(m_problem);
    rows->addLayout(table);
    rows->addLayout(buttons);
    rows->addWidget(m_metrics);
    rows->addStretch();
}

QString LimitsPage::title() const
{
    return tr("Limits");
}

void LimitsPage::load(const models::Settings &settings, const models::ReceiverSecrets &)
{
    m_metrics->setChecked(settings.receiver.metricsForAll);
    showLimits(settings.receiver.limits);
}

void LimitsPage::showLimits(const models::ReceiverLimits &limits)
{
    m_loaded = limits;
    for (Row &row : m_rows) {
        const qint64 value = models::limitValue(limits, row.range.limit);
        // A box cannot show what lies outside its range: it offers the nearest that is allowed.
        row.box->setValue(int(qBound(row.range.lowest, value, row.range.highest) / row.range.unit));
        row.shown = row.box->value();
        const bool isInside = value >= row.range.lowest && value <= row.range.highest;
        if (!isInside)
            models::setLimitValue(m_loaded, row.range.limit, row.shown * row.range.unit);
    }
}

models::ReceiverLimits LimitsPage::limits() const
{
    models::ReceiverLimits limits = m_loaded; // 1,500 bytes stay while nobody changes "1 KiB"
    for (const Row &row : m_rows) {
        if (row.box->value() != row.shown)
            models::setLimitValue(limits, row.range.limit, row.box->value() * row.range.unit);
    }
    return limits;
}

void LimitsPage::store(models::Settings &settings, models::ReceiverSecrets &) const
{
    settings.receiver.limits = limits();
    settings.receiver.metricsForAll = m_metrics->isChecked();
}

QWidget *LimitsPage::offender() const
{
    // One box alone cannot be wrong, two can contradict each other.
    const models::ReceiverLimits now = limits();
    const Limit limit = now.connectionsPerPeer > now.connections ? Limit::ConnectionsPerPeer
            : now.bodiesInFlight < now.body                      ? Limit::BodiesInFlight
                                                                 : Limit::Body;
    for (const Row &row : m_rows) {
        if (row.range.limit == limit)
            return row.box;
    }
    return nullptr;
}

QWidget *LimitsPage::showProblem(const models::SettingsProblem &problem)
{
    if (problem.field != models::SettingsProblem::Field::Limits)
        return nullptr;
    m_problem->addProblem(problem.text);
    return offender();
}

void LimitsPage::clearProblems()
{
    m_problem->clearProblems();
}

} // namespace views
