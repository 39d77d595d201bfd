// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settings.h"
#include "models/settings/settingsrules.h"

#include <QObject>

#include <chrono>

class QWidget;

namespace views {

class FormGrid;
class ProblemLabel;
class RotationField;
class TokenField;
class UrlField;

/// The rows of a form that edit the receiver's secrets: the token or the address with a secret,
/// and what becomes of the old one. A token never becomes part of an address, nor the other way
/// round: changing the way of authentication asks for a new secret. GUI thread.
class SecretRows final : public QObject
{
    Q_OBJECT
public:
    /// Adds the rows to `form` of `page`. `clipboardTime`: how long a copied secret stays there.
    SecretRows(FormGrid *form, std::chrono::milliseconds clipboardTime, QWidget *page);

    /// What is in use: `mode` tells what kind of secret it is.
    void load(models::AuthMode mode, const models::ReceiverSecrets &secrets);
    /// Shows the rows that belong to `mode`; `base` stands before the secret of an address.
    void follow(models::AuthMode mode, const QString &base);
    /// `secrets` as the fields say. A secret in an address comes without its text.
    models::ReceiverSecrets store(models::AuthMode mode,
                                  const models::ReceiverSecrets &secrets) const;
    /// What the fields themselves find wrong.
    QList<models::SettingsProblem> problems(models::AuthMode mode) const;

    /// The text of the secret for the check call; empty where it is not known.
    QString text(models::AuthMode mode) const;
    /// Copies a text that holds the secret of that mode and says so.
    void copySecret(models::AuthMode mode, const QString &text);
    void setSecretDescription(const QString &description);

    QWidget *showProblem(const QString &text);
    void clearProblems();

signals:
    void edited();

private:
    bool fits(models::AuthMode mode) const;
    models::Secret fresh(models::AuthMode mode) const;

    models::AuthMode m_mode = models::AuthMode::Bearer; ///< what is shown
    models::AuthMode m_kind = models::AuthMode::Bearer; ///< what the secret in use is
    models::ReceiverSecrets m_loaded;
    FormGrid *m_form;
    TokenField *m_token;
    UrlField *m_url;
    RotationField *m_rotation;
    ProblemLabel *m_tokenProblem;
    ProblemLabel *m_urlProblem;
};

} // namespace views
