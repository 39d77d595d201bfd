// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/settingsopener.h"

#include "views/settings/settingsdialog.h"

namespace app {

SettingsOpener::SettingsOpener(ReceiverControl &control, models::SecretStore &secrets,
                               QString folder)
    : m_control(control), m_secrets(secrets), m_folder(std::move(folder)),
      m_maker(QStringLiteral("certificates"))
{
}

void SettingsOpener::open(QWidget *window)
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new views::SettingsDialog(m_control.settings(), m_control.secrets(), window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setState(m_state);
    m_dialog->setCertificate(m_certificate);
    m_dialog->setSecretDescription(m_secrets.description());
    connect(m_dialog, &views::SettingsDialog::applyRequested, &m_control, &ReceiverControl::apply);
    connect(&m_control, &ReceiverControl::applied, m_dialog, &views::SettingsDialog::applied);
    connect(&m_control, &ReceiverControl::refused, m_dialog, &views::SettingsDialog::refused);
    connect(&m_secrets, &models::SecretStore::saved, m_dialog,
            [this] { m_dialog->setSecretDescription(m_secrets.description()); });
    connectCertificates();
    m_dialog->open();
}

void SettingsOpener::connectCertificates()
{
    connect(m_dialog, &views::SettingsDialog::certificateRequested, this, [this] {
        m_maker.call([folder = m_folder](CertificateMaker &maker) { maker.makeFor(folder); });
    });
    // The dialog may have been closed when the answer comes: then there is nobody to tell.
    connect(&m_maker.object(), &CertificateMaker::made, m_dialog,
            &views::SettingsDialog::certificateMade);
    connect(&m_maker.object(), &CertificateMaker::failed, m_dialog,
            &views::SettingsDialog::certificateFailed);
}

void SettingsOpener::setState(const models::ReceiverState &state)
{
    m_state = state;
    if (m_dialog)
        m_dialog->setState(state);
}

void SettingsOpener::setCertificate(const std::optional<models::CertificateInfo> &certificate)
{
    m_certificate = certificate;
    if (m_dialog)
        m_dialog->setCertificate(certificate);
}

} // namespace app
