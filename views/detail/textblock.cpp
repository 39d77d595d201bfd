// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/textblock.h"

#include "views/widgets/plaintext.h"

#include <QAbstractTextDocumentLayout>
#include <QContextMenuEvent>
#include <QEvent>
#include <QTextDocument>
#include <QTextLayout>
#include <QWheelEvent>

#include <cmath>

namespace views {

TextBlock::TextBlock(QWidget *parent) : QTextEdit(parent)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] { updateGeometry(); });
}

void TextBlock::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    refit();
}

void TextBlock::setMaximumLines(int lines)
{
    m_lines = lines;
    refit();
}

QSize TextBlock::sizeHint() const
{
    const int height = int(std::ceil(document()->size().height()));
    return { 8 * fontMetrics().averageCharWidth(), qMax(height, fontMetrics().height()) };
}

QSize TextBlock::minimumSizeHint() const
{
    return sizeHint();
}

void TextBlock::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_value.text.isEmpty() || textCursor().hasSelection())
        return QTextEdit::contextMenuEvent(event);
    emit valueMenuRequested(m_value, event->globalPos());
}

void TextBlock::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    if (m_lines > 0)
        refit();
}

void TextBlock::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // what scrolls is the pane around it
}

void TextBlock::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        refit();
}

void TextBlock::refit()
{
    const QString shown = fitting();
    if (toPlainText() != shown)
        setPlainText(shown);
    setToolTip(shown == m_text ? QString() : plainToolTip(m_text));
    updateGeometry();
}

QString TextBlock::fitting() const
{
    if (m_lines <= 0)
        return m_text;
    const int width = viewport()->width();
    QTextLayout layout(m_text, font());
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int lastStart = 0;
    bool fits = true;
    for (int line = 0;; ++line) {
        QTextLine next = layout.createLine();
        if (!next.isValid())
            break;
        if (line == m_lines) {
            fits = false;
            break;
        }
        next.setLineWidth(width);
        lastStart = next.textStart();
    }
    layout.endLayout();
    if (fits)
        return m_text;
    const QString rest = m_text.mid(lastStart);
    return m_text.left(lastStart)
            + fontMetrics().elidedText(rest, Qt::ElideRight, qMax(width - 2, 0));
}

} // namespace views
