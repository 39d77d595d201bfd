// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace views {

/// A field to search with, the number of matches, and buttons to the one before and the next
/// (Shift+Enter, Enter). It searches nothing itself. GUI thread.
class SearchLine final : public QWidget
{
    Q_OBJECT
public:
    explicit SearchLine(QWidget *parent = nullptr);

    QString text() const;
    /// `current` from 1 on, 0: none yet; `atLeast`: there are more than `count`.
    void showCount(int current, int count, bool atLeast);
    void focusField();

signals:
    void edited(const QString &text);
    /// 1: the next match, -1: the one before.
    void stepped(int by);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_field;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace views
