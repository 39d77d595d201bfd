// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparemodel.h"

#include "models/items/eventtext.h"

#include <algorithm>

namespace models {

using Kind = JsonDifference::Kind;

namespace {

bool hasLeft(const JsonDifference &one)
{
    return one.kind != Kind::Added;
}

bool hasRight(const JsonDifference &one)
{
    return one.kind != Kind::Removed;
}

/// The path as columns and filters know it: those of the event object without its name.
QString shownPath(const QString &path)
{
    static constexpr QLatin1String event("event.");
    return singleLine(path.startsWith(event) ? path.mid(event.size()) : path);
}

/// A value fitted to a cell, from shortly before the place where it differs from the other.
QString cellText(const QString &text, const QString &other)
{
    constexpr qsizetype context = 24;
    qsizetype first = 0;
    while (first < text.size() && first < other.size() && text.at(first) == other.at(first))
        ++first;
    if (first <= 2 * context)
        return singleLine(text);
    return QString(QChar(0x2026) + singleLine(text.mid(first - context)));
}

} // namespace

CompareModel::CompareModel(QObject *parent) : QAbstractTableModel(parent) { }

void CompareModel::show(const QList<JsonDifference> &all)
{
    beginResetModel();
    m_all = all;
    m_equal = std::count_if(all.cbegin(), all.cend(),
                            [](const JsonDifference &one) { return one.kind == Kind::Equal; });
    fillRows();
    endResetModel();
}

void CompareModel::setShowsEqual(bool shows)
{
    if (shows == m_showsEqual)
        return;
    beginResetModel();
    m_showsEqual = shows;
    fillRows();
    endResetModel();
}

void CompareModel::fillRows()
{
    m_rows.clear();
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (m_showsEqual || m_all.at(i).kind != Kind::Equal)
            m_rows.append(i);
    }
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    constexpr qsizetype mostOfToolTip = 4000;
    const JsonDifference &one = at(index.row());
    const bool isThere = index.column() == Left ? hasLeft(one)
            : index.column() == Right           ? hasRight(one)
                                                : true;
    const QString whole = index.column() == Path ? one.place
            : index.column() == Left             ? one.left.text
                                                 : one.right.text;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Path)
            return shownPath(one.place);
        if (one.kind == Kind::Changed)
            return cellText(whole, index.column() == Left ? one.right.text : one.left.text);
        return isThere ? singleLine(whole) : tr("not there");
    case Qt::ToolTipRole:
        return isThere ? multiLine(whole.left(mostOfToolTip)) : tr("not there");
    case Qt::AccessibleTextRole:
        return QString(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString()
                       + QLatin1String(": ") + data(index, Qt::DisplayRole).toString());
    case KindRole:
        return static_cast<int>(one.kind);
    case WholeTextRole:
        return isThere ? whole : QString();
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount
        || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return section == Path ? tr("Path") : section == Left ? tr("Earlier event") : tr("Later event");
}

TextDifference CompareModel::parts(int row) const
{
    const JsonDifference &one = at(row);
    if (one.kind != Kind::Changed)
        return {};
    return textDifference(one.left.text, one.right.text);
}

QString CompareModel::text() const
{
    constexpr qsizetype most = 4 * 1024 * 1024; // characters
    QString lines;
    for (const JsonDifference &one : m_all) {
        if (one.kind == Kind::Equal || lines.size() > most)
            continue;
        lines += shownPath(one.place) + QLatin1Char('\n');
        if (hasLeft(one))
            lines += QLatin1String("  - ") + one.left.text + QLatin1Char('\n');
        if (hasRight(one))
            lines += QLatin1String("  + ") + one.right.text + QLatin1Char('\n');
    }
    return lines;
}

} // namespace models
