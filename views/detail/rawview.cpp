// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/rawview.h"

#include "models/domain/jsonplace.h"
#include "models/domain/payloadpath.h"
#include "models/index/filterwords.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

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
            out += RawView::tr("… %1 more characters").arg(QLocale().toString(skipped));
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

RawView::RawView(QWidget *parent) : QWidget(parent), m_text(new QPlainTextEdit(this))
{
    m_text->setObjectName(QStringLiteral("detailPane.raw"));
    m_text->setAccessibleName(tr("Raw JSON"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(16);
    m_text->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_text, &QWidget::customContextMenuRequested, this, &RawView::showMenu);

    auto *copy = new QPushButton(tr("Copy &JSON"), this);
    copy->setObjectName(QStringLiteral("detailPane.raw.copy"));
    copy->setAccessibleName(tr("Copy JSON"));
    copy->setToolTip(tr("Copies the event exactly as it came."));
    connect(copy, &QPushButton::clicked, this, &RawView::copyRequested);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 8, 16, 8);
    buttons->addWidget(copy);
    buttons->addStretch();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(buttons);
    rows->addWidget(m_text, 1);
}

void RawView::showMenu(const QPoint &position)
{
    const QTextCursor cursor = m_text->cursorForPosition(position);
    const QPoint global = m_text->viewport()->mapToGlobal(position);
    if (!m_text->textCursor().hasSelection()) {
        const auto place = models::jsonPlaceAt(m_text->toPlainText(), cursor.position());
        if (place && models::PayloadPath::from(place->path)) {
            emit valueMenuRequested({ { models::Field::Path, place->path },
                                      models::literalValue(place->value),
                                      place->value },
                                    global);
            return;
        }
    }
    QMenu *menu = m_text->createStandardContextMenu(position);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(global);
}

void RawView::show(const QString &formatted)
{
    const QString text = boundedJson(formatted);
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
}

} // namespace views
