// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ban.h"
#include "models/domain/deliveryrecord.h"
#include "models/items/deliveriesmodel.h"
#include "models/items/deliveryquery.h"
#include "views/pages/page.h"

class QAction;
class QLabel;

namespace models {
class DeliveryFacet;
struct ReceiverState;
} // namespace models

namespace views {

class BanBar;
class DeliveryPane;
class EmptyState;
class EventTable;
class ExportBar;
class FollowState;
class MessageBar;
class SearchEdit;

/// The requests: search box, facets at the left, the table, one request whole at the right; who is
/// shut out above. Reads only while it is to be seen. GUI thread.
class DeliveriesPage final : public Page
{
    Q_OBJECT
public:
    /// `archive` must outlive the page.
    explicit DeliveriesPage(models::DeliveryArchive &archive, QWidget *parent = nullptr);

public slots:
    void setBans(const QList<models::Ban> &bans);
    /// Whether anything is received is said while the table stands still.
    void showState(const models::ReceiverState &state);
    /// Shows the refused requests, and no others.
    void showRefused();

signals:
    /// An event of a request should be shown (by its id).
    void eventRequested(qint64 id);
    /// Peers of this group should be let in again (models::Ban::group).
    void liftRequested(const QByteArray &group);
    void settingsRequested();
    /// Something is on the clipboard now, named for a status line.
    void copied(const QString &what);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeFacets();
    void connectArchive();
    void connectTable();
    void setFilter(const models::DeliveryFilter &filter);
    void showFilter();
    void refresh();
    void select(qint64 id);
    void leaveStepwise();
    void emptyAction();
    void showTableMenu(const QPoint &position);

    models::DeliveryArchive &m_archive;
    models::DeliveryQuery m_query;
    models::DeliveriesModel m_model;
    models::DeliveryFacet *m_results;
    models::DeliveryFacet *m_peers;
    models::DeliveryFacet *m_causes;
    SearchEdit *m_search;
    BanBar *m_bans;
    ExportBar *m_export;
    MessageBar *m_failure;
    QLabel *m_count;
    FollowState *m_follow;
    EventTable *m_table;
    EmptyState *m_empty;
    DeliveryPane *m_detail;
    QAction *m_exportAction;
    qint64 m_selected = 0;
    qint64 m_showEventOf = 0; ///< request whose first event is to be shown when it is loaded
};

} // namespace views
