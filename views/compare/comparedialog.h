// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/comparemodel.h"
#include "models/items/eventcomparer.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace views {

class ValuePane;

/// Two events side by side with only their differences: a row for each path whose values differ,
/// below it both values whole with the differing parts marked. What is equal is counted and
/// folded away. All of it is plain text. GUI thread.
class CompareDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit CompareDialog(QWidget *parent = nullptr);

    /// Shows a comparison, or why there is none.
    void show(const models::EventComparison &comparison);

signals:
    /// Something is on the clipboard now, named for a status line.
    void copied(const QString &what);
    /// A path should be a column of the table.
    void columnRequested(const QString &path);

private:
    void showRow(int row);
    void showCounts();
    void showMenu(const QPoint &position);

    models::CompareModel m_model;
    QLabel *m_summary;
    QLabel *m_leftHead;
    QLabel *m_rightHead;
    QTableView *m_table;
    ValuePane *m_left;
    ValuePane *m_right;
    QLabel *m_equal;
    QPushButton *m_fold;
    QPushButton *m_copy;
};

} // namespace views
