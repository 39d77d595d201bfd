// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/undotoast.h"

#include "views/keys/keynotes.h"
#include "views/widgets/colors.h"
#include "views/widgets/icon.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>

#include <utility>

namespace views {

UndoToast::UndoToast(QWidget *parent)
    : QFrame(parent), m_text(plainLabel({}, this)), m_undoButton(new LinkButton(tr("Undo"), this)),
      m_close(new QToolButton(this))
{
    m_undoButton->setToolTip(tr("Undo (Ctrl+Z)"));
    m_close->setIcon(icon(QLatin1String("clear")));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_undoButton);
    row->addWidget(m_close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(stay);
    connect(&m_timer, &QTimer::timeout, this, &UndoToast::leaveLater);
    connect(m_undoButton, &QToolButton::clicked, this, &UndoToast::undo);
    connect(m_close, &QToolButton::clicked, this, &UndoToast::dismiss);
    auto *keys = new QShortcut(QKeySequence(QKeySequence::Undo), parent);
    noteKey(*keys, KeyGroup::UndoPages, tr("Undo what was marked, removed or decided last"));
    keys->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, this, &UndoToast::undo);
    parent->installEventFilter(this);
    hide();
}

void UndoToast::offer(const QString &text, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_undoButton->setVisible(m_undo != nullptr);
    m_text->setText(text);
    setAccessibleName(text);
    place();
    show();
    raise();
    m_timer.start();
}

QString UndoToast::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void UndoToast::undo()
{
    const std::function<void()> undo = std::exchange(m_undo, {});
    if (!undo)
        return;
    dismiss();
    undo();
}

void UndoToast::dismiss()
{
    m_undo = {};
    m_timer.stop();
    if (isAncestorOf(focusWidget()) && parentWidget())
        parentWidget()->setFocus();
    hide();
}

void UndoToast::leaveLater()
{
    const bool wanted = underMouse() || m_undoButton->hasFocus() || m_close->hasFocus();
    if (wanted)
        m_timer.start();
    else
        dismiss();
}

void UndoToast::place()
{
    constexpr int margin = 24;
    constexpr int widest = 640;
    const QSize room = parentWidget()->size();
    const int width = qMin(qMin(sizeHint().width(), widest), room.width() - 2 * margin);
    m_text->setWordWrap(sizeHint().width() > width);
    const int height = m_text->wordWrap() ? heightForWidth(width) : sizeHint().height();
    setGeometry((room.width() - width) / 2, room.height() - height - margin, width, height);
}

bool UndoToast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void UndoToast::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.quiet);
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace views
