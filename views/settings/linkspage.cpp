// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/linkspage.h"

#include "views/settings/problemlabel.h"
#include "views/widgets/plaintext.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace views {

LinksPage::LinksPage(QWidget *parent)
    : SettingsPage(parent), m_hosts(new QListWidget(this)),
      m_remove(new QPushButton(tr("R&emove"), this)), m_new(new QLineEdit(this)),
      m_add(new QPushButton(tr("A&dd"), this)), m_problem(new ProblemLabel(m_new, this))
{
    m_hosts->setObjectName(QStringLiteral("settingsDialog.hosts"));
    m_hosts->setAccessibleName(tr("Trusted hosts"));
    m_hosts->setUniformItemSizes(true);
    m_remove->setObjectName(QStringLiteral("settingsDialog.hosts.remove"));
    m_remove->setAccessibleName(tr("Remove trusted host"));
    m_remove->setAutoDefault(false);
    m_new->setObjectName(QStringLiteral("settingsDialog.hosts.new"));
    m_new->setAccessibleName(tr("Host to trust"));
    m_new->setPlaceholderText(tr("Host, such as portal.example.com"));
    m_new->setMaxLength(253); // RFC 1035, section 2.3.4, as text
    m_add->setObjectName(QStringLiteral("settingsDialog.hosts.add"));
    m_add->setAccessibleName(tr("Add trusted host"));
    m_add->setAutoDefault(false);

    QLabel *heading = plainLabel(tr("Links to t&hese hosts open without asking:"), this);
    heading->setBuddy(m_hosts);
    QLabel *hint = plainLabel(tr("Sub-domains are covered too, except under hosting shared with "
                                 "strangers, such as appspot.com. Everything else is asked about, "
                                 "and only https is ever opened."),
                              this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->addWidget(heading, 0, 0, 1, 2);
    grid->addWidget(m_hosts, 1, 0);
    grid->addWidget(m_remove, 1, 1, Qt::AlignTop);
    grid->addWidget(m_new, 2, 0);
    grid->addWidget(m_add, 2, 1);
    grid->addWidget(m_problem, 3, 0, 1, 2);
    grid->addWidget(hint, 4, 0, 1, 2);

    connect(m_add, &QPushButton::clicked, this, &LinksPage::add);
    connect(m_remove, &QPushButton::clicked, this, &LinksPage::remove);
    connect(m_new, &QLineEdit::textChanged, this, &LinksPage::follow);
    connect(m_hosts, &QListWidget::currentRowChanged, this, &LinksPage::follow);
    follow();
}

QString LinksPage::title() const
{
    return tr("Links");
}

void LinksPage::load(const models::Settings &settings, const models::ReceiverSecrets &)
{
    m_hosts->clear();
    m_hosts->addItems(settings.links.trustedHosts);
    follow();
}

void LinksPage::store(models::Settings &settings, models::ReceiverSecrets &) const
{
    QStringList hosts;
    for (int row = 0; row < m_hosts->count(); ++row)
        hosts += m_hosts->item(row)->text();
    if (const QString typed = m_new->text().trimmed().toLower(); !typed.isEmpty())
        hosts += typed; // typed but not yet added: meant all the same
    hosts.removeDuplicates();
    settings.links.trustedHosts = hosts;
}

QWidget *LinksPage::showProblem(const models::SettingsProblem &problem)
{
    if (problem.field != models::SettingsProblem::Field::TrustedHosts)
        return nullptr;
    m_problem->addProblem(problem.text);
    return m_new;
}

void LinksPage::clearProblems()
{
    m_problem->clearProblems();
}

void LinksPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_new->hasFocus() && !m_new->text().trimmed().isEmpty())
        add(); // Enter in the field adds and does not close the dialog
    else if (event->key() == Qt::Key_Delete && m_hosts->hasFocus())
        remove();
    else
        SettingsPage::keyPressEvent(event);
}

void LinksPage::add()
{
    const QString host = m_new->text().trimmed().toLower();
    if (host.isEmpty())
        return;
    models::Settings trial;
    trial.links.trustedHosts = { host };
    clearProblems();
    // A token of the right shape, so that only the host can be wrong.
    const auto problems = models::validate(
            trial, models::ReceiverSecrets::fromToken(QString(32, QLatin1Char('t'))));
    if (!problems.isEmpty()) {
        m_problem->addProblem(problems.first().text);
        m_new->setFocus();
        return;
    }
    if (m_hosts->findItems(host, Qt::MatchFixedString).isEmpty())
        m_hosts->addItem(host);
    m_new->clear();
    emit edited();
}

void LinksPage::remove()
{
    if (m_hosts->currentRow() < 0)
        return;
    delete m_hosts->takeItem(m_hosts->currentRow());
    emit edited();
}

void LinksPage::follow()
{
    m_add->setEnabled(!m_new->text().trimmed().isEmpty());
    m_remove->setEnabled(m_hosts->currentRow() >= 0);
}

} // namespace views
