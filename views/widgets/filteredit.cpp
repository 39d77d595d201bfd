// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/filteredit.h"

#include "views/keys/keynotes.h"
#include "views/widgets/colors.h"
#include "views/widgets/icon.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QTextCharFormat>

#include <chrono>
#include <utility>

namespace views {

namespace {
constexpr std::chrono::milliseconds rest { 120 };
// What is wrong at the very end is most likely not finished yet.
constexpr std::chrono::milliseconds patience { 1500 };
constexpr int longestText = 4096; // as Filter::parse() bounds it
} // namespace

FilterEdit::FilterEdit(QWidget *parent, models::FilterScope scope)
    : QLineEdit(parent), m_scope(scope)
{
    if (m_scope == models::FilterScope::Events) {
        setPlaceholderText(tr("Search or filter, e.g.  group:\"…\" severity>=high certificate"));
        setAccessibleName(tr("Filter events"));
    } else {
        setPlaceholderText(tr("Search or filter, e.g.  is:overdue severity>=high certificate"));
        setAccessibleName(tr("Filter issues"));
    }
    setClearButtonEnabled(true);
    setMaxLength(longestText);
    addAction(icon(QLatin1String("search")), QLineEdit::LeadingPosition);
    noteItsKeys();
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_rest, &QTimer::timeout, this, &FilterEdit::readUnfinished);
    connect(&m_patience, &QTimer::timeout, this, &FilterEdit::read);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_edited = true;
        m_patience.stop();
        m_rest.start();
    });
}

void FilterEdit::showFilter(const models::Filter &filter)
{
    const auto typed = this->parsed();
    if (!typed.filter || *typed.filter != filter)
        setText(filter.text());
    m_rest.stop();
    m_patience.stop();
    clearProblem();
}

void FilterEdit::enterText(const QString &entered, int cursor, bool atOnce)
{
    setText(entered);
    setCursorPosition(cursor);
    m_edited = true;
    if (atOnce)
        read();
    else
        m_rest.start();
}

void FilterEdit::applyFix()
{
    if (!m_fix)
        return;
    const models::Filter::Edit fix = *m_fix;
    QString better = text();
    better.replace(fix.position, fix.length, fix.text);
    enterText(better, int(fix.position + fix.text.size()), true);
}

/// What stands here is meant, so it is worth being offered again.
void FilterEdit::use()
{
    if (!std::exchange(m_edited, false))
        return;
    const auto parsed = this->parsed();
    if (parsed.filter && !parsed.filter->isEmpty())
        emit filterUsed(*parsed.filter);
}

/// While one types, a mistake at the end is left alone for a while.
void FilterEdit::readUnfinished()
{
    const models::Filter::Problem problem = this->parsed().problem;
    const bool atEnd = !problem.text.isEmpty() && cursorPosition() == text().size()
            && problem.position + problem.length >= text().size();
    if (atEnd && hasFocus() && !m_hasProblem)
        m_patience.start();
    else
        read();
}

void FilterEdit::read()
{
    m_rest.stop();
    m_patience.stop();
    const auto parsed = this->parsed();
    if (!parsed.filter)
        return showProblem(parsed.problem);
    clearProblem();
    emit filterEntered(*parsed.filter);
}

void FilterEdit::showProblem(const models::Filter::Problem &problem)
{
    m_hasProblem = true;
    m_fix = problem.fix;
    mark(problem.position, problem.length);
    update();
    emit problemChanged(problem);
}

void FilterEdit::clearProblem()
{
    if (!m_hasProblem)
        return;
    m_hasProblem = false;
    m_fix.reset();
    mark(0, 0);
    update();
    emit problemChanged({});
}

void FilterEdit::mark(qsizetype position, qsizetype length)
{
    if (m_composing)
        return; // formats travel by the same event as the word being built, and would end it
    // A line edit has no public way to format a part of its text but this.
    QList<QInputMethodEvent::Attribute> formats;
    if (length > 0) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(colorsOf(palette()).urgent);
        formats.append({ QInputMethodEvent::TextFormat, int(position) - cursorPosition(),
                         int(length), wrong });
    }
    QInputMethodEvent event({}, formats);
    QLineEdit::inputMethodEvent(&event);
}

void FilterEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void FilterEdit::noteItsKeys()
{
    noteKeys(*this, KeyGroup::FilterBox,
             { { { Qt::Key_Return }, tr("Apply the filter at once") },
               { { Qt::ALT | Qt::Key_Return }, tr("Take the correction that is offered") },
               { { Qt::Key_Escape }, tr("Empty the box, then go to the table") },
               { { Qt::Key_Down }, tr("Go to the table") },
               { { Qt::Key_F1 }, tr("Explain the language of the filter") } });
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::AltModifier)) {
            applyFix();
            return;
        }
        read();
        use();
        return;
    case Qt::Key_F1:
        emit helpRequested();
        return;
    case Qt::Key_Escape:
        if (text().isEmpty()) {
            emit leaveRequested();
        } else {
            clear();
            read();
        }
        return;
    case Qt::Key_Down:
        emit leaveRequested();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FilterEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        use();
}

void FilterEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    QAction *help = menu->addAction(tr("Filter help"), this, &FilterEdit::helpRequested);
    help->setShortcut(QKeySequence(Qt::Key_F1));
    menu->popup(event->globalPos());
}

void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_hasProblem)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorsOf(palette()).urgent, 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
}

} // namespace views
