// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/bytesview.h"

#include "views/detail/byteswords.h"

#include <QFontDatabase>
#include <QTextDocument>

namespace views {

namespace {
constexpr int mostLines = 14;
} // namespace

BytesView::BytesView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(6);
}

void BytesView::showBytes(const QByteArray &bytes, qint64 size)
{
    const QString text = bytesForReading(bytes, size);
    if (text != toPlainText())
        setPlainText(text);
    fit();
}

void BytesView::fit()
{
    // Of a plain text edit's document the height is counted in lines.
    const int lines = qBound(1, int(document()->size().height()), mostLines);
    const int height = lines * fontMetrics().lineSpacing() + 2 * 6 + 2 * frameWidth() + 2;
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

QSize BytesView::sizeHint() const
{
    return { 300, minimumHeight() };
}

void BytesView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

} // namespace views
