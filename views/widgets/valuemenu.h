// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/valuegesture.h"

#include <QMenu>

namespace models {
class DeliveryFacet;
class EventQuery;
class FacetList;
class IssueQuery;
} // namespace models

namespace views {

/// What one can do with a value, wherever it stands: include it in the filter, exclude it, show
/// only it, copy it. What is included or excluded has a mark, and the entry takes it back. The
/// menu deletes itself when closed. GUI thread.
class ValueMenu final : public QMenu
{
    Q_OBJECT
public:
    /// For a value of an event; `query` must outlive the menu.
    ValueMenu(const models::ValueRef &value, models::EventQuery &query, QWidget *parent);
    /// For a row of a facet, which must outlive the menu.
    ValueMenu(models::FacetList &facet, int row, QWidget *parent);
    /// For a value of a request, whether or not it is a row of its facet, which must outlive the
    /// menu.
    ValueMenu(models::DeliveryFacet &facet, const QString &value, QWidget *parent);
    /// For a value of an issue, as models::written() has it; empty: it can be copied only. `label`
    /// is the value for people, `query` must outlive the menu.
    ValueMenu(const models::ValueRef &value, const QString &label, models::IssueQuery &query,
              QWidget *parent);

private:
    struct Marks
    {
        bool selected = false;
        bool excluded = false;
    };
    ValueMenu(const QString &text, QWidget *parent);
    void addFilters(const QString &text, Marks marks, bool excludes);
    void addCopy(const QString &text);

    QAction *m_include = nullptr;
    QAction *m_exclude = nullptr;
    QAction *m_only = nullptr;
};

} // namespace views
