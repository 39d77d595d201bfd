// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/sidebar/viewsession.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace views {

class UndoToast;
class ViewList;

/// The saved views above the facets: the list, what can be done with a changed view below it, the
/// rest in a menu. What removes something can be undone. GUI thread.
class ViewsPanel final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive it.
    ViewsPanel(ViewSession &session, UndoToast &undo, QWidget *parent = nullptr);

    /// Adds what a text holds and says what came of it.
    void importText(const QByteArray &text);

signals:
    /// Views should be written to a file, or read from one.
    void exportRequested(const QString &file, const QByteArray &text);
    void importRequested(const QString &file);
    /// All events that match this view should be marked read.
    void markReadRequested(int row);

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void refresh();
    void saveAsNew();
    void remove(int row);
    void duplicate(int row);
    void restoreStandard();
    void showMenu(int row, const QPoint &position);
    void addViewActions(QMenu &menu, int row);
    void addListActions(QMenu &menu);
    void copyText(int row);
    void askForFile(bool forExport);

    ViewSession &m_session;
    UndoToast &m_undo;
    ViewList *m_list;
    QToolButton *m_more;
    QToolButton *m_save;
    QToolButton *m_saveAsNew;
    QToolButton *m_revert;
};

} // namespace views
