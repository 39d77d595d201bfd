// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/timeline.h"
#include "models/items/timelinemodel.h"
#include "views/detail/eventwords.h"

#include <QWidget>

class QAction;
class QListView;
class QStackedWidget;

namespace views {

class ActButtons;
class Badge;
class FactGrid;
class LinkButton;
class TextBlock;

/// What the pane shows of one issue.
struct ShownIssue
{
    QString title;
    QString asset;
    models::Severity severity = models::Severity::Unrated;
    QString severityWord;
    models::Status status = models::Status::None;
    QString statusWord;
    QString standing; ///< our state
    QString conflict; ///< what does not fit together; empty: nothing
    QList<Fact> facts;
    std::vector<models::TimelineEntry> timeline; ///< oldest first
    /// What the head shows, as models::written() has it.
    models::ValueRef severityRef;
    models::ValueRef statusRef;
    models::ValueRef standingRef;
    models::ValueRef titleRef;
    models::ValueRef assetRef;
    models::ValueRef conflictRef;
    QString sameRule; ///< words of the way to the others of its rule; empty: none
    QString sameAsset; ///< the same for its asset
};

/// One issue: what is the case, what can be done, its life. The head stays put, the rest scrolls.
/// GUI thread.
class IssuePane final : public QWidget
{
    Q_OBJECT
public:
    /// `index` must outlive the pane; the actions are what its buttons do.
    IssuePane(const models::EventIndex &index, const QList<QAction *> &actions,
              QWidget *parent = nullptr);

    /// The same one again keeps the place.
    void showIssue(const ShownIssue &issue, bool same);
    void clear();
    /// Why nothing can be decided; empty: it can.
    void setActsObstacle(const QString &why);
    QSize sizeHint() const override;

signals:
    void openRequested();
    /// All events of the issue should be shown.
    void eventsRequested();
    /// An event should be shown (by its id).
    void eventRequested(qint64 id);
    /// The other issues of its rule, or all of its asset, should be shown.
    void sameRuleRequested();
    void sameAssetRequested();
    /// The person asks what can be done with a value.
    void valueMenuRequested(const models::ValueRef &value, const QPoint &globalPosition);

private:
    QWidget *makeHead(const QList<QAction *> &actions);
    QWidget *makeBody();

    models::TimelineModel m_timeline;
    QStackedWidget *m_pages;
    ActButtons *m_acts = nullptr;
    Badge *m_severity;
    Badge *m_status;
    Badge *m_standing;
    TextBlock *m_title;
    TextBlock *m_asset;
    TextBlock *m_conflict;
    FactGrid *m_facts;
    LinkButton *m_sameRule;
    LinkButton *m_sameAsset;
    QListView *m_list;
};

} // namespace views
