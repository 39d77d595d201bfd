// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certificateinfo.h"
#include "models/domain/receiverstate.h"
#include "models/settings/settings.h"
#include "models/settings/settingsrules.h"

#include <QDialog>
#include <QTimer>

#include <chrono>
#include <optional>

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QStackedWidget;

namespace views {

class CertificatePage;
class ProxyPage;
class ReceiverPage;
class SettingsPage;

/// Edits a copy of the settings and asks for the result to be applied; what can be seen wrong is
/// shown at its field before. Answer every applyRequested() with applied() or refused(): until
/// then the buttons are off. Show it with open(). GUI thread.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `clipboardTime`: how long a copied secret stays on the clipboard.
    SettingsDialog(const models::Settings &settings, const models::ReceiverSecrets &secrets,
                   QWidget *parent,
                   std::chrono::milliseconds clipboardTime = std::chrono::seconds(30));

public slots:
    /// What was asked for is in use: closes after OK, says so after Apply.
    void applied();
    /// It could not be used: each problem at its field; what ran before goes on.
    void refused(const QList<models::SettingsProblem> &problems);
    /// What the receiver is doing now.
    void setState(const models::ReceiverState &state);
    /// Where the token rests, as the end of a sentence: "in the system's secret store".
    void setSecretDescription(const QString &description);
    /// The certificate in use; none: plain HTTP.
    void setCertificate(const std::optional<models::CertificateInfo> &certificate);
    /// What certificateRequested() asked for: the files, put into the fields but not yet applied.
    void certificateMade(const QString &certificateFile, const QString &keyFile,
                         const models::CertificateInfo &certificate);
    void certificateFailed(const QString &reason);
    void reject() override;

signals:
    void applyRequested(const models::Settings &settings, const models::ReceiverSecrets &secrets);
    /// Make a certificate for this computer. Answer with certificateMade() or certificateFailed().
    void certificateRequested();

private:
    void build();
    QSize startSize() const;
    void addPage(SettingsPage *page);
    void load();
    void showPending();
    void apply(bool closeAfter);
    void setApplying(bool applying);
    void showProblems(const QList<models::SettingsProblem> &problems, const QString &summary);
    void clearProblems();

    models::Settings m_settings; ///< as last applied
    models::ReceiverSecrets m_secrets;
    models::Settings m_asked; ///< as last asked for
    models::ReceiverSecrets m_askedSecrets;
    bool m_applying = false;
    bool m_closeAfter = false;
    QTimer m_patience;
    QList<SettingsPage *> m_pages;
    ReceiverPage *m_receiver;
    CertificatePage *m_certificate;
    ProxyPage *m_proxy;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QLabel *m_message;
    QDialogButtonBox *m_buttons;
};

} // namespace views
