// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accesshistory.h"

#include "models/index/eventindex.h"
#include "models/items/eventtext.h"
#include "models/items/timelinemodel.h"

#include <algorithm>

namespace models {

namespace {

bool isSignIn(const AccessMoment &moment)
{
    return moment.kind == AccessKind::SignedIn || moment.kind == AccessKind::SignInFailed;
}

} // namespace

AccessHistory::AccessHistory(const EventIndex &index, QObject *parent)
    : QAbstractListModel(parent), m_index(index)
{
}

void AccessHistory::show(std::vector<AccessMoment> moments)
{
    const auto kept = std::ptrdiff_t(m_moments.size());
    const bool grown = std::ssize(moments) >= kept && kept > 0
            && std::equal(m_moments.begin(), m_moments.end(), moments.begin());
    if (!grown) {
        beginResetModel();
        m_moments = std::move(moments);
        endResetModel();
    } else if (std::ssize(moments) > kept) {
        beginInsertRows({}, 0, int(std::ssize(moments) - kept) - 1);
        m_moments = std::move(moments);
        endInsertRows();
    }
}

int AccessHistory::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_moments.size());
}

QString AccessHistory::more(const AccessMoment &moment) const
{
    const QString detail = m_index.text(moment.detail);
    if (isSignIn(moment))
        return detail.isEmpty() ? tr("Address not told") : tr("From %1").arg(singleLine(detail));
    const QString by = singleLine(m_index.text(moment.actor));
    const QString role = singleLine(wordText(detail));
    if (role.isEmpty() || by.isEmpty())
        return by.isEmpty() ? role : tr("By %1").arg(by);
    return tr("%1, by %2").arg(role, by);
}

QVariant AccessHistory::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const AccessMoment &moment = m_moments[m_moments.size() - 1 - std::size_t(index.row())];
    const auto what = [&moment] {
        switch (moment.kind) {
        case AccessKind::Created:
            return tr("Created");
        case AccessKind::Deleted:
            return tr("Deleted");
        case AccessKind::Updated:
            return tr("Changed");
        case AccessKind::SignedIn:
            return tr("Signed in");
        case AccessKind::SignInFailed:
            return tr("Sign-in failed");
        case AccessKind::Other:
            break;
        }
        return tr("Something else");
    };
    switch (role) {
    case Qt::DisplayRole:
        return what();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(what() + u'\n' + longTime(moment.time) + u'\n' + more(moment));
    case TimelineModel::WhenRole:
        return shortTime(moment.time, now());
    case TimelineModel::MoreRole:
        return more(moment);
    case TimelineModel::EventRole:
        return moment.event;
    case TimelineModel::ActRole: // stands out in the list
        return moment.kind == AccessKind::SignInFailed;
    default:
        return {};
    }
}

} // namespace models
