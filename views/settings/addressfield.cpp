// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/addressfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace views {

AddressField::AddressField(QWidget *parent)
    : QWidget(parent), m_choice(new QComboBox(this)), m_other(new QLineEdit(this))
{
    m_choice->setObjectName(QStringLiteral("settingsDialog.address"));
    m_choice->setAccessibleName(tr("Address"));
    m_choice->addItem(tr("This computer only (127.0.0.1)"), QStringLiteral("127.0.0.1"));
    m_choice->addItem(tr("All interfaces (0.0.0.0)"), QStringLiteral("0.0.0.0"));
    m_choice->addItem(tr("Another address"), QString());
    m_other->setObjectName(QStringLiteral("settingsDialog.address.other"));
    m_other->setAccessibleName(tr("Another address"));
    m_other->setPlaceholderText(tr("IPv4 or IPv6 address"));
    m_other->setMaxLength(64);
    m_other->hide();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_choice);
    row->addWidget(m_other, 1);
    row->addStretch();
    setFocusProxy(m_choice);
    setFocusPolicy(Qt::StrongFocus); // else the label of a form does not lead here

    connect(m_choice, &QComboBox::activated, this, [this] {
        follow();
        if (m_other->isVisible())
            m_other->setFocus();
        emit edited();
    });
    connect(m_other, &QLineEdit::textEdited, this, &AddressField::edited);
}

QString AddressField::address() const
{
    const QString chosen = m_choice->currentData().toString();
    return chosen.isEmpty() ? m_other->text().trimmed() : chosen;
}

void AddressField::setAddress(const QString &address)
{
    const int known = address.isEmpty() ? -1 : m_choice->findData(address);
    m_choice->setCurrentIndex(known >= 0 ? known : m_choice->count() - 1);
    m_other->setText(known >= 0 ? QString() : address);
    follow();
}

void AddressField::follow()
{
    const bool other = m_choice->currentData().toString().isEmpty();
    m_other->setVisible(other);
    setFocusProxy(other ? static_cast<QWidget *>(m_other) : m_choice);
}

} // namespace views
