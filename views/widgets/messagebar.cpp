// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/messagebar.h"

#include "views/widgets/colors.h"
#include "views/widgets/icon.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace views {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_text(plainLabel({}, this)),
      m_button(new QPushButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &MessageBar::actionRequested);
    hide();
}

void MessageBar::showMessage(const QString &text, const QString &action)
{
    m_icon->setPixmap(icon(QLatin1String("warning")).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_text->setText(text);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    show();
}

void MessageBar::clearMessage()
{
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
    painter.fillRect(QRect(0, 0, 4, height()), colors.urgent);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.line);
}

} // namespace views
