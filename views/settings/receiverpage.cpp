// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/receiverpage.h"

#include "models/items/eventtext.h"
#include "models/settings/addresstext.h"
#include "views/settings/addressfield.h"
#include "views/settings/checkcommand.h"
#include "views/settings/checkline.h"
#include "views/settings/formgrid.h"
#include "views/settings/problemlabel.h"
#include "views/settings/secretrows.h"
#include "views/widgets/plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace views {
namespace {

constexpr int highestPort = 65535;

QString stateText(const models::ReceiverState &state)
{
    using Phase = models::ReceiverState::Phase;
    switch (state.phase) {
    case Phase::Listening:
        return ReceiverPage::tr("Listening on %1").arg(models::singleLine(state.url));
    case Phase::Starting:
        return ReceiverPage::tr("Starting …");
    case Phase::Failed:
        return ReceiverPage::tr("Not receiving: %1").arg(models::singleLine(state.reason));
    case Phase::Stopped:
        break;
    }
    return ReceiverPage::tr("Not receiving: the receiver is stopped.");
}

} // namespace

ReceiverPage::ReceiverPage(std::chrono::milliseconds clipboardTime, QWidget *parent)
    : SettingsPage(parent), m_stateLine(plainLabel({}, this)), m_address(new AddressField(this)),
      m_exposure(plainLabel({}, this)), m_port(new QSpinBox(this)), m_auth(new QComboBox(this)),
      m_confirm(new QCheckBox(this))
{
    m_stateLine->setObjectName(QStringLiteral("settingsDialog.state"));
    m_stateLine->setWordWrap(true);
    m_stateLine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_exposure->setWordWrap(true);
    m_exposure->setForegroundRole(QPalette::PlaceholderText);
    m_exposure->setText(tr("Other computers can reach it. Without HTTPS, the token and the events "
                           "can be read on their way."));
    m_port->setObjectName(QStringLiteral("settingsDialog.port"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(0, highestPort);
    m_port->setToolTip(tr("0: any free port"));
    m_port->setGroupSeparatorShown(false);
    m_auth->setObjectName(QStringLiteral("settingsDialog.auth"));
    m_auth->setAccessibleName(tr("Authentication"));
    m_auth->addItem(tr("Bearer token (recommended)"), int(models::AuthMode::Bearer));
    m_auth->addItem(tr("Secret in the address"), int(models::AuthMode::Url));
    m_auth->addItem(tr("None"), int(models::AuthMode::None));
    m_confirm->setObjectName(QStringLiteral("settingsDialog.openConfirmed"));
    m_confirm->setText(tr("&Anyone who can reach this address may send events. I want this."));
    build(clipboardTime);

    connect(m_address, &AddressField::edited, this, &ReceiverPage::edited);
    connect(m_port, &QSpinBox::valueChanged, this, &ReceiverPage::edited);
    connect(m_auth, &QComboBox::activated, this, [this] {
        m_confirm->setChecked(false); // each way out into the open is confirmed anew
        emit edited();
    });
    connect(m_confirm, &QCheckBox::clicked, this, &ReceiverPage::edited);
    connect(m_secrets, &SecretRows::edited, this, &ReceiverPage::edited);
    connect(this, &ReceiverPage::edited, this, &ReceiverPage::follow);
    connect(m_check, &CheckLine::copyRequested, this, [this] {
        m_secrets->copySecret(mode(), checkCommand(current(), m_state, m_secrets->text(mode())));
    });
}

void ReceiverPage::build(std::chrono::milliseconds clipboardTime)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    auto *form = new FormGrid;
    rows->addLayout(form);
    rows->addStretch();
    m_port->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_auth->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    form->addRow(tr("Now:"), m_stateLine);
    form->addRow(tr("Add&ress:"), m_address);
    form->addRow(QString(), m_exposure);
    m_addressProblem = addProblemRow(form, m_address);
    form->addRow(tr("P&ort:"), m_port);
    m_portProblem = addProblemRow(form, m_port);
    form->addRow(tr("A&uthentication:"), m_auth);
    form->addRow(QString(), m_confirm);
    m_authProblem = addProblemRow(form, m_confirm);
    m_secrets = new SecretRows(form, clipboardTime, this);
    m_check = new CheckLine(this); // after the secrets: that is the order of Tab
    form->addRow(tr("Chec&k:"), m_check);
}

ProblemLabel *ReceiverPage::addProblemRow(FormGrid *form, QWidget *field)
{
    auto *label = new ProblemLabel(field, this);
    form->addRow(QString(), label);
    return label;
}

QString ReceiverPage::title() const
{
    return tr("Receiver");
}

void ReceiverPage::load(const models::Settings &settings, const models::ReceiverSecrets &secrets)
{
    m_pending = settings.receiver;
    m_address->setAddress(m_pending.address);
    m_port->setValue(m_pending.port);
    m_auth->setCurrentIndex(m_auth->findData(int(m_pending.auth)));
    m_confirm->setChecked(m_pending.openConfirmed);
    m_secrets->load(m_pending.auth, secrets);
    follow();
}

void ReceiverPage::store(models::Settings &settings, models::ReceiverSecrets &secrets) const
{
    settings.receiver.address = m_address->address();
    settings.receiver.port = quint16(m_port->value());
    settings.receiver.auth = mode();
    settings.receiver.openConfirmed = isOpenToOthers() && m_confirm->isChecked();
    secrets = m_secrets->store(mode(), secrets);
}

models::AuthMode ReceiverPage::mode() const
{
    return models::AuthMode(m_auth->currentData().toInt());
}

bool ReceiverPage::isOpenToOthers() const
{
    return mode() == models::AuthMode::None && !m_address->address().isEmpty()
            && !models::isLoopback(m_address->address());
}

models::ReceiverSettings ReceiverPage::current() const
{
    models::ReceiverSettings receiver = m_pending;
    receiver.address = m_address->address();
    receiver.port = quint16(m_port->value());
    receiver.auth = mode();
    return receiver;
}

QList<models::SettingsProblem> ReceiverPage::problems() const
{
    return m_secrets->problems(mode());
}

void ReceiverPage::showPending(const models::Settings &settings)
{
    m_pending = settings.receiver;
    follow();
}

QWidget *ReceiverPage::showProblem(const models::SettingsProblem &problem)
{
    using Field = models::SettingsProblem::Field;
    ProblemLabel *label = nullptr;
    switch (problem.field) {
    case Field::Address:
        label = m_addressProblem;
        break;
    case Field::Port:
        label = m_portProblem;
        break;
    case Field::Token:
        return m_secrets->showProblem(problem.text);
    case Field::Authentication:
        label = m_authProblem;
        break;
    case Field::Certificate:
    case Field::Key:
    case Field::TrustedProxies:
    case Field::Limits:
    case Field::TrustedHosts:
    case Field::AllowedHosts:
    case Field::Overdue:
        return nullptr;
    }
    label->addProblem(problem.text);
    return label->field();
}

void ReceiverPage::clearProblems()
{
    for (ProblemLabel *label : { m_addressProblem, m_portProblem, m_authProblem })
        label->clearProblems();
    m_secrets->clearProblems();
}

void ReceiverPage::setState(const models::ReceiverState &state)
{
    m_state = state;
    m_stateLine->setText(stateText(state));
    follow();
}

void ReceiverPage::setSecretDescription(const QString &description)
{
    m_secrets->setSecretDescription(description);
}

void ReceiverPage::setCertificate(const std::optional<models::CertificateInfo> &certificate)
{
    m_certificate = certificate;
    follow();
}

void ReceiverPage::follow()
{
    const models::ReceiverSettings receiver = current();
    m_exposure->setVisible(!receiver.address.isEmpty() && !models::isLoopback(receiver.address)
                           && receiver.certificateFile.isEmpty());
    m_confirm->setVisible(isOpenToOthers());
    m_secrets->follow(receiver.auth, hookBase(receiver, m_state, m_certificate));
    const bool isKnown =
            receiver.auth == models::AuthMode::None || !m_secrets->text(receiver.auth).isEmpty();
    m_check->show(receiver, m_state, isKnown);
}

} // namespace views
