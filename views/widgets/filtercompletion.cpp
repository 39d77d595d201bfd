// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/filtercompletion.h"

#include "views/keys/keynotes.h"
#include "views/widgets/completionpopup.h"
#include "views/widgets/filteredit.h"
#include "views/widgets/icon.h"

#include <QAction>
#include <QKeyEvent>

namespace views {

FilterCompletion::FilterCompletion(FilterEdit &edit, models::FilterCompleter &completer)
    : QObject(&edit), m_edit(edit), m_completer(completer), m_popup(new CompletionPopup(&edit))
{
    m_edit.installEventFilter(this);
    noteKeys(m_edit, KeyGroup::FilterBox,
             { { { Qt::CTRL | Qt::Key_Space }, tr("Suggest fields and values") },
               { { Qt::Key_Tab }, tr("Take the suggestion") },
               { { Qt::Key_Up }, tr("Show the last filters") } });
    QAction *recent = m_edit.addAction(icon(QLatin1String("history")), QLineEdit::TrailingPosition);
    recent->setObjectName(QStringLiteral("recentFilters"));
    recent->setText(tr("Recent filters"));
    recent->setToolTip(tr("Recent filters (Up)"));
    connect(recent, &QAction::triggered, this, &FilterCompletion::showRecent);
    connect(&m_edit, &QLineEdit::textEdited, this, [this] { ask(false); });
    connect(&m_edit, &FilterEdit::filterUsed, this, &FilterCompletion::remember);
    connect(&m_completer, &models::FilterCompleter::offered, this, &FilterCompletion::show);
    connect(m_popup, &CompletionPopup::picked, this, &FilterCompletion::accept);
}

FilterCompletion::~FilterCompletion()
{
    delete m_popup; // it may have become a child of the window
}

bool FilterCompletion::open() const
{
    return m_popup && m_popup->isVisible();
}

void FilterCompletion::ask(bool byHand)
{
    m_byHand = byHand;
    m_wanted = true;
    m_completer.complete(m_edit.text(), m_edit.cursorPosition(), m_history.entries());
}

void FilterCompletion::showRecent()
{
    QList<models::Completion> list;
    for (const QString &text : m_history.entries())
        list.append({ models::Completion::Kind::Recent, text, text, {}, false });
    if (list.isEmpty())
        list.append({ models::Completion::Kind::Recent,
                      m_edit.text(),
                      tr("No filter was used yet"),
                      {},
                      false });
    m_edit.setFocus();
    m_wanted = false;
    m_completer.cancel();
    m_popup->offer(list, m_edit);
}

void FilterCompletion::show(const models::FilterContext &context,
                            const QList<models::Completion> &list)
{
    if (!m_wanted || !m_edit.hasFocus() || !m_popup)
        return;
    const bool empty = context.part == models::FilterContext::Part::Name && context.typed.isEmpty();
    const bool onlyItself = list.size() == 1 && !list.constFirst().goesOn
            && list.constFirst().text == m_edit.text().mid(context.from, context.length);
    const bool chosen = open() && m_popup->hasChosen() && context.from == m_context.from
            && context.typed == m_context.typed;
    if (chosen)
        return; // counts that come late must not take the choice away
    m_context = context;
    m_popup->offer((empty && !m_byHand) || onlyItself ? QList<models::Completion>() : list, m_edit);
    tellChosen();
}

void FilterCompletion::accept(const models::Completion &completion)
{
    if (completion.kind == models::Completion::Kind::Recent) {
        close();
        m_edit.enterText(completion.text, int(completion.text.size()), true);
        return;
    }
    const models::CompletedText result = models::completed(m_edit.text(), m_context, completion);
    close();
    m_edit.enterText(result.text, int(result.cursor), !completion.goesOn);
    if (completion.goesOn)
        ask(false);
}

void FilterCompletion::close()
{
    m_wanted = false;
    m_completer.cancel();
    if (m_popup)
        m_popup->hide();
    m_edit.setAccessibleDescription({});
}

void FilterCompletion::tellChosen()
{
    m_edit.setAccessibleDescription(!open() ? QString()
                                            : m_popup->hasChosen()
                                            ? m_popup->chosenText()
                                            : tr("There are suggestions; Down chooses one."));
}

bool FilterCompletion::pressed(const QKeyEvent &event)
{
    const bool control = event.modifiers() == Qt::ControlModifier;
    if (!open()) {
        if (event.key() == Qt::Key_Space && control)
            return ask(true), true;
        if (event.key() == Qt::Key_Up && event.modifiers() == Qt::NoModifier)
            return showRecent(), true;
        if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
            close(); // what is still being counted comes too late
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_popup->move(event.key() == Qt::Key_Down ? 1 : -1);
        tellChosen();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_popup->hasChosen())
            return close(), false; // what was typed is meant
        [[fallthrough]];
    case Qt::Key_Tab:
        accept(m_popup->current());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        close();
        return false;
    default:
        return false;
    }
}

bool FilterCompletion::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (pressed(*static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::ShortcutOverride: // Escape closes the list before anything else is closed
        if (open() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::Resize:
    case QEvent::Move:
        close();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace views
