// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QToolButton;

namespace views {

/// Says what was just done and takes it back for a while: over the lower edge of its parent, so
/// that nothing moves. One at a time; Ctrl+Z in the parent does the same. GUI thread.
class UndoToast final : public QFrame
{
    Q_OBJECT
public:
    explicit UndoToast(QWidget *parent);

    /// `undo` runs once at most; nothing to undo: only says it.
    void offer(const QString &text, std::function<void()> undo = {});
    QString text() const;

    /// How long it stays, unless the pointer or the focus is on it.
    static constexpr std::chrono::seconds stay { 12 };

public slots:
    void undo();
    void dismiss();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void leaveLater();

    QLabel *m_text;
    QToolButton *m_undoButton;
    QToolButton *m_close;
    QTimer m_timer;
    std::function<void()> m_undo;
};

} // namespace views
