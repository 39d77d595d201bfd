// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablelayout.h"

#include <QObject>

namespace models {
class EventQuery;
class EventsModel;
} // namespace models

namespace views {

class ColumnHeader;

/// The columns of the table of events: which, in what order and how wide, and by which of them
/// the rows are ordered. Times and badges get what their words need, titles most of the rest;
/// where not all fit, type, product, group and status step aside in this order. The rarer columns
/// are hidden until asked for. GUI thread.
class EventColumns final : public QObject
{
    Q_OBJECT
public:
    /// All of them must outlive the object.
    EventColumns(ColumnHeader &header, models::EventsModel &model, models::EventQuery &query,
                 QObject *parent);

    /// How the table is laid out now, as a value to keep.
    models::TableLayout layout() const;
    void setLayout(const models::TableLayout &layout);
    /// Shows a path of the payload as a column; nothing where the text is no path, and the column
    /// comes to sight where there is one already.
    void addPath(const QString &path);
    /// Opens the dialog in which columns are chosen.
    void openDialog();

signals:
    /// layout() is another one than before, or may be.
    void layoutChanged();

private:
    void plan();
    void showOrder();

    ColumnHeader &m_header;
    models::EventsModel &m_model;
    models::EventQuery &m_query;
};

} // namespace views
