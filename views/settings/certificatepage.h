// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certificateinfo.h"
#include "views/settings/settingspage.h"

#include <optional>

class QLabel;
class QPushButton;

namespace views {

class CertificateCard;
class FileField;
class ProblemLabel;

/// HTTPS: the files of certificate and key, making them with one click, and what the certificate
/// in use says. GUI thread.
class CertificatePage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit CertificatePage(QWidget *parent = nullptr);

    QString title() const override;
    void load(const models::Settings &settings, const models::ReceiverSecrets &secrets) override;
    void store(models::Settings &settings, models::ReceiverSecrets &secrets) const override;
    QWidget *showProblem(const models::SettingsProblem &problem) override;
    void clearProblems() override;

    /// What was asked for is made: its files fill the fields.
    void certificateMade(const QString &certificateFile, const QString &keyFile,
                         const models::CertificateInfo &certificate);
    void certificateFailed(const QString &reason);
    /// The certificate in use; none: plain HTTP.
    void setCertificate(const std::optional<models::CertificateInfo> &certificate);

signals:
    void certificateRequested();

private:
    void build();
    void setMaking(bool making);
    void usePlain();
    void follow();

    std::optional<models::CertificateInfo> m_inUse;
    std::optional<models::CertificateInfo> m_made;
    QString m_madeFile; ///< of m_made
    FileField *m_certificate;
    FileField *m_key;
    ProblemLabel *m_certificateProblem;
    ProblemLabel *m_keyProblem;
    QPushButton *m_make;
    QPushButton *m_plain;
    QLabel *m_result;
    CertificateCard *m_card;
};

} // namespace views
