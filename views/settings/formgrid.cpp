// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/formgrid.h"

#include "views/widgets/plaintext.h"

#include <QComboBox>
#include <QLabel>

namespace views {

FormGrid::FormGrid()
{
    setContentsMargins(0, 0, 0, 0);
    setHorizontalSpacing(16);
    setVerticalSpacing(8);
    setColumnStretch(1, 1);
}

void FormGrid::addRow(const QString &text, QWidget *field)
{
    const int row = rowCount();
    const bool isFixed = field->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
    addWidget(field, row, 1, isFixed ? Qt::Alignment(Qt::AlignLeft) : Qt::Alignment());
    if (text.isEmpty())
        return;
    QLabel *label = plainLabel(text, field->parentWidget());
    label->setBuddy(field);
    addWidget(label, row, 0, Qt::AlignTop);
    if (!qobject_cast<QLabel *>(field)) // as high as the first line of the field
        label->setMinimumHeight(QComboBox().sizeHint().height());
    m_labels.insert(field, label);
}

void FormGrid::setRowVisible(QWidget *field, bool visible)
{
    field->setVisible(visible);
    if (QLabel *label = m_labels.value(field))
        label->setVisible(visible);
}

} // namespace views
