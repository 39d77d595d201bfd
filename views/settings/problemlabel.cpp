// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/problemlabel.h"

#include "views/widgets/colors.h"

#include <QEvent>

namespace views {

ProblemLabel::ProblemLabel(QWidget *field, QWidget *parent) : QLabel(parent), m_field(field)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    tint();
    hide();
}

void ProblemLabel::addProblem(const QString &text)
{
    setText(this->text().isEmpty() ? text : QString(this->text() % QLatin1Char('\n') % text));
    m_field->setAccessibleDescription(this->text());
    show();
}

void ProblemLabel::clearProblems()
{
    clear();
    m_field->setAccessibleDescription({});
    hide();
}

void ProblemLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void ProblemLabel::tint()
{
    const QColor &ink = colorsOf(palette()).urgent;
    QPalette tinted = palette();
    if (tinted.color(foregroundRole()) == ink)
        return; // ends the round trip through changeEvent()
    tinted.setColor(foregroundRole(), ink);
    setPalette(tinted);
}

} // namespace views
