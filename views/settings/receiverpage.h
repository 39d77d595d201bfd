// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certificateinfo.h"
#include "models/domain/receiverstate.h"
#include "views/settings/settingspage.h"

#include <chrono>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace views {

class AddressField;
class CheckLine;
class FormGrid;
class ProblemLabel;
class SecretRows;

/// Where and how the receiver listens, its token, and the vendor's check call. GUI thread.
class ReceiverPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit ReceiverPage(std::chrono::milliseconds clipboardTime, QWidget *parent = nullptr);

    QString title() const override;
    void load(const models::Settings &settings, const models::ReceiverSecrets &secrets) override;
    void store(models::Settings &settings, models::ReceiverSecrets &secrets) const override;
    QWidget *showProblem(const models::SettingsProblem &problem) override;
    void clearProblems() override;
    QList<models::SettingsProblem> problems() const override;
    void showPending(const models::Settings &settings) override;

    void setState(const models::ReceiverState &state);
    void setSecretDescription(const QString &description);
    /// The certificate in use: its name is what senders call.
    void setCertificate(const std::optional<models::CertificateInfo> &certificate);

private:
    void build(std::chrono::milliseconds clipboardTime);
    ProblemLabel *addProblemRow(FormGrid *form, QWidget *field);
    void follow();
    models::AuthMode mode() const;
    bool isOpenToOthers() const;
    models::ReceiverSettings current() const;

    models::ReceiverSettings m_pending; ///< what the other pages say
    std::optional<models::CertificateInfo> m_certificate;
    models::ReceiverState m_state;
    QLabel *m_stateLine;
    AddressField *m_address;
    QLabel *m_exposure;
    QSpinBox *m_port;
    QComboBox *m_auth;
    QCheckBox *m_confirm;
    SecretRows *m_secrets = nullptr;
    CheckLine *m_check = nullptr;
    ProblemLabel *m_addressProblem = nullptr;
    ProblemLabel *m_portProblem = nullptr;
    ProblemLabel *m_authProblem = nullptr;
};

} // namespace views
