// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/completion.h"

#include <QAbstractListModel>

namespace views {

/// Suggestions as rows: the text, and as NoteRole what it means. GUI thread.
class CompletionRows final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { NoteRole = Qt::UserRole, KindRole };

    using QAbstractListModel::QAbstractListModel;

    void show(const QList<models::Completion> &list);
    const models::Completion &at(int row) const { return m_list.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<models::Completion> m_list;
};

} // namespace views
