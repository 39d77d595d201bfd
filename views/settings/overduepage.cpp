// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/overduepage.h"

#include "models/items/eventtext.h"
#include "models/settings/overduerules.h"
#include "views/settings/problemlabel.h"
#include "views/widgets/plaintext.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace views {

using models::Severity;

namespace {

/// With mnemonics; each letter once on the page.
QString labelText(Severity severity)
{
    switch (severity) {
    case Severity::Urgent:
        return OverduePage::tr("&Urgent:");
    case Severity::High:
        return OverduePage::tr("&High:");
    case Severity::Medium:
        return OverduePage::tr("&Medium:");
    case Severity::Low:
        return OverduePage::tr("&Low:");
    case Severity::Unknown:
        return OverduePage::tr("A &word that is not known:");
    case Severity::Unrated:
        break;
    }
    return OverduePage::tr("Withou&t a severity:");
}

} // namespace

OverduePage::OverduePage(QWidget *parent) : SettingsPage(parent)
{
    for (const Severity severity : models::severitiesGravestFirst)
        m_boxes.at(std::size_t(severity)) = makeBox(severity);
    m_problem = new ProblemLabel(box(Severity::Urgent), this);
    build();
}

QSpinBox *OverduePage::makeBox(Severity severity)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(
            QStringLiteral("settingsDialog.overdue.%1").arg(models::severityKey(severity)));
    box->setAccessibleName(tr("Days for severity: %1").arg(models::severityText(severity)));
    box->setRange(0, models::mostOverdueDays);
    box->setSpecialValueText(tr("Never"));
    box->setSuffix(tr(" days"));
    box->setAlignment(Qt::AlignRight);
    box->setToolTip(tr("1 to %L1 days; 0: never").arg(models::mostOverdueDays));
    connect(box, &QSpinBox::valueChanged, this, [this, box](int days) {
        box->setSuffix(days == 1 ? tr(" day") : tr(" days"));
        emit edited();
    });
    return box;
}

void OverduePage::build()
{
    QLabel *hint = plainLabel(tr("An open issue is overdue when it has been open for longer than "
                                 "this. One that was reopened gets its time anew. “Never” sets no "
                                 "limit."),
                              this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *table = new QGridLayout;
    table->setHorizontalSpacing(16);
    table->setVerticalSpacing(6);
    int row = 0;
    for (const Severity severity : models::severitiesGravestFirst) {
        QLabel *label = plainLabel(labelText(severity), this);
        label->setBuddy(box(severity));
        table->addWidget(label, row, 0);
        table->addWidget(box(severity), row, 1);
        ++row;
    }
    table->setColumnStretch(2, 1);
    auto *defaults = new QPushButton(tr("&Defaults"), this);
    defaults->setObjectName(QStringLiteral("settingsDialog.overdue.defaults"));
    defaults->setAccessibleName(tr("Default days"));
    defaults->setAutoDefault(false);
    connect(defaults, &QPushButton::clicked, this, [this] {
        showPolicy({});
        clearProblems();
        emit edited();
    });
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
    rows->addStretch();
}

QString OverduePage::title() const
{
    return tr("Overdue");
}

void OverduePage::load(const models::Settings &settings, const models::ReceiverSecrets &)
{
    showPolicy(settings.overdue);
}

void OverduePage::showPolicy(const models::OverduePolicy &policy)
{
    for (const Severity severity : models::severitiesGravestFirst)
        box(severity)->setValue(policy.days.at(std::size_t(severity)));
}

void OverduePage::store(models::Settings &settings, models::ReceiverSecrets &) const
{
    for (const Severity severity : models::severitiesGravestFirst)
        settings.overdue.days.at(std::size_t(severity)) = box(severity)->value();
}

QWidget *OverduePage::showProblem(const models::SettingsProblem &problem)
{
    if (problem.field != models::SettingsProblem::Field::Overdue)
        return nullptr;
    m_problem->addProblem(problem.text);
    return box(Severity::Urgent);
}

void OverduePage::clearProblems()
{
    m_problem->clearProblems();
}

} // namespace views
