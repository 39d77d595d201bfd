// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/detail/eventwords.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace views {

class TextBlock;

/// Names and values in two columns; values can be selected. Its rows are used again for the
/// next event. GUI thread.
class FactGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit FactGrid(QWidget *parent = nullptr);

    void show(const QList<Fact> &facts);

signals:
    void valueMenuRequested(const models::ValueRef &value, const QPoint &globalPosition);

private:
    struct Row
    {
        QLabel *label = nullptr;
        TextBlock *value = nullptr;
    };
    Row makeRow(int number);

    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};

} // namespace views
