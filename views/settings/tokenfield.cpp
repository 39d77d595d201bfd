// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/tokenfield.h"

#include "models/settings/settingsrules.h"
#include "views/settings/secrethint.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWindow>

namespace views {

TokenField::TokenField(std::chrono::milliseconds clipboardTime, QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_show(new QPushButton(tr("Sho&w"), this)),
      m_generate(new QPushButton(tr("&Generate"), this)),
      m_copy(new QPushButton(tr("Co&py"), this)), m_hint(new SecretHint(clipboardTime, this))
{
    m_edit->setObjectName(QStringLiteral("settingsDialog.token"));
    m_edit->setAccessibleName(tr("Token"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(600);
    m_edit->setMinimumWidth(28 * fontMetrics().averageCharWidth());
    m_show->setObjectName(QStringLiteral("settingsDialog.token.show"));
    m_show->setAccessibleName(tr("Show token"));
    m_show->setCheckable(true);
    m_generate->setObjectName(QStringLiteral("settingsDialog.token.generate"));
    m_generate->setAccessibleName(tr("Generate token"));
    m_copy->setObjectName(QStringLiteral("settingsDialog.token.copy"));
    m_copy->setAccessibleName(tr("Copy token"));
    m_copy->setEnabled(false);
    m_hint->setObjectName(QStringLiteral("settingsDialog.token.hint"));
    build();

    // Nobody guards a window that is left. (ActivationChange reaches windows only.)
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, m_show, [this](const QWindow *focus) {
        if (focus != window()->windowHandle())
            m_show->setChecked(false);
    });
    connect(m_edit, &QLineEdit::textEdited, this, &TokenField::edited);
    connect(m_edit, &QLineEdit::textChanged, m_copy,
            [this](const QString &text) { m_copy->setEnabled(!text.isEmpty()); });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (const QString bare = token(); bare != m_edit->text())
            setToken(bare); // shows what is really taken
    });
    connect(m_show, &QPushButton::toggled, m_edit, [this](bool shown) {
        m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(m_generate, &QPushButton::clicked, this, [this] {
        setToken(models::generateToken());
        emit edited();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { copySecret(token()); });
}

void TokenField::build()
{
    auto *fields = new QHBoxLayout;
    fields->setSpacing(8);
    fields->addWidget(m_edit, 1);
    for (QPushButton *button : { m_show, m_generate, m_copy }) {
        button->setAutoDefault(false);
        fields->addWidget(button);
    }
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(fields);
    rows->addWidget(m_hint);
    setFocusProxy(m_edit);
    setFocusPolicy(Qt::StrongFocus); // else the label of a form does not lead here
}

QString TokenField::token() const
{
    return models::bareToken(m_edit->text().trimmed());
}

void TokenField::setToken(const QString &token)
{
    m_edit->setText(token);
    m_edit->setCursorPosition(0);
}

void TokenField::setEmptyText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void TokenField::setSecretDescription(const QString &description)
{
    m_hint->setDescription(description);
}

void TokenField::copySecret(const QString &text)
{
    m_hint->copySecret(text);
}

void TokenField::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_show->setChecked(false);
}

} // namespace views
