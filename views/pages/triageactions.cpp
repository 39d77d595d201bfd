// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/triageactions.h"

#include "models/boards/triagedesk.h"
#include "views/keys/keynotes.h"
#include "views/pages/triagedialog.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/undotoast.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

#include <chrono>

namespace views {

using models::ActKind;
using models::TriageAct;

TriageActions::TriageActions(const Parts &parts, QObject *parent)
    : QObject(parent), m_parts(parts),
      m_acknowledge(add("acknowledge", tr("Acknowledge…"), QKeySequence(Qt::Key_A))),
      m_snooze(add("snooze", tr("Snooze…"), QKeySequence(Qt::Key_S))),
      m_assign(add("assign", tr("Assign…"), QKeySequence(Qt::Key_I))),
      m_note(add("note", tr("Add a note…"), QKeySequence(Qt::Key_N))),
      m_snoozeMenu(new QMenu(&parts.page))
{
    const auto onTrigger = [this](QAction *action, ActKind kind) {
        connect(action, &QAction::triggered, this, [this, kind] { ask(kind, m_parts.selected()); });
    };
    onTrigger(m_acknowledge, ActKind::Acknowledge);
    onTrigger(m_snooze, ActKind::Snooze);
    onTrigger(m_assign, ActKind::Assign);
    onTrigger(m_note, ActKind::Note);
    makeSnoozeMenu();
    connect(&m_parts.desk, &models::TriageDesk::done, this, &TriageActions::finish);
    connect(&m_parts.desk, &models::TriageDesk::writableChanged, this,
            &TriageActions::obstacleChanged);
    connect(&m_parts.desk, &models::TriageDesk::failed, this, &TriageActions::fail);
    connect(&m_parts.desk, &models::TriageDesk::progress, this,
            [this](quint64 call, int done, int of) {
                if (!m_calls.contains(call))
                    return;
                m_shownCall = call;
                m_parts.progress.setLevel(NoticeLevel::Information);
                m_parts.progress.showMessage(tr("Writing it down"), tr("Cancel"));
                m_parts.progress.showProgress(done, of);
            });
    connect(&m_parts.progress, &MessageBar::actionRequested, this,
            [this] { m_parts.desk.cancel(m_shownCall); });
}

QAction *TriageActions::add(const char *name, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString(m_parts.page.objectName() % u'.' % QLatin1String(name)));
    action->setShortcut(key);
    noteKey(*action, KeyGroup::TriageTables);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_parts.table.addAction(action); // the page would make buttons of them
    return action;
}

void TriageActions::makeSnoozeMenu()
{
    using namespace std::chrono;
    m_snoozeMenu->setTitle(tr("Snooze"));
    m_snoozeMenu->menuAction()->setObjectName(m_parts.page.objectName() % u".snoozeMenu");
    const auto span = [this](const QString &text, hours time) {
        connect(m_snoozeMenu->addAction(text), &QAction::triggered, this, [this, time] {
            TriageAct what;
            what.kind = ActKind::Snooze;
            what.until = models::now() + time;
            act(what, m_parts.selected());
        });
    };
    const auto end = [this](const QString &text, models::SnoozeEnd when) {
        connect(m_snoozeMenu->addAction(text), &QAction::triggered, this, [this, when] {
            TriageAct what;
            what.kind = ActKind::Snooze;
            what.end = when;
            act(what, m_parts.selected());
        });
    };
    span(tr("For a &day"), hours(24));
    span(tr("For a &week"), hours(7 * 24));
    span(tr("For 30 d&ays"), hours(30 * 24));
    m_snoozeMenu->addSeparator();
    end(tr("Until its &next event"), models::SnoozeEnd::NextEvent);
    end(tr("Until it gets &more severe"), models::SnoozeEnd::MoreSevere);
    m_snoozeMenu->addSeparator();
    connect(m_snoozeMenu->addAction(tr("&Until…")), &QAction::triggered, m_snooze,
            &QAction::trigger);
}

QList<QAction *> TriageActions::actions() const
{
    return { m_acknowledge, m_snoozeMenu->menuAction(), m_assign, m_note };
}

void TriageActions::addTo(QMenu &menu)
{
    if (const QString why = obstacle(); !why.isEmpty())
        menu.addAction(why)->setEnabled(false);
    else
        menu.addActions(actions());
    const int shown = m_parts.desk.isWritable() ? int(m_parts.shown().size()) : 0;
    if (shown < 2)
        return;
    const QString many = QLocale().toString(shown);
    QMenu *all = menu.addMenu(tr("All %1 issues shown").arg(many));
    const auto add = [this, all](const QString &text, ActKind kind) {
        connect(all->addAction(text), &QAction::triggered, this,
                [this, kind] { ask(kind, m_parts.shown()); });
    };
    add(m_acknowledge->text(), ActKind::Acknowledge);
    add(m_snooze->text(), ActKind::Snooze);
    add(m_assign->text(), ActKind::Assign);
    add(m_note->text(), ActKind::Note);
}

void TriageActions::setEnabled(bool enabled)
{
    for (QAction *action : { m_acknowledge, m_snooze, m_assign, m_note })
        action->setEnabled(enabled);
    m_snoozeMenu->menuAction()->setEnabled(enabled);
}

QString TriageActions::obstacle() const
{
    if (!m_parts.desk.isWritable())
        return tr("The database is not open for writing here");
    return m_parts.noneWords ? m_parts.noneWords() : QString();
}

/// What is selected may change while the dialog is open: what was asked about counts.
void TriageActions::ask(ActKind kind, const Events &events)
{
    if (!m_parts.desk.isWritable() || events.empty()) {
        if (const QString why = obstacle(); !why.isEmpty())
            emit hinted(why);
        return;
    }
    auto *dialog = new TriageDialog(kind, int(events.size()), m_parts.me, &m_parts.page);
    connect(dialog, &TriageDialog::confirmed, this,
            [this, events](const TriageAct &what) { act(what, events); });
    dialog->open();
}

void TriageActions::act(const TriageAct &what, const Events &events)
{
    if (const quint64 call = m_parts.desk.act(what, events))
        m_calls.insert(call, what.kind);
}

QString TriageActions::doneWords(ActKind kind, int subjects) const
{
    const QString many = QLocale().toString(subjects);
    const bool one = subjects == 1;
    switch (kind) {
    case ActKind::Acknowledge:
        return one ? tr("Acknowledged") : tr("%1 issues acknowledged").arg(many);
    case ActKind::Snooze:
        return one ? tr("Snoozed") : tr("%1 issues snoozed").arg(many);
    case ActKind::Assign:
        return one ? tr("Assigned") : tr("%1 issues assigned").arg(many);
    case ActKind::Undo:
        return one ? tr("Taken back") : tr("Taken back for %1 issues").arg(many);
    default:
        return one ? tr("Note added") : tr("Note added to %1 issues").arg(many);
    }
}

void TriageActions::finish(quint64 call, int subjects)
{
    const auto known = m_calls.constFind(call);
    if (known == m_calls.constEnd())
        return; // another window's
    const ActKind kind = *known;
    m_calls.erase(known);
    if (m_shownCall == call)
        m_parts.progress.clearMessage();
    m_parts.undo.offer(doneWords(kind, subjects), [this, call] {
        if (const quint64 undo = m_parts.desk.undo(call))
            m_calls.insert(undo, ActKind::Undo);
    });
}

void TriageActions::fail(quint64 call, const QString &reason)
{
    if (!m_calls.remove(call))
        return;
    if (m_shownCall == call)
        m_parts.progress.clearMessage();
    m_parts.undo.offer(reason.isEmpty() ? tr("Cancelled; nothing was changed")
                                        : tr("Nothing was changed: %1").arg(reason));
}

} // namespace views
