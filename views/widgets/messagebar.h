// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace views {

/// How grave a message is; the graver the higher.
enum class NoticeLevel : quint8 { Information, Warning, Problem };

/// One line at the top of a page that says what is the case and offers a next step. Hidden while
/// nothing is. GUI thread.
class MessageBar final : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Shows `text` (plain) and, unless empty, a button called `action`.
    void showMessage(const QString &text, const QString &action = {});
    void setLevel(NoticeLevel level);
    /// Offers a cross that hides the bar.
    void setClosable(bool closable);
    /// Shows how far something is beside the text; a `total` of 0 shows no progress.
    void showProgress(qint64 done, qint64 total);
    void clearMessage();
    QString message() const;

signals:
    void actionRequested();
    /// The cross was pressed; the bar is hidden.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    NoticeLevel m_level = NoticeLevel::Problem;
    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_button;
    QToolButton *m_close;
};

} // namespace views
