// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace views {

/// The small button that floats over a table and says how many rows came above what one looks
/// at: "37 new · 2 urgent ↑". Hidden while there are none. GUI thread.
class NewRowsPill final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit NewRowsPill(QWidget *parent);

    /// Shows the counts; none hides the pill.
    void showCounts(int rows, int urgent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace views
