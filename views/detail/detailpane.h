// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/safeurl.h"
#include "models/domain/storedevent.h"
#include "models/index/valuegesture.h"
#include "models/pins/pinnedfields.h"
#include "views/detail/eventcopies.h"

#include <QWidget>

#include <optional>

class QMenu;
class QStackedWidget;
class QTabWidget;

namespace views {

class DetailBody;
class DetailHead;
class LifePane;
class RawView;

/// One event whole: a head that never moves, below it the details or the raw JSON. It opens
/// nothing itself: links leave as openRequested() with the raw address, for a LinkGuard.
/// GUI thread.
class DetailPane final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailPane(QWidget *parent = nullptr);

    /// One tab more, for the life of the issue behind the event; once. Takes it over.
    void addLife(LifePane *life);

    /// One line of buttons more, which decide about the issue behind the event; once.
    void addActs(const QList<QAction *> &actions);
    /// Why nothing can be decided about it; empty: it can.
    void setActsObstacle(const QString &why);

    /// What is pinned, as texts for a settings file, and back.
    QStringList pinnedTexts() const { return m_pins.toTexts(); }
    void restorePinned(const QStringList &texts);

    /// The shown event's id; 0 where none is shown.
    qint64 eventId() const;

    QSize sizeHint() const override;

public slots:
    /// Shows an event; again with the same id (a repeat was counted) keeps scroll and selection.
    /// Hides QWidget::show(): use setVisible() for that.
    void show(const models::StoredEvent &stored);
    /// Shows no event and says what to do.
    void clear();
    /// By what links are judged in the list.
    void setPolicy(const models::LinkPolicy &policy);
    /// As if "Open in portal" was pressed; nothing where the event has no such link.
    void openInPortal();
    /// Adds to a menu of a value of the shown event: pin it for this type of event, or no longer.
    void offerPin(QMenu *menu, const models::ValueRef &value);
    /// The head of the request that brought an event, secrets masked; empty: none is kept.
    void showHead(qint64 id, const QByteArray &head);
    /// Where a replay as curl is sent to; never an address with a secret in it.
    void setReceiver(const QString &address) { m_receiver = address; }
    /// Puts the shown event on the clipboard; nothing where none is shown.
    void copy(views::CopyKind kind);
    /// The same for an event that is shown already, or as soon as it is.
    void copyEvent(qint64 id, views::CopyKind kind);

signals:
    void openRequested(const QString &rawUrl);
    /// The person asks what can be done with a value (right click, menu key).
    void valueMenuRequested(const models::ValueRef &value, const QPoint &globalPosition);
    /// The event should be compared with the one before it about the same subject.
    void compareRequested(qint64 id);
    /// The head of the request that brought this event is looked at; answered by showHead().
    void headRequested(qint64 id);
    /// Something is on the clipboard now; `what` names it for a status line ("Link copied").
    void copied(const QString &what);

private:
    void showBody(bool same);
    void togglePin(const QString &type, const QString &name);
    void copyLink(const QString &rawUrl);
    void put(const QString &text, CopyKind kind);

    std::optional<models::StoredEvent> m_event;
    models::LinkPolicy m_policy;
    models::PinnedFields m_pins;
    QString m_receiver = QStringLiteral("http://127.0.0.1:8787/webhook");
    qint64 m_toCopy = 0; ///< to be copied when it is shown
    CopyKind m_copyKind = CopyKind::Link;
    QStackedWidget *m_pages;
    QTabWidget *m_tabs;
    DetailHead *m_head;
    DetailBody *m_body;
    RawView *m_raw;
    LifePane *m_life = nullptr;
};

} // namespace views
