// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/keys/keysmodel.h"

#include "views/keys/keylines.h"

#include <algorithm>

namespace views {

KeysModel::KeysModel(const QList<KeyNote> &lines, QObject *parent) : QAbstractListModel(parent)
{
    for (const KeyNote &line : lines) {
        Row row { line.text, {}, keyGroupTitle(line.group) };
        for (const QKeySequence &key : line.keys)
            row.keys.append(keyText(key));
        m_all.append(row);
    }
    setFilter({});
}

void KeysModel::setFilter(const QString &text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    const auto matches = [&words](const Row &row) {
        return std::all_of(words.begin(), words.end(), [&row](const QString &word) {
            return row.text.contains(word, Qt::CaseInsensitive)
                    || row.group.contains(word, Qt::CaseInsensitive)
                    || std::any_of(row.keys.begin(), row.keys.end(), [&word](const QString &key) {
                           return key.contains(word, Qt::CaseInsensitive);
                       });
        });
    };
    beginResetModel();
    m_rows.clear();
    for (const Row &row : std::as_const(m_all)) {
        if (!matches(row))
            continue;
        if (m_rows.isEmpty() || m_rows.constLast().group != row.group)
            m_rows.append({ row.group, {}, row.group });
        m_rows.append(row);
    }
    endResetModel();
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QStringList KeysModel::capsOf(const QStringList &keys)
{
    constexpr qsizetype most = 3; // as many as one takes in at a glance
    if (keys.size() <= most)
        return keys;
    return { keys.constFirst(), QStringLiteral("…"), keys.constLast() };
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::AccessibleTextRole:
        return row.keys.isEmpty()
                ? row.text
                : tr("%1: %2, %3").arg(capsOf(row.keys).join(u' '), row.text, row.group);
    case HeadingRole:
        return row.keys.isEmpty();
    case CapsRole:
        return capsOf(row.keys);
    default:
        return {};
    }
}

Qt::ItemFlags KeysModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.at(index.row()).keys.isEmpty())
        return Qt::NoItemFlags; // the keys of the list step over headings
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace views
