// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/secretrows.h"

#include "views/settings/formgrid.h"
#include "views/settings/problemlabel.h"
#include "views/settings/rotationfield.h"
#include "views/settings/tokenfield.h"
#include "views/settings/urlfield.h"

#include <QLineEdit>

namespace views {

using models::AuthMode;
using models::Secret;

SecretRows::SecretRows(FormGrid *form, std::chrono::milliseconds clipboardTime, QWidget *page)
    : QObject(page), m_form(form), m_token(new TokenField(clipboardTime, page)),
      m_url(new UrlField(clipboardTime, page)), m_rotation(new RotationField(page)),
      m_tokenProblem(new ProblemLabel(m_token->edit(), page)),
      m_urlProblem(new ProblemLabel(m_url->field(), page))
{
    form->addRow(tr("&Token:"), m_token);
    form->addRow(QString(), m_tokenProblem);
    form->addRow(tr("Secre&t address:"), m_url);
    form->addRow(QString(), m_urlProblem);
    form->addRow(QString(), m_rotation);

    connect(m_token, &TokenField::edited, this, &SecretRows::edited);
    connect(m_url, &UrlField::edited, this, &SecretRows::edited);
    connect(m_rotation, &RotationField::edited, this, &SecretRows::edited);
}

void SecretRows::load(AuthMode mode, const models::ReceiverSecrets &secrets)
{
    m_loaded = secrets;
    m_kind = mode;
    // Without authentication the secret rests; only that of an address has lost its text.
    if (mode == AuthMode::None)
        m_kind = secrets.current.text.isEmpty() ? AuthMode::Url : AuthMode::Bearer;
    const bool isSet = !secrets.current.isEmpty();
    const bool isToken = m_kind == AuthMode::Bearer;
    m_token->setToken(isToken ? secrets.current.text : QString());
    m_token->setEmptyText(isToken && isSet && secrets.current.text.isEmpty()
                                  ? tr("Set; it cannot be shown again")
                                  : tr("A new token is needed"));
    m_url->load(isSet && !isToken, isToken ? QString() : secrets.current.text);
    m_rotation->load(secrets);
}

void SecretRows::follow(AuthMode mode, const QString &base)
{
    m_mode = mode;
    m_url->setBase(base);
    // A disabled token says more about what "none" means than a missing one.
    m_form->setRowVisible(m_token, mode != AuthMode::Url);
    m_token->setEnabled(mode == AuthMode::Bearer);
    m_form->setRowVisible(m_url, mode == AuthMode::Url);
    using Change = RotationField::Change;
    Change change = Change::None;
    if (mode != AuthMode::None && !m_loaded.current.isEmpty()) {
        if (!fits(mode))
            change = Change::Break;
        else if (!fresh(mode).isEmpty())
            change = Change::Rotation;
    }
    m_rotation->setChange(change);
}

bool SecretRows::fits(AuthMode mode) const
{
    return mode == m_kind && !m_loaded.current.isEmpty();
}

Secret SecretRows::fresh(AuthMode mode) const
{
    if (mode == AuthMode::Url)
        return m_url->isFresh() ? Secret::fromText(m_url->secret()).hidden() : Secret();
    const Secret typed = Secret::fromText(m_token->token());
    return fits(mode) && typed.hash == m_loaded.current.hash ? Secret() : typed;
}

models::ReceiverSecrets SecretRows::store(AuthMode mode,
                                          const models::ReceiverSecrets &secrets) const
{
    if (mode == AuthMode::None)
        return m_rotation->kept(secrets);
    if (const Secret next = fresh(mode); !next.isEmpty())
        return m_rotation->changed(secrets, next);
    models::ReceiverSecrets kept = m_rotation->kept(secrets);
    const bool isEmptied = mode == AuthMode::Bearer && m_token->token().isEmpty()
            && !m_loaded.current.text.isEmpty();
    if (!fits(mode) || isEmptied)
        kept.current = {}; // the rules ask for one
    else if (mode == AuthMode::Url && m_url->isTaken())
        kept.current = kept.current.hidden();
    return kept;
}

QList<models::SettingsProblem> SecretRows::problems(AuthMode mode) const
{
    if (mode == AuthMode::Url && m_url->isFresh() && !m_url->isTaken()) {
        return { { models::SettingsProblem::Field::Token,
                   tr("Copy the address first: it cannot be shown again once it is in use.") } };
    }
    return {};
}

QString SecretRows::text(AuthMode mode) const
{
    return mode == AuthMode::Url ? m_url->secret() : m_token->token();
}

void SecretRows::copySecret(AuthMode mode, const QString &text)
{
    if (mode == AuthMode::Url)
        m_url->copySecret(text);
    else
        m_token->copySecret(text);
}

void SecretRows::setSecretDescription(const QString &description)
{
    m_token->setSecretDescription(description);
    m_url->setSecretDescription(description);
}

QWidget *SecretRows::showProblem(const QString &text)
{
    ProblemLabel *label = m_mode == AuthMode::Url ? m_urlProblem : m_tokenProblem;
    label->addProblem(text);
    return label->field();
}

void SecretRows::clearProblems()
{
    m_tokenProblem->clearProblems();
    m_urlProblem->clearProblems();
}

} // namespace views
