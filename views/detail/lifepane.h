// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/timelinemodel.h"

#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;

namespace views {

class LinkButton;

/// What is told of the issue that an event belongs to.
struct ShownLife
{
    std::vector<models::TimelineEntry> timeline; ///< oldest first
    QString sameRule; ///< words of the way to the others of its rule; empty: none
    QString sameAsset; ///< the same for its asset
};

/// The life of the issue behind the shown event: all that happened to it, and the ways to it and to
/// those beside it. It asks for a life only while it is seen, since that costs the reading of all
/// events. GUI thread.
class LifePane final : public QWidget
{
    Q_OBJECT
public:
    /// `index` must outlive the pane.
    explicit LifePane(const models::EventIndex &index, QWidget *parent = nullptr);

    /// The event whose life is told; 0: none. The same again keeps the place.
    void setEvent(qint64 id);
    qint64 shownEvent() const { return m_event; }
    void showLife(const ShownLife &life);
    /// Words instead of a life: that it is being worked out, or that there is none.
    void showNothing(const QString &why);

signals:
    /// The life of this event is looked at; answered by showLife() or showNothing().
    void wanted(qint64 event);
    /// The pane is hidden, and wants nothing more.
    void left();
    void issueRequested();
    void sameRuleRequested();
    void sameAssetRequested();
    /// Another event of it should be shown (by its id).
    void eventRequested(qint64 id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeContent();

    models::TimelineModel m_timeline;
    QStackedWidget *m_pages;
    QLabel *m_words;
    LinkButton *m_issue;
    LinkButton *m_sameRule;
    LinkButton *m_sameAsset;
    QListView *m_list;
    qint64 m_event = 0;
    bool m_isOther = false; ///< another event than the one whose life was shown last
};

} // namespace views
