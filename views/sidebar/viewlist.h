// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace views {

class ViewSession;

/// The list of the saved views. A click or Enter shows one; F2 or a double click renames, Delete
/// removes, Ctrl+Up and Ctrl+Down or dragging moves, the menu key or a right click opens the menu.
/// GUI thread.
class ViewList final : public QListView
{
    Q_OBJECT
public:
    /// `session` must outlive it.
    explicit ViewList(ViewSession &session, QWidget *parent = nullptr);

    /// As tall as all rows, up to twelve.
    int fittingHeight() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The view of this row should go.
    void removeRequested(int row);
    /// The menu of this row (-1: of none) should open there.
    void menuRequested(int row, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    /// Digits choose views elsewhere; here they must not search.
    void keyboardSearch(const QString &) override { }

private:
    void noteItsKeys();
    void move(int step);
    void fit();

    ViewSession &m_session;
};

} // namespace views
