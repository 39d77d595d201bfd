// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/receiverstate.h"
#include "views/settings/settingspage.h"

#include <chrono>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace views {

class AddressField;
class CheckLine;
class ProblemLabel;
class TokenField;

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

    void setState(const models::ReceiverState &state);
    void setSecretDescription(const QString &description);

private:
    void build();
    ProblemLabel *addProblemRow(QFormLayout *form, QWidget *field);
    void follow();
    models::ReceiverSettings current() const;

    models::ReceiverSettings m_loaded;
    models::ReceiverState m_state;
    QLabel *m_stateLine;
    AddressField *m_address;
    QLabel *m_exposure;
    QSpinBox *m_port;
    QComboBox *m_auth;
    TokenField *m_token;
    CheckLine *m_check;
    ProblemLabel *m_addressProblem = nullptr;
    ProblemLabel *m_portProblem = nullptr;
    ProblemLabel *m_tokenProblem = nullptr;
};

} // namespace views
