// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/messagebar.h"

#include "views/widgets/colors.h"
#include "views/widgets/icon.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace views {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_text(plainLabel({}, this)),
      m_progress(new QProgressBar(this)), m_button(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress);
    row->addWidget(m_button);
    row->addWidget(m_close);
    m_progress->setFixedWidth(160);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_close->setIcon(icon(QLatin1String("clear")));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, [this] {
        clearMessage();
        emit closed();
    });
    connect(m_button, &QPushButton::clicked, this, &MessageBar::actionRequested);
    hide();
}

void MessageBar::showMessage(const QString &text, const QString &action)
{
    const QLatin1String sign(m_level == NoticeLevel::Information ? "info" : "warning");
    m_icon->setPixmap(icon(sign).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_text->setText(text);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    show();
}

void MessageBar::setLevel(NoticeLevel level)
{
    m_level = level;
    update();
}

void MessageBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void MessageBar::showProgress(qint64 done, qint64 total)
{
    constexpr int steps = 1000;
    m_progress->setRange(0, steps);
    m_progress->setValue(total > 0 ? int(done * steps / total) : 0);
    m_progress->setVisible(total > 0);
}

void MessageBar::clearMessage()
{
    m_progress->hide();
    m_text->clear();
    hide();
}

QString MessageBar::message() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.raised);
    painter.fillRect(QRect(0, 0, 4, height()),
                     m_level == NoticeLevel::Problem           ? colors.urgent
                             : m_level == NoticeLevel::Warning ? colors.high
                                                               : colors.accent);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.line);
}

} // namespace views
