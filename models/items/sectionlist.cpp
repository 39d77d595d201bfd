// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sectionlist.h"

#include "models/items/eventtext.h"

#include <QLocale>

namespace models {

void SectionList::setSections(const std::vector<Section> &sections)
{
    const QLocale locale;
    beginResetModel();
    m_lines.clear();
    for (const Section &section : sections) {
        const QString count = section.all == 0 ? tr("none") : locale.toString(section.all);
        m_lines.push_back({ { section.title, count }, true, false });
        for (const Row &row : section.rows)
            m_lines.push_back({ row, false, true });
        const qint64 left = section.all - qint64(section.rows.size());
        if (left > 0)
            m_lines.push_back({ { tr("… and %1 more").arg(locale.toString(left)) } });
    }
    endResetModel();
}

int SectionList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant SectionList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line &line = m_lines[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return line.row.text;
    case Qt::ToolTipRole:
        return line.isRow ? QVariant(QString(line.row.text + u'\n' + line.row.more)) : QVariant();
    case Qt::AccessibleTextRole: {
        const QString level = line.row.severity ? severityText(*line.row.severity) : QString();
        QStringList parts { level, line.row.text, line.row.more };
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case HeadingRole:
        return line.isHeading;
    case PlaceRole:
        return line.row.place;
    case SeverityRole:
        return line.row.severity ? QVariant(int(*line.row.severity)) : QVariant();
    case MoreRole:
        return line.row.more;
    default:
        return {};
    }
}

Qt::ItemFlags SectionList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isRow = m_lines[std::size_t(index.row())].isRow;
    return isRow ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

} // namespace models
