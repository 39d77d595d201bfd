// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

#include <chrono>

namespace views {

/// A search box of plain text that searches once typing rests: Escape empties it, then leaves; Down
/// and Enter leave for what was found. GUI thread.
class SearchEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchEdit(std::chrono::milliseconds rest, QWidget *parent = nullptr);
    /// Shows what is searched for; what was typed and not yet searched for no longer will be.
    void showSearch(const QString &text);

signals:
    void searchRequested(const QString &text); ///< without white space around it
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTimer m_typing;
};

} // namespace views
