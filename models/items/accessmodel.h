// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/portaluser.h"
#include "models/items/boardmodel.h"

namespace models {

class BoardKeeper;
class EventIndex;

/// The users of the portal as a table, with marks on what is worth a look. GUI thread.
class AccessModel final : public BoardModel
{
    Q_OBJECT
public:
    enum Column {
        Login,
        Standing,
        Role,
        Created,
        Changed,
        Deleted,
        By, ///< who did the last of these
        SignIns,
        LastSignIn,
        LastSignInFrom,
        Failures,
        LastFailure,
        LastFailureFrom,
        Marks, ///< the first in few words, and how many more
        ColumnCount
    };
    enum { MarksRole = Qt::UserRole + 240 /**< QStringList, the marks in words */ };

    /// All must outlive the model.
    AccessModel(BoardKeeper &keeper, const EventIndex &index, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    const PortalUser &userAt(int row) const;
    /// What is worth a look, in words.
    QStringList marksOf(quint32 place) const { return marks(user(place)); }

    /// So many issues closed without a fix within `managerWindow` of a new manager are marked. The
    /// feed does not tell who closed them.
    static constexpr int manyClosures = 5;
    static constexpr std::chrono::hours managerWindow { 24 };
    qint64 facetKey(quint32 place, int column) const override;
    QString facetText(quint32 place, int column) const override;
    QString searchText(quint32 place, int column) const override;

protected:
    quint32 places() const override;
    Key key(quint32 place, int column) const override;
    QVariant cell(quint32 place, int column, int role) const override;
    const DictionaryView &terms() const override;

private:
    const PortalUser &user(quint32 place) const;
    int closuresAfter(const PortalUser &user) const;
    int markCount(const PortalUser &user) const;
    QStringList marks(const PortalUser &user) const;
    QString marksText(const PortalUser &user) const;
    QString cellText(const PortalUser &user, int column) const;
    void readClosures();
    std::vector<quint32> withManagers(std::vector<quint32> changed) const;

    BoardKeeper &m_keeper;
    const EventIndex &m_index;
    std::vector<qint64> m_closures; ///< times at which issues were accepted, ascending
};

} // namespace models
