// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/urlfield.h"

#include "models/settings/settingsrules.h"
#include "views/settings/secrethint.h"
#include "views/widgets/plaintext.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWindow>

namespace views {
namespace {

constexpr int maskLength = 12; // says nothing of the secret's length

} // namespace

UrlField::UrlField(std::chrono::milliseconds clipboardTime, QWidget *parent)
    : QWidget(parent), m_words(plainLabel({}, this)), m_address(new QLineEdit(this)),
      m_show(new QPushButton(tr("Sho&w"), this)), m_copy(new QPushButton(tr("Co&py"), this)),
      m_make(new QPushButton(this)), m_hint(new SecretHint(clipboardTime, this))
{
    m_words->setObjectName(QStringLiteral("settingsDialog.url.words"));
    m_words->setWordWrap(true);
    m_address->setObjectName(QStringLiteral("settingsDialog.url"));
    m_address->setAccessibleName(tr("Address with its secret"));
    m_address->setReadOnly(true);
    m_show->setObjectName(QStringLiteral("settingsDialog.url.show"));
    m_show->setAccessibleName(tr("Show address"));
    m_show->setCheckable(true);
    m_copy->setObjectName(QStringLiteral("settingsDialog.url.copy"));
    m_copy->setAccessibleName(tr("Copy address"));
    m_make->setObjectName(QStringLiteral("settingsDialog.url.make"));
    m_make->setAccessibleName(tr("Make a new address"));
    m_hint->setObjectName(QStringLiteral("settingsDialog.url.hint"));
    build();

    // Nobody guards a window that is left. (ActivationChange reaches windows only.)
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, m_show, [this](const QWindow *focus) {
        if (focus != window()->windowHandle())
            m_show->setChecked(false);
    });
    connect(m_show, &QPushButton::toggled, this, [this](bool shown) {
        m_isTaken = m_isTaken || shown;
        follow();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { copySecret(m_base + m_secret); });
    connect(m_make, &QPushButton::clicked, this, [this] {
        m_secret = models::generateToken();
        m_isFresh = true;
        m_isTaken = m_show->isChecked();
        follow();
        m_copy->setFocus();
        emit edited();
    });
    follow();
}

void UrlField::build()
{
    auto *fields = new QHBoxLayout;
    fields->setSpacing(8);
    fields->addWidget(m_address, 1);
    for (QPushButton *button : { m_show, m_copy }) {
        button->setAutoDefault(false);
        fields->addWidget(button);
    }
    m_make->setAutoDefault(false);
    m_make->setMinimumWidth(24 * fontMetrics().averageCharWidth());
    auto *make = new QHBoxLayout;
    make->setSpacing(8);
    make->addWidget(m_make);
    make->addStretch();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(fields);
    rows->addWidget(m_words);
    rows->addWidget(m_hint);
    rows->addLayout(make);
    setFocusPolicy(Qt::StrongFocus); // else the label of a form does not lead here
}

void UrlField::load(bool isSet, const QString &secret)
{
    m_isSet = isSet;
    m_secret = secret;
    m_isFresh = false;
    m_isTaken = false;
    m_show->setChecked(false);
    follow();
}

void UrlField::setBase(const QString &base)
{
    m_base = base;
    follow();
}

void UrlField::setSecretDescription(const QString &description)
{
    m_hint->setDescription(description);
}

QWidget *UrlField::field() const
{
    return m_make;
}

void UrlField::copySecret(const QString &text)
{
    if (m_secret.isEmpty())
        return;
    m_isTaken = true;
    m_hint->copySecret(text);
}

void UrlField::follow()
{
    const bool isKnown = !m_secret.isEmpty();
    m_address->setVisible(isKnown);
    m_show->setVisible(isKnown);
    m_copy->setVisible(isKnown);
    // The text itself is masked, so that whatever reads the field finds dots, too.
    const QString shown = m_show->isChecked() ? m_secret : QString(maskLength, QChar(0x2022));
    m_address->setText(isKnown ? QString(m_base % shown) : QString());
    m_address->setCursorPosition(0);
    if (isKnown) {
        m_words->setText(tr("This address can be seen only now. Copy it and enter it in the "
                            "portal; whoever knows it may send events. Behind a proxy, write the "
                            "proxy's host in place of this one."));
    } else if (m_isSet) {
        m_words->setText(tr("The address is set; it cannot be shown again. Make a new one if it is "
                            "lost."));
    } else {
        m_words->setText(tr("There is no address with a secret in it yet."));
    }
    m_make->setText(m_isSet || isKnown ? tr("&Make a new address") : tr("&Make an address"));
    setFocusProxy(isKnown ? static_cast<QWidget *>(m_address) : m_make);
}

void UrlField::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_show->setChecked(false);
}

} // namespace views
