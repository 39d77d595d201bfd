// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/timerangedialog.h"

#include "views/widgets/plaintext.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace views {

TimeRangeDialog::TimeRangeDialog(const OpenRange &range, const OpenRange &shown, QWidget *parent)
    : QDialog(parent), m_hasFirst(new QCheckBox(tr("From"), this)),
      m_hasEnd(new QCheckBox(tr("Until"), this)),
      m_first(makeField(m_hasFirst, range.first, shown.first)),
      m_end(makeField(m_hasEnd, range.end, shown.end)), m_problem(plainLabel({}, this))
{
    setObjectName(QStringLiteral("timeRange"));
    setWindowTitle(tr("Time range"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_first->setObjectName(QStringLiteral("timeRange.first"));
    m_first->setAccessibleName(tr("From"));
    m_end->setObjectName(QStringLiteral("timeRange.end"));
    m_end->setAccessibleName(tr("Until just before"));
    m_problem->setForegroundRole(QPalette::BrightText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_show = buttons->addButton(tr("Show this time"), QDialogButtonBox::AcceptRole);
    m_show->setDefault(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 16, 16, 16);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_hasFirst, 0, 0);
    grid->addWidget(m_first, 0, 1);
    grid->addWidget(m_hasEnd, 1, 0);
    grid->addWidget(m_end, 1, 1);
    grid->addWidget(m_problem, 2, 0, 1, 2);
    grid->addWidget(buttons, 3, 0, 1, 2);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const OpenRange chosen = this->range();
        emit rangeChosen(chosen.first, chosen.end);
        close();
    });
    for (QDateTimeEdit *field : { m_first, m_end })
        connect(field, &QDateTimeEdit::dateTimeChanged, this, &TimeRangeDialog::check);
    for (QCheckBox *box : { m_hasFirst, m_hasEnd })
        connect(box, &QCheckBox::toggled, this, &TimeRangeDialog::check);
    check();
}

QDateTimeEdit *TimeRangeDialog::makeField(QCheckBox *box, std::optional<qint64> moment,
                                          std::optional<qint64> offered)
{
    auto *field = new QDateTimeEdit(this);
    field->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    field->setCalendarPopup(true);
    QDateTime at = moment || offered ? QDateTime::fromMSecsSinceEpoch(moment ? *moment : *offered)
                                     : QDateTime::currentDateTime();
    at.setTime(QTime(at.time().hour(), at.time().minute()));
    field->setDateTime(at);
    field->setEnabled(moment.has_value());
    box->setChecked(moment.has_value());
    connect(box, &QCheckBox::toggled, field, &QWidget::setEnabled);
    return field;
}

OpenRange TimeRangeDialog::range() const
{
    OpenRange range;
    if (m_hasFirst->isChecked())
        range.first = m_first->dateTime().toMSecsSinceEpoch();
    if (m_hasEnd->isChecked())
        range.end = m_end->dateTime().toMSecsSinceEpoch();
    return range;
}

void TimeRangeDialog::check()
{
    const OpenRange chosen = range();
    const bool empty = chosen.first && chosen.end && *chosen.first >= *chosen.end;
    m_show->setEnabled(!empty);
    m_problem->setText(empty ? tr("The end has to be after the beginning.") : QString());
}

} // namespace views
