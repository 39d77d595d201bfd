// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QListView;
class QToolButton;

namespace models {
class FacetList;
}

namespace views {

class FacetRows;

/// One facet: its title, its values with counts, a search box once there are more than twelve,
/// and a way to clear what is chosen. GUI thread.
class FacetSection final : public QWidget
{
    Q_OBJECT
public:
    /// `model` must outlive the section.
    explicit FacetSection(models::FacetList &model, QWidget *parent = nullptr);

    QListView &list() const { return *m_list; }

private:
    void fit();
    void selectOnly(const QModelIndex &shown);
    int chosen() const;

    models::FacetList &m_model;
    FacetRows *m_rows;
    QListView *m_list;
    QLineEdit *m_search;
    QToolButton *m_clear;
    QToolButton *m_more;
};

} // namespace views
