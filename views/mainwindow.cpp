// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mainwindow.h"

#include "views/actions.h"
#include "views/receiverwords.h"
#include "views/widgets/icon.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/statusdot.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QScreen>
#include <QStatusBar>
#include <QVBoxLayout>

#include <chrono>

namespace views {

MainWindow::MainWindow(QWidget *page, QWidget *parent)
    : QMainWindow(parent), m_actions(new Actions(*this)), m_problem(new MessageBar(this)),
      m_dot(new StatusDot(this)), m_receiver(plainLabel({}, this)), m_loading(plainLabel({}, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Watchfloor"));
    setWindowIcon(applicationIcon());
    // A first window fits the screen with its frame; later ones come back as they were left.
    constexpr QSize frame(8, 40);
    const QScreen *const display = screen();
    resize(QSize(1440, 900).boundedTo(display->availableSize() - frame));

    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(page, 1);
    setCentralWidget(centre);
    page->addActions({ m_actions->settings(), m_actions->menu() });
    makeStatusBar();

    connect(m_actions->settings(), &QAction::triggered, this, &MainWindow::settingsRequested);
    connect(m_actions->quit(), &QAction::triggered, this, &MainWindow::quitRequested);
    connect(m_actions->about(), &QAction::triggered, this, &MainWindow::showAbout);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::refresh);
    m_clock.start();
    refresh();
}

void MainWindow::makeStatusBar()
{
    m_receiver->setObjectName(QStringLiteral("statusBar.receiver"));
    m_receiver->setAccessibleName(tr("Receiver"));
    m_receiver->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_receiver->setMinimumWidth(1); // a long reason must not widen the window
    m_loading->setObjectName(QStringLiteral("statusBar.loading"));
    m_loading->setForegroundRole(QPalette::PlaceholderText);
    m_loading->hide();

    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 4, 16, 4);
    row->setSpacing(8);
    row->addWidget(m_dot);
    row->addWidget(m_receiver, 1);
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
    const QString words = receiverWords(m_state, m_counters, models::now());
    if (words == m_receiver->text())
        return;
    m_dot->showPhase(m_state.phase);
    m_receiver->setText(words);
    m_receiver->setToolTip(
            plainToolTip(m_counters.lastRefusal.isEmpty()
                                 ? words
                                 : tr("%1\nLast refusal: %2").arg(words, m_counters.lastRefusal)));
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

void MainWindow::showProblem(const QString &text)
{
    m_problem->showMessage(text);
}

void MainWindow::clearProblem()
{
    m_problem->clearMessage();
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
