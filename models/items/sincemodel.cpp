// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sincemodel.h"

#include "models/index/eventindex.h"
#include "models/items/eventtext.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace models {

namespace {

constexpr std::array lists { &SinceLeft::fresh,   &SinceLeft::worse,  &SinceLeft::reopened,
                             &SinceLeft::overdue, &SinceLeft::silent, &SinceLeft::resolved,
                             &SinceLeft::accepted };

} // namespace

SinceModel::SinceModel(const EventIndex &index, QObject *parent)
    : QAbstractListModel(parent), m_index(index)
{
}

const std::vector<quint32> &SinceModel::places(int kind) const
{
    return m_since.*lists[std::size_t(kind)];
}

void SinceModel::show(const Boards &boards, const SinceLeft &since)
{
    beginResetModel();
    m_boards = boards;
    m_since = since;
    m_rows.clear();
    for (int kind = 0; kind < int(lists.size()); ++kind) {
        m_rows.push_back({ kind, -1, 0 });
        const std::vector<quint32> &all = places(kind);
        const auto listed = std::min(all.size(), std::size_t { most });
        for (std::size_t i = 0; i < listed; ++i)
            m_rows.push_back({ kind, int(all[i]), 0 });
        if (all.size() > listed)
            m_rows.push_back({ kind, -1, int(all.size() - listed) });
    }
    endResetModel();
}

QString SinceModel::markdown() const
{
    return sinceLeftMarkdown(m_since, m_boards.issues(),
                             [this](TermId term) { return m_index.text(term); });
}

QString SinceModel::html() const
{
    return sinceLeftHtml(m_since, m_boards.issues(),
                         [this](TermId term) { return m_index.text(term); });
}

int SinceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SinceModel::ofHeading(const Row &row, int role) const
{
    const QLocale locale;
    if (row.left > 0)
        return role == Qt::DisplayRole ? tr("… and %1 more").arg(locale.toString(row.left))
                                       : QVariant();
    const QString titles[] = { tr("New"),
                               tr("More severe"),
                               tr("Open again"),
                               tr("Now overdue"),
                               tr("Overdue before, and not a word since"),
                               tr("Fixed"),
                               tr("Accepted or closed otherwise") };
    const auto count = int(places(row.kind).size());
    switch (role) {
    case Qt::DisplayRole:
        return titles[row.kind];
    case HeadingRole:
        return true;
    case MoreRole:
        return count == 0 ? tr("none") : locale.toString(count);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(titles[row.kind], locale.toString(count));
    default:
        return {};
    }
}

QVariant SinceModel::ofIssue(const Row &row, int role) const
{
    const IssueFacts &facts = m_boards.issues().facts(quint32(row.place));
    const QString asset = singleLine(m_index.text(facts.asset));
    switch (role) {
    case Qt::DisplayRole:
        return singleLine(m_index.text(facts.title), 300);
    case MoreRole:
        return asset;
    case SeverityRole:
        return int(facts.severity);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(severityText(facts.severity) + u'\n'
                       + singleLine(m_index.text(facts.title), 600) + u'\n' + asset);
    default:
        return {};
    }
}

QVariant SinceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    if (role == PlaceRole)
        return row.place;
    return row.place < 0 ? ofHeading(row, role) : ofIssue(row, role);
}

Qt::ItemFlags SinceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isIssue = m_rows[std::size_t(index.row())].place >= 0;
    return isIssue ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

} // namespace models
