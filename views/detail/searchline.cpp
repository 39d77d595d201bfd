// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/searchline.h"

#include "views/keys/keynotes.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace views {
namespace {

constexpr int longestText = 200;

QToolButton *arrow(Qt::ArrowType type, const QString &name, const QString &said, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAccessibleName(said);
    button->setToolTip(said);
    button->setArrowType(type);
    button->setAutoRaise(true);
    return button;
}

} // namespace

SearchLine::SearchLine(QWidget *parent)
    : QWidget(parent), m_field(new QLineEdit(this)), m_count(plainLabel({}, this)),
      m_previous(arrow(Qt::UpArrow, QStringLiteral("detailPane.raw.previous"),
                       tr("Match before (Shift+Enter)"), this)),
      m_next(arrow(Qt::DownArrow, QStringLiteral("detailPane.raw.next"), tr("Next match (Enter)"),
                   this))
{
    m_field->setObjectName(QStringLiteral("detailPane.raw.search"));
    m_field->setAccessibleName(tr("Search within this event"));
    m_field->setPlaceholderText(tr("Search within this event"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(longestText);
    m_field->installEventFilter(this);
    noteKeys(*m_field, KeyGroup::Raw,
             { { { Qt::Key_Return }, tr("Next match") },
               { { Qt::SHIFT | Qt::Key_Return }, tr("Match before") },
               { { Qt::Key_Escape }, tr("Empty the search box") } });
    m_count->setObjectName(QStringLiteral("detailPane.raw.matches"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    connect(m_field, &QLineEdit::textChanged, this, &SearchLine::edited);
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepped(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepped(1); });
    showCount(0, 0, false);
}

QString SearchLine::text() const
{
    return m_field->text();
}

void SearchLine::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchLine::showCount(int current, int count, bool atLeast)
{
    const QLocale locale;
    const QString all =
            atLeast ? tr("%1 or more").arg(locale.toString(count)) : locale.toString(count);
    QString words;
    if (!m_field->text().isEmpty() && count == 0)
        words = tr("no match");
    else if (count > 0)
        words = current > 0 ? tr("%1 of %2").arg(locale.toString(current), all) : all;
    m_count->setText(words);
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
}

bool SearchLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        emit stepped(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
        m_field->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace views
