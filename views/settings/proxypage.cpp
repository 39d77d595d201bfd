// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/proxypage.h"

#include "models/settings/proxytext.h"
#include "views/settings/entrylist.h"
#include "views/widgets/plaintext.h"

#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace views {
namespace {

constexpr int linesHigh = 8;

EntryList::Words proxyWords()
{
    EntryList::Words words;
    words.objectName = QStringLiteral("settingsDialog.proxies");
    words.heading = ProxyPage::tr("Trusted pro&xies:");
    words.listName = ProxyPage::tr("Trusted proxies");
    words.newName = ProxyPage::tr("Proxy to trust");
    words.addName = ProxyPage::tr("Add trusted proxy");
    words.removeName = ProxyPage::tr("Remove trusted proxy");
    words.placeholder = ProxyPage::tr("Address or network, such as 127.0.0.1 or 10.0.0.0/8");
    words.longest = 64;
    return words;
}

} // namespace

ProxyPage::ProxyPage(QWidget *parent)
    : SettingsPage(parent), m_proxies(new EntryList(proxyWords(), models::proxyProblem, this)),
      m_kind(new QComboBox(this)), m_text(new QPlainTextEdit(this))
{
    m_kind->setObjectName(QStringLiteral("settingsDialog.proxyKind"));
    m_kind->setAccessibleName(tr("Configuration for"));
    m_kind->addItem(QStringLiteral("nginx"), int(models::ProxyKind::Nginx));
    m_kind->addItem(QStringLiteral("Caddy"), int(models::ProxyKind::Caddy));
    m_text->setObjectName(QStringLiteral("settingsDialog.proxyText"));
    m_text->setAccessibleName(tr("Configuration"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setMinimumHeight(linesHigh * QFontMetrics(m_text->font()).lineSpacing());
    build();

    connect(m_proxies, &EntryList::edited, this, &ProxyPage::edited);
    connect(m_kind, &QComboBox::activated, this, &ProxyPage::follow);
}

void ProxyPage::build()
{
    QLabel *hint = plainLabel(tr("Requests from these addresses are counted and recorded under the "
                                 "sender that the proxy names (X-Forwarded-For, Forwarded). From "
                                 "everyone else those headers are ignored. List only proxies that "
                                 "you run."),
                              this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    QLabel *kind = plainLabel(tr("Configuration &for"), this);
    kind->setBuddy(m_kind);
    auto *copy = new QPushButton(tr("Co&py"), this);
    copy->setObjectName(QStringLiteral("settingsDialog.proxyText.copy"));
    copy->setAccessibleName(tr("Copy configuration"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, m_text,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(kind);
    bar->addWidget(m_kind);
    bar->addStretch();
    bar->addWidget(copy);
    setTabOrder(m_kind, copy);
    setTabOrder(copy, m_text);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(m_proxies, 2);
    rows->addWidget(hint);
    rows->addSpacing(8);
    rows->addLayout(bar);
    rows->addWidget(m_text, 3);
}

QString ProxyPage::title() const
{
    return tr("Proxy");
}

void ProxyPage::load(const models::Settings &settings, const models::ReceiverSecrets &)
{
    m_pending = settings.receiver;
    m_proxies->setEntries(settings.receiver.trustedProxies);
    follow();
}

void ProxyPage::store(models::Settings &settings, models::ReceiverSecrets &) const
{
    settings.receiver.trustedProxies = m_proxies->entries();
}

QWidget *ProxyPage::showProblem(const models::SettingsProblem &problem)
{
    if (problem.field != models::SettingsProblem::Field::TrustedProxies)
        return nullptr;
    return m_proxies->showProblem(problem.text);
}

void ProxyPage::clearProblems()
{
    m_proxies->clearProblems();
}

void ProxyPage::showPending(const models::Settings &settings)
{
    m_pending = settings.receiver;
    follow();
}

void ProxyPage::setState(const models::ReceiverState &state)
{
    m_state = state;
    follow();
}

void ProxyPage::follow()
{
    models::ReceiverSettings receiver = m_pending;
    if (receiver.port == 0)
        receiver.port = quint16(QUrl(m_state.url).port(0));
    const auto kind = models::ProxyKind(m_kind->currentData().toInt());
    const QString text = models::proxyText(kind, receiver);
    if (text != m_text->toPlainText())
        m_text->setPlainText(text); // the place where somebody reads stays
}

} // namespace views
