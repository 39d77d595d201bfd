// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/valuepane.h"

#include "views/widgets/colors.h"
#include "views/widgets/plaintext.h"

#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace views {

namespace {

constexpr qsizetype longest = 64 * 1024;

/// As it is but for what cannot be seen, character by character, so that places stay the same.
QString visible(const QString &text)
{
    QString shown = text.left(longest);
    for (QChar &c : shown) {
        const bool control = c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
        if (control || c.category() == QChar::Other_Format || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = QChar(0x2423);
    }
    return shown;
}

} // namespace

ValuePane::ValuePane(const QString &title, const QString &name, QWidget *parent)
    : QWidget(parent), m_title(plainLabel(title, this)), m_text(new QPlainTextEdit(this))
{
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(name);
    m_text->setAccessibleName(title);
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_text, 1);
}

void ValuePane::setTitle(const QString &title)
{
    m_title->setText(title);
}

void ValuePane::show(const QString &text, const QList<models::TextSpan> &marks)
{
    m_text->setPlaceholderText({});
    m_text->setPlainText(visible(text));
    m_marks = marks;
    paintMarks();
}

void ValuePane::showNothing(const QString &why)
{
    m_text->clear();
    m_text->setPlaceholderText(why);
    m_marks.clear();
    paintMarks();
}

void ValuePane::paintMarks()
{
    const Colors &colors = colorsOf(palette());
    QColor ground = colors.high;
    ground.setAlphaF(0.3F);
    QList<QTextEdit::ExtraSelection> selections;
    const qsizetype length = m_text->toPlainText().size();
    for (const models::TextSpan &mark : m_marks) {
        if (mark.start + mark.length > length)
            break;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_text->document());
        selection.cursor.setPosition(int(mark.start));
        selection.cursor.setPosition(int(mark.start + mark.length), QTextCursor::KeepAnchor);
        selection.format.setBackground(ground);
        // Colour is not the only sign.
        selection.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        selection.format.setUnderlineColor(colors.high);
        selections.append(selection);
    }
    m_text->setExtraSelections(selections);
    if (!selections.isEmpty()) {
        QTextCursor cursor = selections.first().cursor;
        cursor.clearSelection();
        m_text->setTextCursor(cursor);
        m_text->ensureCursorVisible();
    }
}

void ValuePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintMarks();
}

} // namespace views
