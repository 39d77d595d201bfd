// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mainwindow.h"

#include "views/actions.h"
#include "views/keys/keysheet.h"
#include "views/noticewords.h"
#include "views/receiverwords.h"
#include "views/widgets/icon.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/pagerail.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/statusdot.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <chrono>

namespace views {

namespace {

// Notices the window makes itself.
constexpr QLatin1String receiverKey("receiver");
constexpr QLatin1String certificateKey("certificate");
constexpr QLatin1String openKey("open");

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent), m_actions(new Actions(*this)), m_notices(new NoticeStack(this)),
      m_rail(new PageRail(this)), m_stack(new QStackedWidget(this)),
      m_pages(new QActionGroup(this)), m_dot(new StatusDot(this)), m_receiver(plainLabel({}, this)),
      m_refused(new LinkButton({}, this)), m_loading(plainLabel({}, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Watchfloor"));
    setWindowIcon(applicationIcon());
    // A first window fits the screen with its frame; later ones come back as they were left.
    constexpr QSize frame(8, 40);
    const QScreen *const display = screen();
    resize(QSize(1440, 900).boundedTo(display->availableSize() - frame));

    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    m_rail->hide(); // until there is a choice
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addLayout(row, 1);
    setCentralWidget(centre);
    makeStatusBar();
    connectActions();
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::refresh);
    m_clock.start();
    refresh();
}

void MainWindow::connectActions()
{
    connect(m_actions->settings(), &QAction::triggered, this, &MainWindow::settingsRequested);
    connect(m_actions->quit(), &QAction::triggered, this, &MainWindow::quitRequested);
    connect(m_actions->newWindow(), &QAction::triggered, this, &MainWindow::newWindowRequested);
    connect(m_actions->keys(), &QAction::triggered, this, [this] { showKeySheet(*this); });
    connect(m_actions->about(), &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_refused, &QToolButton::clicked, this, &MainWindow::refusedRequested);
    connect(m_notices, &NoticeStack::noticeActivated, this, [this](const QString &key) {
        if (key == receiverKey || key == certificateKey || key == openKey)
            emit settingsRequested();
        emit noticeActivated(key);
    });
}

void MainWindow::addPage(QWidget *page, const QString &title, QLatin1String iconName)
{
    const int number = m_stack->count() + 1;
    auto *action = new QAction(icon(iconName), title, m_pages);
    action->setObjectName(u"mainWindow.page." % page->objectName());
    action->setCheckable(true);
    if (number <= 9)
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)));
    action->setToolTip(number <= 9 ? tr("%1 (Ctrl+%2)").arg(title).arg(number) : title);
    noteKey(*action, KeyGroup::Pages);
    addAction(action);
    m_stack->addWidget(page);
    m_rail->addPage(action);
    m_rail->setVisible(number > 1);
    page->addActions({ m_actions->settings(), m_actions->menu() });
    connect(action, &QAction::toggled, this, [this, page](bool checked) {
        if (!checked)
            return;
        m_stack->setCurrentWidget(page);
        page->setFocus();
    });
    if (number == 1)
        action->setChecked(true);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QMainWindow::closeEvent(event);
    if (event->isAccepted())
        emit closed();
}

QWidget *MainWindow::currentPage() const
{
    return m_stack->currentWidget();
}

void MainWindow::showPage(QWidget *page)
{
    if (QAction *action = m_pages->actions().value(m_stack->indexOf(page)))
        action->setChecked(true);
}

void MainWindow::makeStatusBar()
{
    m_receiver->setObjectName(QStringLiteral("statusBar.receiver"));
    m_receiver->setAccessibleName(tr("Receiver"));
    m_receiver->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_receiver->setMinimumWidth(1); // a long reason must not widen the window
    m_refused->setObjectName(QStringLiteral("statusBar.refused"));
    m_refused->hide();
    m_loading->setObjectName(QStringLiteral("statusBar.loading"));
    m_loading->setForegroundRole(QPalette::PlaceholderText);
    m_loading->hide();

    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 4, 16, 4);
    row->setSpacing(8);
    row->addWidget(m_dot);
    row->addWidget(m_receiver);
    row->addWidget(m_refused);
    row->addStretch(1);
    row->addWidget(m_loading);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    statusBar()->addWidget(bar, 1);
}

void MainWindow::showState(const models::ReceiverState &state)
{
    m_state = state;
    refresh();
}

void MainWindow::showCounters(const models::ReceiverCounters &counters)
{
    m_counters = counters;
    refresh();
}

void MainWindow::refresh()
{
    const QString refused = refusedWords(m_counters);
    m_refused->setText(refused);
    m_refused->setVisible(!refused.isEmpty());
    m_refused->setToolTip(plainToolTip(
            tr("Show the refused requests\nLast refusal: %1").arg(m_counters.lastRefusal)));
    refreshNotices();
    const QString words = receiverWords(m_state, m_counters, models::now());
    if (words == m_receiver->text())
        return;
    m_dot->showPhase(m_state.phase);
    m_receiver->setText(words);
    m_receiver->setToolTip(plainToolTip(words));
}

void MainWindow::refreshNotices()
{
    const bool failed = m_state.phase == models::ReceiverState::Phase::Failed;
    // One cause is said once: a store that fails keeps the receiver from starting, too.
    if (failed && !m_notices->saysBeside(receiverKey, m_state.reason))
        m_notices->setNotice(receiverKey, NoticeLevel::Problem, notReceivingWords(m_state),
                             tr("Receiver settings"));
    else
        m_notices->clearNotice(receiverKey);
    const std::optional<NoticeWords> expiry =
            m_certificate ? expiryWords(*m_certificate, models::now()) : std::nullopt;
    if (expiry)
        m_notices->setNotice(certificateKey, expiry->level, expiry->text, tr("Receiver settings"));
    else
        m_notices->clearNotice(certificateKey);
}

void MainWindow::setNotice(const QString &key, NoticeLevel level, const QString &text,
                           const QString &action)
{
    m_notices->setNotice(key, level, text, action);
    refreshNotices();
}

void MainWindow::clearNotice(const QString &key)
{
    m_notices->clearNotice(key);
    refreshNotices();
}

void MainWindow::showCertificate(const std::optional<models::CertificateInfo> &certificate)
{
    m_certificate = certificate;
    refreshNotices();
}

void MainWindow::showOpen(bool open)
{
    if (open)
        m_notices->setNotice(openKey, NoticeLevel::Warning, openWords(), tr("Receiver settings"));
    else
        m_notices->clearNotice(openKey);
}

void MainWindow::showLoading(qsizetype done)
{
    m_loading->setText(done > 0 ? tr("Loading events · %1").arg(QLocale().toString(done))
                                : tr("Loading events"));
    m_loading->show();
}

void MainWindow::finishLoading()
{
    m_loading->hide();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Watchfloor"));
    box->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Watchfloor %1").arg(QStringLiteral(WATCHFLOOR_VERSION)));
    box->setInformativeText(tr("Receives the events of an application-security portal on this "
                               "computer and shows them as they come.\n\nFree software under the "
                               "GNU General Public License, version 3 or later."));
    box->open();
    emit aboutRequested();
}

} // namespace views
