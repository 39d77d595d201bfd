// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace views {

/// One line at the top of a page that says what is wrong and offers a next step. Hidden while
/// nothing is. GUI thread.
class MessageBar final : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Shows `text` (plain) and, unless empty, a button called `action`.
    void showMessage(const QString &text, const QString &action = {});
    void clearMessage();
    QString message() const;

signals:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace views
