// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablelayout.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace views {

/// Chooses the columns of the table of events: ticks show them, dragging (or Alt+Up and
/// Alt+Down) orders them, a search finds them, and any path of the payload can be added. Changes
/// nothing until it is accepted. GUI thread.
class ColumnsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ColumnsDialog(const models::TableLayout &layout, QWidget *parent = nullptr);

signals:
    /// The person accepted; the order of rows is as it was.
    void layoutChosen(const models::TableLayout &layout);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makePathRow();
    void fill(const models::TableLayout &layout);
    QListWidgetItem *add(const QString &name, bool shown);
    void search(const QString &text);
    QString typedPath() const;
    void addPath();
    void moveCurrent(int by);
    void refresh();
    models::TableLayout chosen() const;

    const models::TableLayout m_before;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLineEdit *m_path;
    QPushButton *m_addPath;
    QLabel *m_problem;
    QPushButton *m_ok;
};

} // namespace views
