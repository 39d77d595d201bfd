// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settingsdialog.h"

#include "views/keys/dialogkeys.h"
#include "views/settings/certificatepage.h"
#include "views/settings/limitspage.h"
#include "views/settings/linkspage.h"
#include "views/settings/overduepage.h"
#include "views/settings/proxypage.h"
#include "views/settings/receiverpage.h"
#include "views/widgets/plaintext.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace views {
namespace {

constexpr int grid = 8;
/// After this the buttons come back: a secret store may wait for a person, or for ever.
constexpr std::chrono::seconds patience { 20 };

} // namespace

SettingsDialog::SettingsDialog(const models::Settings &settings,
                               const models::ReceiverSecrets &secrets, QWidget *parent,
                               std::chrono::milliseconds clipboardTime)
    : QDialog(parent), m_settings(settings), m_secrets(secrets),
      m_receiver(new ReceiverPage(clipboardTime, this)), m_certificate(new CertificatePage(this)),
      m_proxy(new ProxyPage(this)), m_list(new QListWidget(this)),
      m_stack(new QStackedWidget(this)), m_message(plainLabel({}, this)),
      m_buttons(new QDialogButtonBox(
              QDialogButtonBox::Ok | QDialogButtonBox::Apply | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    m_patience.setSingleShot(true);
    addPage(m_receiver);
    addPage(m_certificate);
    addPage(m_proxy);
    addPage(new LimitsPage(this));
    addPage(new LinksPage(this));
    addPage(new OverduePage(this));
    build();
    load();
    setState({});

    connect(m_buttons->button(QDialogButtonBox::Ok), &QPushButton::clicked, this,
            [this] { apply(true); });
    connect(m_buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this,
            [this] { apply(false); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    connect(m_certificate, &CertificatePage::certificateRequested, this,
            &SettingsDialog::certificateRequested);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        setApplying(false);
        m_message->setText(tr("There is no answer yet. The old settings may still be in use; try "
                              "again or cancel."));
    });
}

void SettingsDialog::build()
{
    m_list->setObjectName(QStringLiteral("settingsDialog.pages"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 6 * grid);
    m_list->setVisible(m_pages.size() > 1);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    const auto turn = [this](DialogKey key, int step) {
        auto *turns = new QShortcut(this);
        turns->setKeys(dialogKey(key).keys);
        connect(turns, &QShortcut::activated, m_list, [this, step] {
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
        });
    };
    turn(DialogKey::NextSettingsPage, 1);
    turn(DialogKey::SettingsPageBefore, -1);

    for (QAbstractButton *button : m_buttons->buttons())
        button->setIcon({}); // words are enough
    m_message->setObjectName(QStringLiteral("settingsDialog.message"));
    m_message->setAccessibleName(tr("Result"));
    m_message->setWordWrap(true);
    auto *ok = m_buttons->button(QDialogButtonBox::Ok);
    ok->setObjectName(QStringLiteral("settingsDialog.ok"));
    ok->setDefault(true);
    m_buttons->button(QDialogButtonBox::Apply)
            ->setObjectName(QStringLiteral("settingsDialog.apply"));
    m_buttons->button(QDialogButtonBox::Cancel)
            ->setObjectName(QStringLiteral("settingsDialog.cancel"));

    auto *top = new QHBoxLayout;
    top->setSpacing(2 * grid);
    top->addWidget(m_list);
    top->addWidget(m_stack, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(2 * grid);
    bottom->addWidget(m_message, 1);
    bottom->addWidget(m_buttons);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    rows->setSpacing(2 * grid);
    rows->addLayout(top, 1);
    rows->addLayout(bottom);
    resize(startSize());
}

QSize SettingsDialog::startSize() const
{
    const int width = 110 * fontMetrics().averageCharWidth();
    int height = 0;
    for (const SettingsPage *page : m_pages)
        height = qMax(height, page->sizeHint().height());
    const QSize wished(width, height + m_buttons->sizeHint().height() + 8 * grid);
    return wished.boundedTo(screen()->availableSize() * 9 / 10);
}

void SettingsDialog::addPage(SettingsPage *page)
{
    m_pages.append(page);
    m_list->addItem(page->title());
    auto *scroll = new QScrollArea(m_stack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // its fields have the focus, and it follows them
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    connect(page, &SettingsPage::edited, this, [this] {
        m_message->clear();
        showPending();
    });
}

void SettingsDialog::load()
{
    for (SettingsPage *page : std::as_const(m_pages)) {
        const QSignalBlocker quiet(page); // nobody has edited anything
        page->load(m_settings, m_secrets);
    }
    showPending();
}

void SettingsDialog::showPending()
{
    models::Settings pending = m_settings;
    models::ReceiverSecrets secrets = m_secrets;
    for (const SettingsPage *page : std::as_const(m_pages))
        page->store(pending, secrets);
    for (SettingsPage *page : std::as_const(m_pages))
        page->showPending(pending);
}

void SettingsDialog::apply(bool closeAfter)
{
    if (m_applying)
        return;
    models::Settings asked = m_settings;
    models::ReceiverSecrets secrets = m_secrets;
    for (const SettingsPage *page : std::as_const(m_pages))
        page->store(asked, secrets);
    if (closeAfter && asked == m_settings && secrets == m_secrets) {
        accept();
        return;
    }
    clearProblems();
    QList<models::SettingsProblem> problems;
    for (const SettingsPage *page : std::as_const(m_pages))
        problems += page->problems();
    problems += models::validate(asked, secrets);
    if (!problems.isEmpty()) {
        showProblems(problems, tr("Nothing has been changed yet."));
        return;
    }
    m_asked = asked;
    m_askedSecrets = secrets;
    m_closeAfter = closeAfter;
    setApplying(true);
    emit applyRequested(asked, secrets);
}

void SettingsDialog::applied()
{
    setApplying(false);
    m_settings = m_asked;
    m_secrets = m_askedSecrets;
    load();
    if (m_closeAfter)
        accept();
    else
        m_message->setText(tr("Applied."));
}

void SettingsDialog::refused(const QList<models::SettingsProblem> &problems)
{
    setApplying(false);
    clearProblems();
    showProblems(problems, tr("Not applied. The receiver goes on as before."));
}

void SettingsDialog::setState(const models::ReceiverState &state)
{
    m_receiver->setState(state);
    m_proxy->setState(state);
}

void SettingsDialog::setCertificate(const std::optional<models::CertificateInfo> &certificate)
{
    m_certificate->setCertificate(certificate);
    m_receiver->setCertificate(certificate);
}

void SettingsDialog::certificateMade(const QString &certificateFile, const QString &keyFile,
                                     const models::CertificateInfo &certificate)
{
    m_certificate->certificateMade(certificateFile, keyFile, certificate);
}

void SettingsDialog::certificateFailed(const QString &reason)
{
    m_certificate->certificateFailed(reason);
}

void SettingsDialog::setSecretDescription(const QString &description)
{
    m_receiver->setSecretDescription(description);
}

void SettingsDialog::reject()
{
    if (!m_applying)
        QDialog::reject();
}

void SettingsDialog::setApplying(bool applying)
{
    m_applying = applying;
    m_buttons->setEnabled(!applying);
    m_stack->setEnabled(!applying);
    if (applying) {
        m_message->setText(tr("Applying …"));
        m_patience.start(patience);
    } else {
        m_message->clear();
        m_patience.stop();
    }
}

void SettingsDialog::showProblems(const QList<models::SettingsProblem> &problems,
                                  const QString &summary)
{
    QStringList sentences { summary };
    QWidget *first = nullptr;
    for (const models::SettingsProblem &problem : problems) {
        bool shown = false;
        for (qsizetype i = 0; i < m_pages.size() && !shown; ++i) {
            QWidget *field = m_pages.at(i)->showProblem(problem);
            shown = field != nullptr;
            if (field && !first) {
                first = field;
                m_list->setCurrentRow(int(i));
            }
        }
        if (!shown)
            sentences += problem.text;
    }
    m_message->setText(sentences.join(QLatin1Char('\n')));
    if (first) {
        first->setFocus();
        if (auto *scroll = qobject_cast<QScrollArea *>(m_stack->currentWidget()))
            scroll->ensureWidgetVisible(first);
    }
}

void SettingsDialog::clearProblems()
{
    for (SettingsPage *page : std::as_const(m_pages))
        page->clearProblems();
}

} // namespace views
