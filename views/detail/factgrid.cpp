// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/factgrid.h"

#include "views/detail/textblock.h"
#include "views/widgets/plaintext.h"

#include <QGridLayout>
#include <QLabel>

namespace views {

FactGrid::FactGrid(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 15);
}

FactGrid::Row FactGrid::makeRow(int number)
{
    Row row { plainLabel({}, this), new TextBlock(this) };
    row.label->setForegroundRole(QPalette::PlaceholderText);
    row.label->setBuddy(row.value);
    connect(row.value, &TextBlock::valueMenuRequested, this, &FactGrid::valueMenuRequested);
    m_grid->addWidget(row.label, number, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(row.value, number, 1, Qt::AlignTop);
    return row;
}

void FactGrid::show(const QList<Fact> &facts)
{
    while (m_rows.size() < std::size_t(facts.size()))
        m_rows.push_back(makeRow(int(m_rows.size())));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool used = i < std::size_t(facts.size());
        if (used) {
            const Fact &fact = facts.at(qsizetype(i));
            m_rows[i].label->setText(fact.label);
            m_rows[i].value->setAccessibleName(fact.label);
            m_rows[i].value->setText(fact.value);
            m_rows[i].value->setValue(fact.ref);
        }
        m_rows[i].label->setVisible(used);
        m_rows[i].value->setVisible(used);
    }
}

} // namespace views
