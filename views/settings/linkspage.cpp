// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/linkspage.h"

#include "views/settings/entrylist.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QVBoxLayout>

namespace views {
namespace {

EntryList::Words hostWords()
{
    EntryList::Words words;
    words.objectName = QStringLiteral("settingsDialog.hosts");
    words.heading = LinksPage::tr("Links to t&hese hosts open without asking:");
    words.listName = LinksPage::tr("Trusted hosts");
    words.newName = LinksPage::tr("Host to trust");
    words.addName = LinksPage::tr("Add trusted host");
    words.removeName = LinksPage::tr("Remove trusted host");
    words.placeholder = LinksPage::tr("Host, such as portal.example.com");
    words.longest = 253; // RFC 1035, section 2.3.4, as text
    return words;
}

EntryList::Words allowedWords()
{
    EntryList::Words words;
    words.objectName = QStringLiteral("settingsDialog.allowed");
    words.heading = LinksPage::tr("A&nd to exactly these, allowed one by one:");
    words.listName = LinksPage::tr("Allowed hosts");
    words.newName = LinksPage::tr("Host to allow");
    words.addName = LinksPage::tr("Add allowed host");
    words.removeName = LinksPage::tr("Remove allowed host");
    words.placeholder = LinksPage::tr("Host, such as console.example.com");
    words.longest = 253 + 6; // with a port
    words.removeText = LinksPage::tr("Re&move");
    words.addText = LinksPage::tr("&Add");
    return words;
}

} // namespace

LinksPage::LinksPage(QWidget *parent)
    : SettingsPage(parent), m_hosts(new EntryList(hostWords(), models::trustedHostProblem, this)),
      m_allowed(new EntryList(allowedWords(), models::allowedHostProblem, this))
{
    QLabel *hint =
            plainLabel(tr("Trusted hosts cover their sub-domains, except under hosting shared "
                          "with strangers, such as appspot.com. Everything else is asked "
                          "about, and only https is ever opened."),
                       this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(m_hosts, 1);
    rows->addWidget(m_allowed, 1);
    rows->addWidget(hint);
    connect(m_hosts, &EntryList::edited, this, &LinksPage::edited);
    connect(m_allowed, &EntryList::edited, this, &LinksPage::edited);
}

QString LinksPage::title() const
{
    return tr("Links");
}

void LinksPage::load(const models::Settings &settings, const models::ReceiverSecrets &)
{
    m_hosts->setEntries(settings.links.trustedHosts);
    m_allowed->setEntries(settings.links.allowedHosts);
}

void LinksPage::store(models::Settings &settings, models::ReceiverSecrets &) const
{
    settings.links.trustedHosts = m_hosts->entries();
    settings.links.allowedHosts = m_allowed->entries();
}

QWidget *LinksPage::showProblem(const models::SettingsProblem &problem)
{
    switch (problem.field) {
    case models::SettingsProblem::Field::TrustedHosts:
        return m_hosts->showProblem(problem.text);
    case models::SettingsProblem::Field::AllowedHosts:
        return m_allowed->showProblem(problem.text);
    default:
        return nullptr;
    }
}

void LinksPage::clearProblems()
{
    m_hosts->clearProblems();
    m_allowed->clearProblems();
}

} // namespace views
