// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/viewcount.h"
#include "models/savedviews/savedview.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <optional>

namespace models {

/// The saved views of this person, in their order, shared by all windows. Each has a key that
/// stays while it is renamed or moved. Names differ from each other but for case. GUI thread.
class SavedViewList final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< qint64
        FilterRole, ///< QString
        UnreadRole, ///< qlonglong; invalid where it is not known
        OpenRole, ///< qlonglong; the same
        RefusedRole, ///< qlonglong, requests; invalid for views of events and where not known
        AskedRole, ///< bool: its numbers are not known yet, the store is being asked
    };
    struct Entry
    {
        qint64 key = 0;
        SavedView view;
        bool operator==(const Entry &) const = default;
    };

    explicit SavedViewList(const QList<SavedView> &views, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole and EditRole: the name.
    QVariant data(const QModelIndex &index, int role) const override;
    /// EditRole renames; false for an empty name and for one that is taken.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to,
                  int before) override;

    /// The views in order; what restore() takes, to undo.
    const QList<Entry> &entries() const { return m_entries; }
    QList<SavedView> views() const;
    void restore(const QList<Entry> &entries);

    const SavedView &at(int row) const { return m_entries[row].view; }
    qint64 keyAt(int row) const { return m_entries.value(row).key; }
    int rowOf(qint64 key) const; ///< -1: there is none any more

    /// Puts a view at the end or after a row, its name made different; its key, 0 where there are
    /// too many already.
    qint64 add(SavedView view, int after = -1);
    /// Filter, order and columns of a view; its name stays.
    void replace(int row, const SavedView &view);
    void remove(int row);
    /// Adds views that were read; how many.
    int addAll(const QList<SavedView> &views);
    /// All standard views, and nothing else.
    void restoreStandard();

    /// What matches each view now; those without an entry show no number. `asked`: keys of those
    /// that will have one when the store has answered.
    void setCounts(const QHash<qint64, ViewCount> &counts, const QSet<qint64> &asked = {});
    /// How many requests were refused, for the views of them.
    void setRefused(std::optional<qint64> requests);
    std::optional<ViewCount> countOf(int row) const;

signals:
    /// Something that is worth keeping changed.
    void viewsChanged();

private:
    QStringList names(int except = -1) const;
    QVariant refusedOf(int row) const;
    QString spoken(int row) const;
    void touchCounts();

    QList<Entry> m_entries;
    QHash<qint64, ViewCount> m_counts;
    QSet<qint64> m_asked; ///< keys of views about which the store is being asked
    std::optional<qint64> m_refused;
    qint64 m_lastKey = 0;
};

} // namespace models
