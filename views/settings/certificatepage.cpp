// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/certificatepage.h"

#include "views/settings/certificatecard.h"
#include "views/settings/filefield.h"
#include "views/settings/formgrid.h"
#include "views/settings/problemlabel.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {

CertificatePage::CertificatePage(QWidget *parent)
    : SettingsPage(parent),
      m_certificate(new FileField(QStringLiteral("settingsDialog.certificate"),
                                  tr("Certificate file"), tr("&Browse …"), this)),
      m_key(new FileField(QStringLiteral("settingsDialog.key"), tr("Key file"), tr("B&rowse …"),
                          this)),
      m_certificateProblem(new ProblemLabel(m_certificate->edit(), this)),
      m_keyProblem(new ProblemLabel(m_key->edit(), this)), m_make(new QPushButton(this)),
      m_plain(new QPushButton(tr("Use plain &HTTP"), this)), m_result(plainLabel({}, this)),
      m_card(new CertificateCard(this))
{
    m_make->setObjectName(QStringLiteral("settingsDialog.certificate.make"));
    m_make->setAutoDefault(false);
    m_plain->setObjectName(QStringLiteral("settingsDialog.certificate.plain"));
    m_plain->setAutoDefault(false);
    m_result->setObjectName(QStringLiteral("settingsDialog.certificate.result"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setMaking(false);
    build();

    connect(m_certificate, &FileField::edited, this, &CertificatePage::edited);
    connect(m_key, &FileField::edited, this, &CertificatePage::edited);
    connect(this, &CertificatePage::edited, this, &CertificatePage::follow);
    connect(m_plain, &QPushButton::clicked, this, &CertificatePage::usePlain);
    connect(m_make, &QPushButton::clicked, this, [this] {
        setMaking(true);
        m_result->hide();
        emit certificateRequested();
    });
}

void CertificatePage::build()
{
    QLabel *hint = plainLabel(tr("With a certificate and its key the receiver answers HTTPS and "
                                 "nothing else. Renewed files are used as soon as they are in "
                                 "place."),
                              this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *bar = new QWidget(this);
    auto *buttons = new QHBoxLayout(bar);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(8);
    buttons->addWidget(m_make);
    buttons->addWidget(m_plain);
    for (QPushButton *button : { m_make, m_plain })
        button->setMinimumWidth(button->sizeHint().width() + 2 * buttons->spacing());
    buttons->addStretch();
    auto *form = new FormGrid;
    form->addRow(tr("&Certificate:"), m_certificate);
    form->addRow(QString(), m_certificateProblem);
    form->addRow(tr("&Key:"), m_key);
    form->addRow(QString(), m_keyProblem);
    form->addRow(QString(), bar);
    form->addRow(QString(), m_result);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(16);
    rows->addWidget(hint);
    rows->addLayout(form);
    rows->addWidget(m_card);
    rows->addStretch();
}

QString CertificatePage::title() const
{
    return tr("HTTPS");
}

void CertificatePage::load(const models::Settings &settings, const models::ReceiverSecrets &)
{
    m_certificate->setPath(settings.receiver.certificateFile);
    m_key->setPath(settings.receiver.keyFile);
    m_result->hide();
    if (m_made && m_madeFile == settings.receiver.certificateFile)
        m_inUse = m_made; // until the receiver tells the same
    m_made.reset();
    follow();
}

void CertificatePage::store(models::Settings &settings, models::ReceiverSecrets &) const
{
    settings.receiver.certificateFile = m_certificate->path();
    settings.receiver.keyFile = m_key->path();
}

QWidget *CertificatePage::showProblem(const models::SettingsProblem &problem)
{
    using Field = models::SettingsProblem::Field;
    if (problem.field != Field::Certificate && problem.field != Field::Key)
        return nullptr;
    ProblemLabel *label = problem.field == Field::Key ? m_keyProblem : m_certificateProblem;
    label->addProblem(problem.text);
    return label->field();
}

void CertificatePage::clearProblems()
{
    m_certificateProblem->clearProblems();
    m_keyProblem->clearProblems();
}

void CertificatePage::certificateMade(const QString &certificateFile, const QString &keyFile,
                                      const models::CertificateInfo &certificate)
{
    setMaking(false);
    m_certificate->setPath(certificateFile);
    m_key->setPath(keyFile);
    m_made = certificate;
    m_madeFile = certificateFile;
    clearProblems();
    emit edited();
}

void CertificatePage::certificateFailed(const QString &reason)
{
    setMaking(false);
    m_result->setText(tr("No certificate was made: %1").arg(reason));
    m_result->show();
}

void CertificatePage::setCertificate(const std::optional<models::CertificateInfo> &certificate)
{
    m_inUse = certificate;
    follow();
}

void CertificatePage::setMaking(bool making)
{
    m_make->setEnabled(!making);
    m_make->setText(making ? tr("Making …") : tr("&Make one for this computer"));
}

void CertificatePage::usePlain()
{
    m_certificate->setPath({});
    m_key->setPath({});
    clearProblems();
    emit edited();
}

void CertificatePage::follow()
{
    m_plain->setEnabled(!m_certificate->path().isEmpty() || !m_key->path().isEmpty());
    if (m_made && m_certificate->path() == m_madeFile)
        m_card->show(tr("Made just now; in use once it is applied"), m_made);
    else if (m_inUse)
        m_card->show(tr("In use now"), m_inUse);
    else
        m_card->show(tr("No certificate is in use now."), {});
}

} // namespace views
