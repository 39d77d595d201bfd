// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jsontree/jsontree.h"

#include <QAbstractItemModel>

namespace models {

/// A JSON text as rows of names and values for a tree view; it only shows a JsonTree. GUI thread.
class JsonTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole, ///< QString as PayloadPath reads it
        RawValueRole, ///< QString, whole and as it is; null is empty
        ScalarRole, ///< bool: no object and no array
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setTree(JsonTree tree);
    const JsonTree &tree() const { return m_tree; }
    /// The row of a node of the tree; invalid for its root.
    QModelIndex indexOf(int node) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QString nameText(int node) const;
    QString valueText(int node) const;

    JsonTree m_tree;
};

} // namespace models
