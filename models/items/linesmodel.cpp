// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/linesmodel.h"

#include "models/items/timelinemodel.h"

#include <QStringList>

namespace models {

void LinesModel::show(int count, const LineOf &lineOf)
{
    beginResetModel();
    m_count = count;
    m_lineOf = lineOf;
    endResetModel();
}

int LinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant LinesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_count)
        return {};
    const ListLine line = m_lineOf(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.what;
    case TimelineModel::WhenRole:
        return line.when;
    case TimelineModel::MoreRole:
        return line.more;
    case TimelineModel::EventRole:
        return line.event;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList all { line.what, line.when, line.more };
        all.removeAll(QString());
        return all.join(u'\n');
    }
    default:
        return {};
    }
}

} // namespace models
