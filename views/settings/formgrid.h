// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>
#include <QHash>

class QLabel;

namespace views {

/// Rows of a label and a field, where fields and the notes below them come and go. QFormLayout
/// gives rows that appear among wrapped lines a wrong height. GUI thread.
class FormGrid final : public QGridLayout
{
    Q_OBJECT
public:
    FormGrid();

    /// `text` has the mnemonic that leads to `field`; empty: the field belongs to the row above.
    /// A field that keeps its width says so by its size policy before.
    void addRow(const QString &text, QWidget *field);
    /// Shows or hides a field and its label.
    void setRowVisible(QWidget *field, bool visible);

private:
    QHash<QWidget *, QLabel *> m_labels;
};

} // namespace views
