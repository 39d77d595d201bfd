// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/portaluser.h"

#include <QAbstractListModel>

#include <vector>

namespace models {

class EventIndex;

/// What happened to a user of the portal, newest first, by the roles of TimelineModel. GUI thread.
class AccessHistory final : public QAbstractListModel
{
    Q_OBJECT
public:
    /// `index` must outlive the model.
    explicit AccessHistory(const EventIndex &index, QObject *parent = nullptr);

    /// Oldest first, as AccessBoard::moments() gives them. The same, and more, come by insertions.
    void show(std::vector<AccessMoment> moments);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString more(const AccessMoment &moment) const;

    const EventIndex &m_index;
    std::vector<AccessMoment> m_moments;
};

} // namespace models
