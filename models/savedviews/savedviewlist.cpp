// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/savedviews/savedviewlist.h"

#include <algorithm>

namespace models {

SavedViewList::SavedViewList(const QList<SavedView> &views, QObject *parent)
    : QAbstractListModel(parent)
{
    for (const SavedView &view : views)
        m_entries.append({ ++m_lastKey, view });
}

int SavedViewList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant SavedViewList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[index.row()];
    const std::optional<ViewCount> count = countOf(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return entry.view.name;
    case KeyRole:
        return entry.key;
    case FilterRole:
        return entry.view.filter;
    case UnreadRole:
        return count ? QVariant(qlonglong(count->unread)) : QVariant();
    case OpenRole:
        return count ? QVariant(qlonglong(count->open)) : QVariant();
    case RefusedRole:
        return refusedOf(index.row());
    case AskedRole:
        return !count && m_asked.contains(entry.key);
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    default:
        return {};
    }
}

QVariant SavedViewList::refusedOf(int row) const
{
    if (m_entries[row].view.shows != SavedView::Shows::Refused || !m_refused)
        return {};
    return qlonglong(*m_refused);
}

QString SavedViewList::spoken(int row) const
{
    const QString &name = m_entries[row].view.name;
    if (const QVariant refused = refusedOf(row); refused.isValid())
        return tr("%1, %2 requests").arg(name).arg(refused.toLongLong());
    if (const std::optional<ViewCount> count = countOf(row))
        return tr("%1, %2 unread, %3 open").arg(name).arg(count->unread).arg(count->open);
    return name;
}

bool SavedViewList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString name = cleanViewName(value.toString());
    if (name.isEmpty() || names(index.row()).contains(name, Qt::CaseInsensitive))
        return false;
    SavedView &view = m_entries[index.row()].view;
    if (view.name == name)
        return true;
    view.name = name;
    emit dataChanged(index, index);
    emit viewsChanged();
    return true;
}

Qt::ItemFlags SavedViewList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the rows, never onto one
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemIsDragEnabled
            | Qt::ItemNeverHasChildren;
}

bool SavedViewList::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to,
                             int before)
{
    if (from.isValid() || to.isValid() || count != 1 || row < 0 || row >= m_entries.size()
        || before < 0 || before > m_entries.size() || !beginMoveRows({}, row, row, {}, before))
        return false;
    m_entries.move(row, before > row ? before - 1 : before);
    endMoveRows();
    emit viewsChanged();
    return true;
}

QList<SavedView> SavedViewList::views() const
{
    QList<SavedView> views;
    for (const Entry &entry : m_entries)
        views.append(entry.view);
    return views;
}

QStringList SavedViewList::names(int except) const
{
    QStringList names;
    for (int row = 0; row < m_entries.size(); ++row) {
        if (row != except)
            names.append(m_entries[row].view.name);
    }
    return names;
}

int SavedViewList::rowOf(qint64 key) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [key](const Entry &entry) { return entry.key == key; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

qint64 SavedViewList::add(SavedView view, int after)
{
    if (m_entries.size() >= mostSavedViews)
        return 0;
    view.name = cleanViewName(view.name);
    if (view.name.isEmpty())
        view.name = tr("View");
    view.name = uniqueViewName(view.name, names());
    const int row = after < 0 ? int(m_entries.size()) : std::min(after + 1, int(m_entries.size()));
    beginInsertRows({}, row, row);
    m_entries.insert(row, { ++m_lastKey, view });
    endInsertRows();
    emit viewsChanged();
    return m_lastKey;
}

void SavedViewList::replace(int row, const SavedView &view)
{
    SavedView changed = view;
    changed.name = at(row).name;
    if (changed == at(row))
        return;
    m_entries[row].view = changed;
    emit dataChanged(index(row), index(row));
    emit viewsChanged();
}

void SavedViewList::remove(int row)
{
    if (row < 0 || row >= m_entries.size())
        return;
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
    emit viewsChanged();
}

int SavedViewList::addAll(const QList<SavedView> &views)
{
    int added = 0;
    for (const SavedView &view : views)
        added += add(view) != 0 ? 1 : 0;
    return added;
}

void SavedViewList::restoreStandard()
{
    QList<Entry> entries;
    for (const SavedView &view : standardViews())
        entries.append({ ++m_lastKey, view });
    restore(entries);
}

void SavedViewList::restore(const QList<Entry> &entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
    emit viewsChanged();
}

void SavedViewList::setCounts(const QHash<qint64, ViewCount> &counts, const QSet<qint64> &asked)
{
    if (counts == m_counts && asked == m_asked)
        return;
    m_counts = counts;
    m_asked = asked;
    touchCounts();
}

void SavedViewList::setRefused(std::optional<qint64> requests)
{
    if (requests == m_refused)
        return;
    m_refused = requests;
    touchCounts();
}

void SavedViewList::touchCounts()
{
    if (!m_entries.isEmpty())
        emit dataChanged(index(0), index(int(m_entries.size()) - 1),
                         { UnreadRole, OpenRole, RefusedRole, AskedRole, Qt::AccessibleTextRole });
}

std::optional<ViewCount> SavedViewList::countOf(int row) const
{
    const auto found = m_counts.constFind(m_entries[row].key);
    return found == m_counts.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace models
