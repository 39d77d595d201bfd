// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/completionrows.h"

#include "models/items/eventtext.h"

namespace views {

void CompletionRows::show(const QList<models::Completion> &list)
{
    beginResetModel();
    m_list = list;
    endResetModel();
}

int CompletionRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list.size());
}

QVariant CompletionRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_list.size())
        return {};
    const models::Completion &completion = m_list.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return models::singleLine(completion.shown);
    case NoteRole:
        return models::singleLine(completion.note);
    case KindRole:
        return int(completion.kind);
    case Qt::AccessibleTextRole:
        return completion.note.isEmpty() ? models::singleLine(completion.shown)
                                         : QString(models::singleLine(completion.shown) % u", "
                                                   % models::singleLine(completion.note));
    default:
        return {};
    }
}

} // namespace views
