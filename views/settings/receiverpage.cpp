// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/receiverpage.h"

#include "models/items/eventtext.h"
#include "views/settings/addressfield.h"
#include "views/settings/checkcommand.h"
#include "views/settings/checkline.h"
#include "views/settings/problemlabel.h"
#include "views/settings/tokenfield.h"
#include "views/widgets/plaintext.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace views {
namespace {

constexpr int grid = 8;
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
      m_token(new TokenField(clipboardTime, this)), m_check(new CheckLine(this))
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
    m_auth->addItem(tr("None (this computer only)"), int(models::AuthMode::None));
    build();

    connect(m_address, &AddressField::edited, this, &ReceiverPage::edited);
    connect(m_port, &QSpinBox::valueChanged, this, &ReceiverPage::edited);
    connect(m_auth, &QComboBox::activated, this, &ReceiverPage::edited);
    connect(m_token, &TokenField::edited, this, &ReceiverPage::edited);
    connect(this, &ReceiverPage::edited, this, &ReceiverPage::follow);
    connect(m_check, &CheckLine::copyRequested, this,
            [this] { m_token->copySecret(checkCommand(current(), m_state, m_token->token())); });
}

void ReceiverPage::build()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Now:"), m_stateLine);
    form->addRow(tr("Add&ress:"), m_address);
    form->addRow(QString(), m_exposure);
    m_addressProblem = addProblemRow(form, m_address);
    form->addRow(tr("P&ort:"), m_port);
    m_portProblem = addProblemRow(form, m_port);
    form->addRow(tr("A&uthentication:"), m_auth);
    form->addRow(tr("&Token:"), m_token);
    m_tokenProblem = addProblemRow(form, m_token->edit());
    form->addRow(tr("Chec&k:"), m_check);
    m_port->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_auth->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

ProblemLabel *ReceiverPage::addProblemRow(QFormLayout *form, QWidget *field)
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
    m_loaded = settings.receiver;
    m_address->setAddress(m_loaded.address);
    m_port->setValue(m_loaded.port);
    m_auth->setCurrentIndex(m_auth->findData(int(m_loaded.auth)));
    m_token->setToken(secrets.current.text);
    follow();
}

void ReceiverPage::store(models::Settings &settings, models::ReceiverSecrets &secrets) const
{
    settings.receiver = current();
    if (m_token->token() != secrets.current.text)
        secrets = models::ReceiverSecrets::fromToken(m_token->token());
}

models::ReceiverSettings ReceiverPage::current() const
{
    models::ReceiverSettings receiver = m_loaded; // keeps what this page does not show
    receiver.address = m_address->address();
    receiver.port = quint16(m_port->value());
    receiver.auth = models::AuthMode(m_auth->currentData().toInt());
    return receiver;
}

QWidget *ReceiverPage::showProblem(const models::SettingsProblem &problem)
{
    using Field = models::SettingsProblem::Field;
    ProblemLabel *label = nullptr;
    switch (problem.field) {
    case Field::Address:
    case Field::Certificate: // no fields of their own yet: they belong to where it listens
    case Field::Key:
        label = m_addressProblem;
        break;
    case Field::Port:
        label = m_portProblem;
        break;
    case Field::Token:
        label = m_tokenProblem;
        break;
    case Field::Authentication: // no lines of their own yet
    case Field::TrustedProxies:
    case Field::Limits:
    case Field::TrustedHosts:
        return nullptr;
    }
    label->addProblem(problem.text);
    return label->field();
}

void ReceiverPage::clearProblems()
{
    for (ProblemLabel *label : { m_addressProblem, m_portProblem, m_tokenProblem })
        label->clearProblems();
}

void ReceiverPage::setState(const models::ReceiverState &state)
{
    m_state = state;
    m_stateLine->setText(stateText(state));
    follow();
}

void ReceiverPage::setSecretDescription(const QString &description)
{
    m_token->setSecretDescription(description);
}

void ReceiverPage::follow()
{
    const models::ReceiverSettings receiver = current();
    const bool here = receiver.address.startsWith(QLatin1String("127."))
            || receiver.address == QLatin1String("::1")
            || receiver.address == QLatin1String("localhost");
    m_exposure->setVisible(!here && !receiver.address.isEmpty()
                           && receiver.certificateFile.isEmpty());
    m_token->setEnabled(receiver.auth != models::AuthMode::None);
    m_check->show(receiver, m_state);
}

} // namespace views
