// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/searchedit.h"

#include "views/keys/keynotes.h"
#include "views/widgets/icon.h"

#include <QKeyEvent>

namespace views {

SearchEdit::SearchEdit(std::chrono::milliseconds rest, QWidget *parent) : QLineEdit(parent)
{
    constexpr int longest = 200;
    setClearButtonEnabled(true);
    setMaxLength(longest);
    addAction(icon(QLatin1String("search")), QLineEdit::LeadingPosition);
    noteKeys(*this, KeyGroup::SearchBox,
             { { { Qt::Key_Escape }, tr("Empty the box, then go to the table") },
               { { Qt::Key_Return, Qt::Key_Down }, tr("Go to the table") } });
    m_typing.setSingleShot(true);
    m_typing.setInterval(rest);
    connect(this, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] { emit searchRequested(text().trimmed()); });
}

void SearchEdit::showSearch(const QString &text)
{
    m_typing.stop();
    if (text != this->text().trimmed())
        setText(text);
}

void SearchEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            emit textEdited({});
            return;
        }
        [[fallthrough]];
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        emit leaveRequested();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace views
