// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/receivercontrol.h"
#include "app/shared/worker.h"
#include "app/tls/certificatemaker.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QWidget;

namespace views {
class SettingsDialog;
}

namespace app {

/// Opens the settings dialog over a window that asks and connects it to what it changes: the
/// receiver's control and the maker of certificates. One dialog at a time for all windows. GUI
/// thread.
class SettingsOpener final : public QObject
{
    Q_OBJECT
public:
    /// Certificates are made in `folder`. All of them must outlive it.
    SettingsOpener(ReceiverControl &control, models::SecretStore &secrets, QString folder);

public slots:
    /// Opens the dialog over a window, or raises the one that is open, over whichever.
    void open(QWidget *window);
    void setState(const models::ReceiverState &state);
    void setCertificate(const std::optional<models::CertificateInfo> &certificate);

private:
    void connectCertificates();

    ReceiverControl &m_control;
    models::SecretStore &m_secrets;
    const QString m_folder;
    models::ReceiverState m_state;
    std::optional<models::CertificateInfo> m_certificate;
    QPointer<views::SettingsDialog> m_dialog;
    Worker<CertificateMaker> m_maker;
};

} // namespace app
