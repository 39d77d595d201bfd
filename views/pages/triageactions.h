// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/triageact.h"

#include <QHash>
#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace models {
class TriageDesk;
}

namespace views {

class MessageBar;
class UndoToast;

/// What can be decided about issues, as actions with keys (a acknowledge, s snooze, i assign, n
/// note), on what is selected; asks where something has to be said, shows how far a long one is,
/// and offers to take it back. GUI thread.
class TriageActions final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        QWidget &page;
        QWidget &table; ///< where the keys work
        models::TriageDesk &desk;
        UndoToast &undo;
        MessageBar &progress;
        QString me; ///< who sits here
        std::function<std::vector<qint64>()> selected; ///< newest event of each selected issue
        std::function<std::vector<qint64>()> shown; ///< of each one that is shown
        /// What to say where nothing that is selected is an issue, else nothing; unset where every
        /// row is one.
        std::function<QString()> noneWords = {};
    };
    TriageActions(const Parts &parts, QObject *parent);

    /// For what is selected: acknowledge, snooze (with a menu of what ends it), assign, note.
    QList<QAction *> actions() const;
    /// Adds all of it, for what is selected and for all that is shown.
    void addTo(QMenu &menu);
    /// Whether there is anything to decide about.
    void setEnabled(bool enabled);
    /// Why nothing can be decided about what is selected; empty: it can.
    QString obstacle() const;

signals:
    /// Nothing can be decided; says why.
    void hinted(const QString &what);
    /// Whether anything can be decided at all has changed.
    void obstacleChanged();

private:
    using Events = std::vector<qint64>;
    QAction *add(const char *name, const QString &text, const QKeySequence &key);
    void makeSnoozeMenu();
    void ask(models::ActKind kind, const Events &events);
    void act(const models::TriageAct &what, const Events &events);
    void finish(quint64 call, int subjects);
    void fail(quint64 call, const QString &reason);
    QString doneWords(models::ActKind kind, int subjects) const;

    const Parts m_parts;
    QAction *m_acknowledge;
    QAction *m_snooze;
    QAction *m_assign;
    QAction *m_note;
    QMenu *m_snoozeMenu;
    QHash<quint64, models::ActKind> m_calls; ///< that are not answered
    quint64 m_shownCall = 0; ///< whose progress is shown
};

} // namespace views
