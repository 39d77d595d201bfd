// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace views {

/// A search box of plain text: Escape empties it, then leaves; Down and Enter leave for what was
/// found. GUI thread.
class SearchEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchEdit(QWidget *parent = nullptr);

signals:
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace views
