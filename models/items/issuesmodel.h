// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuefilter.h"
#include "models/boards/issuerows.h"
#include "models/boards/overduepolicy.h"
#include "models/items/boardmodel.h"

#include <QHash>

#include <functional>

namespace models {

class BoardKeeper;
class EventIndex;
class TriageDesk;
struct BoardChanges;

/// How many issues there are of what people look for, in the whole board.
struct IssueCounts
{
    int all = 0;
    int open = 0;
    int overdue = 0;
    int fixed = 0;
    int accepted = 0; ///< won't fix, risk accepted, compensating control, by policy
    int regressions = 0; ///< open ones
    int conflicts = 0; ///< between our state and the portal's
    bool operator==(const IssueCounts &) const = default;
};

/// The issues as a table: the portal's status and our state are two columns. GUI thread.
class IssuesModel final : public BoardModel
{
    Q_OBJECT
public:
    enum Column {
        Title,
        Level, ///< the vendor's word for the severity
        PortalStatus,
        OurState,
        AssetName,
        Group,
        Policy,
        FirstSeen,
        Opened,
        Closed,
        Age,
        TimeToFix,
        Reopened, ///< how often
        Regression, ///< how many times it is there; empty for the first
        Due,
        Assignee,
        Events,
        ColumnCount
    };
    enum Role {
        EventRole = Qt::UserRole + 220, ///< qint64, the newest event: what an act of triage names
        SeverityRole, ///< int of models::Severity
        StatusRole, ///< int of models::Status
        StandingRole, ///< int of TriageJudgement::Standing
        ConflictRole, ///< QString, empty where there is none
        OverdueRole, ///< bool
        SubjectRole, ///< QString, the subject's id as the portal gives it
    };
    /// What is told of each issue to those who go through all.
    using Look = std::function<void(quint32 place, const IssueDigest &, const TriageMark &)>;
    /// Which issues are shown.
    using Filter = std::function<bool(quint32 place, const IssueDigest &, const TriageMark &)>;

    /// All must outlive the model.
    IssuesModel(BoardKeeper &keeper, const TriageDesk &desk, const EventIndex &index,
                QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Empty: all. By a reset.
    void setFilter(const Filter &filter);
    void setPolicy(const OverduePolicy &policy);
    const OverduePolicy &policy() const { return m_policy; }
    /// Time has passed: looks anew at what ends or falls due by it. Once a minute is enough.
    void refreshTimes();

    Issue issueAt(int row) const;
    TriageJudgement judgementOf(quint32 place) const;
    /// When what depends on time was looked at last.
    Instant moment() const { return m_moment; }
    /// Calls with every issue, shown or not: a few milliseconds for 180,000.
    void forEach(const Look &look) const;
    const IssueBoard &board() const;
    /// Goes through the whole board: a few milliseconds.
    IssueCounts counts() const;
    /// What issues are judged by elsewhere, as it is now. Costs about a millisecond.
    IssuePicture picture() const;
    /// The filter may say something else of these: shows or hides them, without a reset.
    void lookAgain(const std::vector<quint32> &places);

signals:
    /// Events or acts of these came; before the rows follow.
    void issuesTouched(const std::vector<quint32> &places);
    /// What depends on time or on the policy may be another.
    void timesChanged();
    /// counts() may be others.
    void countsChanged();
    /// Somebody's act is what changed them; not for the pieces of an act on thousands, but for the
    /// last one.
    void triaged();

protected:
    quint32 places() const override;
    bool shows(quint32 place) const override;
    Key key(quint32 place, int column) const override;
    QVariant cell(quint32 place, int column, int role) const override;
    const DictionaryView &terms() const override;

private:
    void takeBoards(const BoardChanges &changes);
    void takeTriage(const QList<TermId> &subjects);
    void markSubjects(const QList<TermId> &subjects);
    TriageMark markAt(quint32 place) const;
    TriageJudgement judgement(quint32 place, Instant moment) const;
    QString cellText(quint32 place, const Issue &issue, int column) const;
    QString stateText(quint32 place) const;

    BoardKeeper &m_keeper;
    const TriageDesk &m_desk;
    const EventIndex &m_index;
    Filter m_filter;
    std::vector<TriageMark> m_marks; ///< by place, as far as there are acts
    Instant m_moment;
    OverduePolicy m_policy;
};

} // namespace models
