// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/storedevent.h"
#include "models/index/valuegesture.h"
#include "views/detail/eventcopies.h"

#include <QWidget>

class QAction;
class QPushButton;
class QVBoxLayout;

namespace views {

class ActButtons;
class Badge;
class TextBlock;

/// The part of the detail pane that stays put: badges, title, asset and buttons. Its height is
/// the same for every event, so that the buttons never move. GUI thread.
class DetailHead final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailHead(QWidget *parent = nullptr);

    void show(const models::StoredEvent &stored);
    /// One line of buttons more; once.
    void addActs(const QList<QAction *> &actions);
    /// As ActButtons::setObstacle(), once these are there.
    void setActsObstacle(const QString &why);

signals:
    void openRequested();
    void valueMenuRequested(const models::ValueRef &value, const QPoint &globalPosition);
    void copyRequested(views::CopyKind kind);
    /// The event should be compared with the one before it about the same subject.
    void compareRequested();

private:
    void makeButtons();
    void showBadges(const models::StoredEvent &stored);

    QVBoxLayout *m_rows;
    ActButtons *m_acts = nullptr;
    Badge *m_severity;
    Badge *m_status;
    Badge *m_deliveries;
    TextBlock *m_title;
    TextBlock *m_asset;
    QPushButton *m_open;
    QPushButton *m_copy;
    QPushButton *m_compare;
    QAction *m_copyLink = nullptr;
};

} // namespace views
