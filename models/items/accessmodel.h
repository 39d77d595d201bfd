// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/portaluser.h"
#include "models/items/filteredboard.h"

namespace models {

struct BoardChanges;

/// The users of the portal as a table, with marks on what is worth a look. GUI thread.
class AccessModel final : public FilteredBoard
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
        Marks, ///< how many
        ColumnCount
    };
    enum { MarksRole = Qt::UserRole + 240 /**< QStringList, the marks in words */ };

    enum Facet { MarkFacet, StandingFacet, RoleFacet, FacetCount };

    /// All must outlive the model.
    AccessModel(BoardKeeper &keeper, const EventIndex &index, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    const PortalUser &user(quint32 place) const;
    /// What is worth a look at a user, in words.
    QStringList marks(const PortalUser &user) const;
    QString standingText(PortalUser::Standing standing) const;

    int facets() const override { return FacetCount; }
    QString facetTitle(int facet) const override;
    QString facetName(int facet) const override;
    /// Of MarkFacet: 1 where something is worth a look; of StandingFacet: PortalUser::Standing;
    /// else a term.
    QString valueLabel(int facet, qint64 value) const override;

    /// So many issues closed without a fix within `managerWindow` of a new manager are marked. The
    /// feed does not tell who closed them.
    static constexpr int manyClosures = 5;
    static constexpr std::chrono::hours managerWindow { 24 };

protected:
    quint32 places() const override;
    qint64 facetValue(quint32 place, int facet) const override;
    bool holds(quint32 place, const Needle &needle) const override;
    Key key(quint32 place, int column) const override;
    QVariant cell(quint32 place, int column, int role) const override;

private:
    void take(const BoardChanges &changes);
    int closuresAfter(const PortalUser &user) const;
    int markCount(const PortalUser &user) const;
    QString cellText(const PortalUser &user, int column) const;
    void readClosures();

    std::vector<qint64> m_closures; ///< times at which issues were accepted, ascending
};

} // namespace models
