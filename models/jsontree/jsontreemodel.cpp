// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsontree/jsontreemodel.h"

#include "models/items/eventtext.h"

#include <utility>

namespace models {
namespace {

constexpr qsizetype longestCell = 500;

int nodeOf(const QModelIndex &index)
{
    return index.isValid() ? int(index.internalId()) : 0;
}

} // namespace

void JsonTreeModel::setTree(JsonTree tree)
{
    beginResetModel();
    m_tree = std::move(tree);
    endResetModel();
}

QModelIndex JsonTreeModel::indexOf(int node) const
{
    return node <= 0 ? QModelIndex()
                     : createIndex(m_tree.node(node).row, NameColumn, quintptr(node));
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const JsonTree::Node &above = m_tree.node(nodeOf(parent));
    return createIndex(row, column, quintptr(above.children[std::size_t(row)]));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(m_tree.node(nodeOf(child)).parent) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return int(m_tree.node(nodeOf(parent)).children.size());
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString JsonTreeModel::nameText(int node) const
{
    const JsonTree::Node &one = m_tree.node(node);
    const bool element = one.parent == 0 || m_tree.node(one.parent).kind == JsonTree::Kind::Array;
    return element ? QStringLiteral("[%1]").arg(one.row) : singleLine(one.name, longestCell);
}

QString JsonTreeModel::valueText(int node) const
{
    const JsonTree::Node &one = m_tree.node(node);
    switch (one.kind) {
    case JsonTree::Kind::Object:
        return QStringLiteral("{ %1 }").arg(one.children.size());
    case JsonTree::Kind::Array:
        return QStringLiteral("[ %1 ]").arg(one.children.size());
    case JsonTree::Kind::Text:
        return QString(u'"' + singleLine(one.value, longestCell) + u'"');
    case JsonTree::Kind::Word:
        break;
    }
    return singleLine(one.value, longestCell);
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int node = nodeOf(index);
    const JsonTree::Node &one = m_tree.node(node);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? nameText(node) : valueText(node);
    case Qt::AccessibleTextRole:
        return QString(nameText(node) + QLatin1String(": ") + valueText(node));
    case PathRole:
        return m_tree.path(node);
    case RawValueRole:
        return one.kind == JsonTree::Kind::Word && one.value == QLatin1String("null") ? QString()
                                                                                      : one.value;
    case ScalarRole:
        return one.kind == JsonTree::Kind::Text || one.kind == JsonTree::Kind::Word;
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

} // namespace models
