// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QToolButton;

namespace models {
class FacetList;
}

namespace views {

/// One facet: a heading that folds it, its values with counts, a search box once there are more
/// than twelve, a way to see more, and one to clear what is chosen. Folded, its model is not
/// active; the heading says how many values are chosen. GUI thread.
class FacetSection final : public QWidget
{
    Q_OBJECT
public:
    /// `model` must outlive the section.
    explicit FacetSection(models::FacetList &model, QWidget *parent = nullptr);

    QListView &list() const { return *m_list; }
    /// Checked while the section is open.
    QAction &foldAction() const { return *m_fold; }

private:
    void arrange();
    void connectParts();
    void fit();
    void fitHeading();
    void selectOnly(const QModelIndex &index);
    void showMenu(const QPoint &position);

    models::FacetList &m_model;
    QAction *m_fold;
    QToolButton *m_heading;
    QToolButton *m_clear;
    QLineEdit *m_search;
    QListView *m_list;
    QToolButton *m_more;
    QLabel *m_note;
};

} // namespace views
