// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/facetlist.h"

#include <algorithm>

namespace models {

namespace {

auto find(auto &entries, const FacetEntry &wanted)
{
    return std::find_if(entries.begin(), entries.end(), [&wanted](const FacetEntry &entry) {
        return entry.key == wanted.key && entry.value == wanted.value;
    });
}

} // namespace

void FacetList::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active)
        return sortRows();
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void FacetList::setAll(bool all)
{
    m_all = all;
    sortRows();
}

void FacetList::setSearch(const QString &text)
{
    if (text.trimmed() == m_search)
        return;
    m_search = text.trimmed();
    sortRows();
}

int FacetList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FacetList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FacetEntry &entry = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.label;
    case Qt::ToolTipRole:
        return QString(entry.label + QLatin1Char('\n') + countWords(entry));
    case Qt::AccessibleTextRole:
        return entry.excluded ? tr("%1, excluded, %2").arg(entry.label, countWords(entry))
                              : tr("%1, %2").arg(entry.label, countWords(entry));
    case Qt::CheckStateRole:
        if (entry.excluded)
            return static_cast<int>(Qt::PartiallyChecked);
        return static_cast<int>(entry.selected ? Qt::Checked : Qt::Unchecked);
    case ValueRole:
        return entry.value;
    case MatchingRole:
        return static_cast<qlonglong>(entry.matching);
    case TotalRole:
        return entry.total ? QVariant(static_cast<qlonglong>(*entry.total)) : QVariant();
    case OpenRole:
        return entry.open ? QVariant(static_cast<qlonglong>(*entry.open)) : QVariant();
    case ExcludedRole:
        return entry.excluded;
    case PlainTextRole:
        return plainText(entry);
    default:
        return {};
    }
}

bool FacetList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole
        || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)
        || value == data(index, role))
        return false;
    toggle(index.row());
    return true;
}

Qt::ItemFlags FacetList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
            | Qt::ItemNeverHasChildren;
}

const FacetEntry *FacetList::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

// What is applied changes the rows: by value, therefore.

void FacetList::toggle(int row)
{
    if (const FacetEntry *entry = at(row))
        apply(FacetEntry(*entry), entry->marked() ? Gesture::Release : Gesture::Select);
}

void FacetList::toggleSelected(int row)
{
    if (const FacetEntry *entry = at(row))
        apply(FacetEntry(*entry), entry->selected ? Gesture::Release : Gesture::Select);
}

void FacetList::toggleExcluded(int row)
{
    if (const FacetEntry *entry = at(row); entry && excludes())
        apply(FacetEntry(*entry), entry->excluded ? Gesture::Release : Gesture::Exclude);
}

bool FacetList::isOnly(int row) const
{
    const FacetEntry *entry = at(row);
    return entry && entry->selected
            && std::count_if(m_rows.begin(), m_rows.end(),
                             [](const FacetEntry &one) { return one.marked(); })
            == 1;
}

void FacetList::selectOnly(int row)
{
    if (isOnly(row))
        clear();
    else if (const FacetEntry *entry = at(row))
        apply(FacetEntry(*entry), Gesture::Only);
}

void FacetList::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void FacetList::append(std::vector<FacetEntry> &&added)
{
    if (added.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), added.begin(), added.end());
    endInsertRows();
}

void FacetList::refreshCounts()
{
    const std::vector<std::optional<FacetEntry>> fresh = recount(m_rows);
    int first = -1;
    int last = -1;
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto at = static_cast<std::size_t>(row);
        if (!fresh[at]) {
            removeRow(row);
            first = first < 0 ? first : first - 1;
            last = last < 0 ? last : last - 1;
        } else if (*fresh[at] != m_rows[at]) {
            m_rows[at] = *fresh[at];
            first = row;
            last = std::max(last, row);
        }
    }
    if (first >= 0)
        emit dataChanged(index(first), index(last));
}

void FacetList::refresh(bool marks)
{
    if (m_active) {
        refreshCounts();
        const bool grown = size() != m_known && rowCount() < limit();
        if (marks || grown) {
            std::vector<FacetEntry> added;
            int room = limit() - rowCount();
            for (FacetEntry &entry : pick(limit(), m_search)) {
                if (find(m_rows, entry) == m_rows.end() && (entry.marked() || room-- > 0))
                    added.push_back(std::move(entry));
            }
            m_known = size();
            append(std::move(added));
        }
    }
    emit summaryChanged();
}

void FacetList::sortRows()
{
    if (!m_active)
        return;
    std::vector<FacetEntry> wanted = pick(limit(), m_search);
    m_known = size();
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (find(wanted, m_rows[static_cast<std::size_t>(row)]) == wanted.end())
            removeRow(row);
    }
    std::vector<FacetEntry> added;
    for (const FacetEntry &entry : wanted) {
        if (find(m_rows, entry) == m_rows.end())
            added.push_back(entry);
    }
    append(std::move(added));
    if (wanted != m_rows) {
        emit layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &old : before) {
            const auto found = find(wanted, m_rows[static_cast<std::size_t>(old.row())]);
            after.append(index(static_cast<int>(found - wanted.begin())));
        }
        m_rows = std::move(wanted);
        changePersistentIndexList(before, after);
        emit layoutChanged();
    }
    emit summaryChanged();
}

} // namespace models
