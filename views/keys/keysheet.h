// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/keys/keysmodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace views {

/// The sheet of keys: all of them by where they act, with a line that finds some. Up and Down go
/// through the list from that line, too; Escape closes. GUI thread.
class KeySheet final : public QDialog
{
    Q_OBJECT
public:
    /// `lines` as keyLinesWithDialogs() makes them.
    explicit KeySheet(const QList<KeyNote> &lines, QWidget *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeList(const QList<KeyNote> &lines);
    void find(const QString &text);

    KeysModel m_model;
    QLineEdit *m_filter;
    QListView *m_list;
    QLabel *m_none;
};

/// Shows the sheet with all keys of a window, as they are now; there is one for each window.
/// GUI thread.
void showKeySheet(QWidget &window);

} // namespace views
