// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/timeline.h"

#include <QAbstractListModel>

namespace models {

class EventIndex;

/// The life of one subject as a list, newest first. Words are made when a row is painted, so that
/// a thousand events cost nothing. GUI thread.
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        WhenRole = Qt::UserRole + 1, ///< QString; empty where no date is known
        MoreRole, ///< QString: what somebody wrote, or how long after the one before
        MissingRole, ///< bool: no event tells of it
        TakenBackRole, ///< bool
        ActRole, ///< bool: the team's, not the portal's
        EventRole, ///< qint64, to be shown; 0: none
    };

    /// `index` must outlive the model.
    explicit TimelineModel(const EventIndex &index, QObject *parent = nullptr);

    /// `entries` oldest first, as timeline() gives them.
    void show(std::vector<TimelineEntry> entries);

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: what happened; ToolTipRole and AccessibleTextRole: all of it.
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString what(const TimelineEntry &entry) const;
    QString actWords(const SubjectAct &act) const;

    const EventIndex &m_index;
    std::vector<TimelineEntry> m_entries;
};

} // namespace models
