// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timelinemodel.h"

#include "models/index/eventindex.h"
#include "models/items/eventtext.h"
#include "models/items/issuetext.h"

#include <QLocale>

namespace models {

namespace {

using Kind = TimelineEntry::Kind;

QString whenText(const TimelineEntry &entry)
{
    return entry.at ? shortTime(*entry.at, now()) : QString();
}

} // namespace

TimelineModel::TimelineModel(const EventIndex &index, QObject *parent)
    : QAbstractListModel(parent), m_index(index)
{
}

void TimelineModel::show(std::vector<TimelineEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TimelineEntry &entry = m_entries[m_entries.size() - 1 - std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return what(entry);
    case WhenRole:
        return whenText(entry);
    case MoreRole:
        if (entry.kind == Kind::Act && !entry.act.what.text.isEmpty())
            return singleLine(entry.act.what.text);
        return entry.elapsed ? tr("%1 later").arg(spanWords(*entry.elapsed)) : QString();
    case MissingRole:
        return entry.kind == Kind::Missing;
    case TakenBackRole:
        return entry.kind == Kind::Act && entry.act.takenBack;
    case ActRole:
        return entry.kind == Kind::Act;
    case EventRole:
        return entry.kind == Kind::Event || entry.kind == Kind::Repeat ? entry.moment.event : 0;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts { what(entry) };
        if (entry.at)
            parts += longTime(*entry.at);
        if (entry.elapsed)
            parts += tr("%1 later").arg(spanWords(*entry.elapsed));
        if (entry.kind == Kind::Act && !entry.act.what.text.isEmpty())
            parts += multiLine(entry.act.what.text);
        return parts.join(u'\n');
    }
    default:
        return {};
    }
}

QString TimelineModel::what(const TimelineEntry &entry) const
{
    switch (entry.kind) {
    case Kind::Event: {
        const QString status = m_index.text(entry.moment.statusWord);
        const QString type = singleLine(typeText(m_index.text(entry.moment.type)));
        return status.isEmpty() ? type : tr("%1: %2").arg(type, singleLine(wordText(status)));
    }
    case Kind::Repeat:
        return tr("Received again %1 times").arg(QLocale().toString(entry.repeats));
    case Kind::Act:
        return actWords(entry.act);
    case Kind::Missing:
        break;
    }
    switch (entry.step) {
    case TimelineEntry::Step::Opening:
        return tr("Opened; no event told of it");
    case TimelineEntry::Step::Closing:
        return tr("Closed in between; no event told of it");
    case TimelineEntry::Step::Reopening:
        break;
    }
    return tr("Opened again in between; no event told of it");
}

QString TimelineModel::actWords(const SubjectAct &act) const
{
    const QString who = act.who.isEmpty() ? tr("Watchfloor") : singleLine(act.who);
    const QString until = act.what.until ? longTime(*act.what.until) : QString();
    switch (act.what.kind) {
    case ActKind::Acknowledge:
        return until.isEmpty() ? tr("%1 acknowledged it").arg(who)
                               : tr("%1 acknowledged it until %2").arg(who, until);
    case ActKind::Assign:
        return act.what.text.isEmpty() ? tr("%1 assigned it to nobody").arg(who)
                                       : tr("%1 assigned it").arg(who);
    case ActKind::Snooze:
        switch (act.what.end) {
        case SnoozeEnd::Time:
            return tr("%1 snoozed it until %2").arg(who, until);
        case SnoozeEnd::NextEvent:
            return tr("%1 snoozed it until its next event").arg(who);
        case SnoozeEnd::MoreSevere:
            break;
        }
        return tr("%1 snoozed it until it gets more severe").arg(who);
    case ActKind::Undo:
        return tr("%1 took something back").arg(who);
    default:
        return tr("%1 wrote a note").arg(who);
    }
}

} // namespace models
