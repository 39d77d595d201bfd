// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/jsontextview.h"

#include "models/domain/jsonplace.h"
#include "models/domain/payloadpath.h"
#include "models/index/filterwords.h"
#include "views/widgets/colors.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace views {
namespace {

constexpr qsizetype longestLine = 4000;
constexpr qsizetype longestText = 256 * 1024;

void append(QString &out, QChar c)
{
    const bool hidden = c.category() == QChar::Other_Format
            || (c.category() == QChar::Other_Control && c != QLatin1Char('\n'));
    if (hidden)
        out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    else
        out += c;
}

} // namespace

QString boundedJson(const QString &formatted)
{
    QString out;
    out.reserve(qMin(formatted.size(), longestText) + 64);
    qsizetype line = 0;
    qsizetype skipped = 0;
    const auto note = [&] {
        if (skipped > 0) {
            out += JsonTextView::tr("… %1 more characters").arg(QLocale().toString(skipped));
        }
        skipped = 0;
    };
    for (qsizetype i = 0; i < formatted.size(); ++i) {
        if (out.size() >= longestText) {
            skipped += formatted.size() - i;
            break;
        }
        const QChar c = formatted.at(i);
        if (c == QLatin1Char('\n')) {
            note();
            line = 0;
            out += c;
        } else if (line < longestLine) {
            ++line;
            append(out, c);
        } else {
            ++skipped;
        }
    }
    note();
    return out;
}

JsonTextView::JsonTextView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(16);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &JsonTextView::showMenu);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &JsonTextView::pathChanged);
}

void JsonTextView::setJson(const QString &text)
{
    const QString bounded = boundedJson(text);
    if (bounded == toPlainText())
        return;
    setPlainText(bounded);
    find(m_wanted);
}

int JsonTextView::find(const QString &text)
{
    m_wanted = text;
    m_matches.clear();
    m_current = -1;
    const QString shown = toPlainText();
    for (qsizetype at = 0; !text.isEmpty() && int(m_matches.size()) < mostMatches;) {
        at = shown.indexOf(text, at, Qt::CaseInsensitive);
        if (at < 0)
            break;
        m_matches.push_back(int(at));
        at += text.size();
    }
    paintMatches();
    return int(m_matches.size());
}

int JsonTextView::step(int by)
{
    const int count = int(m_matches.size());
    if (count == 0)
        return 0;
    if (m_current < 0) {
        const int from = textCursor().selectionStart();
        const auto next = std::lower_bound(m_matches.begin(), m_matches.end(), from);
        m_current = next == m_matches.end() ? 0 : int(next - m_matches.begin());
        m_current = (m_current + std::min(by, 0) + count) % count;
    } else {
        m_current = (m_current + by + count) % count;
    }
    QTextCursor cursor = textCursor();
    cursor.setPosition(m_matches[std::size_t(m_current)]);
    cursor.setPosition(cursor.position() + int(m_wanted.size()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    paintMatches();
    return m_current + 1;
}

QString JsonTextView::path() const
{
    const auto place = models::jsonPlaceAt(toPlainText(), textCursor().selectionStart());
    return place ? place->path : QString();
}

void JsonTextView::paintMatches()
{
    const Colors &colors = colorsOf(palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (std::size_t i = 0; i < m_matches.size(); ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(m_matches[i]);
        mark.cursor.setPosition(mark.cursor.position() + int(m_wanted.size()),
                                QTextCursor::KeepAnchor);
        QColor back = colors.accent;
        back.setAlpha(int(i) == m_current ? 140 : 60);
        mark.format.setBackground(back);
        marks += mark;
    }
    setExtraSelections(marks);
}

void JsonTextView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_matches.empty())
        paintMatches();
}

void JsonTextView::showMenu(const QPoint &position)
{
    const QTextCursor cursor = cursorForPosition(position);
    const QPoint global = viewport()->mapToGlobal(position);
    if (!textCursor().hasSelection()) {
        const auto place = models::jsonPlaceAt(toPlainText(), cursor.position());
        if (place && models::PayloadPath::from(place->path)) {
            emit valueMenuRequested({ { models::Field::Path, place->path },
                                      models::literalValue(place->value),
                                      place->value },
                                    global);
            return;
        }
    }
    QMenu *menu = createStandardContextMenu(position);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(global);
}

} // namespace views
