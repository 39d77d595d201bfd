// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/keys/keynotes.h"

#include <QAbstractListModel>
#include <QStringList>

namespace views {

/// The lines of the sheet of keys below the headings of their groups, of which those are shown that
/// hold every word of a filter. GUI thread.
class KeysModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        HeadingRole = Qt::UserRole + 1, ///< bool
        CapsRole, ///< QStringList: the keys as they are shown; "…": and those between
    };

    /// `lines` as keyLines() makes them.
    explicit KeysModel(const QList<KeyNote> &lines, QObject *parent = nullptr);

    /// Words are found in what a key does, in its name and in the heading, whatever their case.
    void setFilter(const QString &text);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString text;
        QStringList keys; ///< none: a heading
        QString group;
    };
    static QStringList capsOf(const QStringList &keys);

    QList<Row> m_all; ///< without headings
    QList<Row> m_rows;
};

} // namespace views
