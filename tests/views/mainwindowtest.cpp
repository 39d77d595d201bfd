// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mainwindow.h"
#include "views/desktop/theme.h"
#include "views/receiverwords.h"
#include "views/widgets/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>

namespace {

using models::ReceiverCounters;
using models::ReceiverState;
using Phase = models::ReceiverState::Phase;

class MainWindow : public QObject
{
    Q_OBJECT
private slots:
    void words_data();
    void words();
    void ages_data();
    void ages();
    void statusBarSpeaks();
    void timeGoesOn();
    void problems();
    void loading();
    void actionsAsk();
    void aboutIsShown();

private:
    views::Theme m_theme;
};

void MainWindow::words_data()
{
    const models::Instant now = models::now();
    const ReceiverState listening { Phase::Listening,
                                    QStringLiteral("http://127.0.0.1:8787/webhook"),
                                    {} };
    ReceiverCounters busy;
    busy.accepted = 4000;
    busy.events = 4812;
    busy.repeated = 3;
    busy.refused = 3;
    busy.lastAccepted = now - std::chrono::seconds(12);
    ReceiverCounters refused;
    refused.refused = 1;

    QTest::addColumn<ReceiverState>("state");
    QTest::addColumn<ReceiverCounters>("counters");
    QTest::addColumn<QString>("expected");
    QTest::newRow("stopped") << ReceiverState {} << ReceiverCounters {} << "Receiver stopped";
    QTest::newRow("starting") << ReceiverState { Phase::Starting, {}, {} } << ReceiverCounters {}
                              << "Receiver starting";
    QTest::newRow("quiet") << listening << ReceiverCounters {}
                           << "Listening on http://127.0.0.1:8787/webhook · nothing received yet "
                              "since the start";
    QTest::newRow("only refused") << listening << refused
                                  << "Listening on http://127.0.0.1:8787/webhook · nothing "
                                     "received yet since the start · 1 refused";
    QTest::newRow("busy") << listening << busy
                          << "Listening on http://127.0.0.1:8787/webhook · last event 12 s ago · "
                             "4,812 received · 3 repeated · 3 refused";
    QTest::newRow("failed") << ReceiverState { Phase::Failed,
                                               {},
                                               QStringLiteral("port 8787 is taken.") }
                            << ReceiverCounters {}
                            << "Could not listen: port 8787 is taken. Choose another port or "
                               "address in the settings";
}

void MainWindow::words()
{
    QFETCH(ReceiverState, state);
    QFETCH(ReceiverCounters, counters);
    QFETCH(QString, expected);
    const models::Instant now = counters.lastAccepted
            ? *counters.lastAccepted + std::chrono::seconds(12)
            : models::now();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(views::receiverWords(state, counters, now), expected);
}

void MainWindow::ages_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("future") << qint64(-500) << "just now";
    QTest::newRow("now") << qint64(1) << "just now";
    QTest::newRow("seconds") << qint64(59) << "59 s ago";
    QTest::newRow("minutes") << qint64(60) << "1 min ago";
    QTest::newRow("hours") << qint64(47 * 3600) << "47 h ago";
    QTest::newRow("days") << qint64(48 * 3600) << "2 days ago";
}

void MainWindow::ages()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, expected);
    const models::Instant now = models::now();
    QCOMPARE(views::agoWords(now - std::chrono::seconds(seconds), now), expected);
}

void MainWindow::statusBarSpeaks()
{
    views::MainWindow window(new QWidget);
    auto *label = window.findChild<QLabel *>(QStringLiteral("statusBar.receiver"));
    QVERIFY(label);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    window.showState({ Phase::Listening, QStringLiteral("http://127.0.0.1:9/webhook"), {} });
    QVERIFY(label->text().startsWith(QStringLiteral("Listening on http://127.0.0.1:9/webhook")));
    window.showState({ Phase::Failed, {}, QStringLiteral("<b>taken</b>") });
    QVERIFY(label->text().startsWith(QStringLiteral("Could not listen: <b>taken</b>")));
    ReceiverCounters counters;
    counters.refused = 7;
    counters.lastRefusal = QStringLiteral("wrong <i>token</i>");
    window.showCounters(counters);
    QVERIFY(label->text().contains(QStringLiteral("7 refused")));
    QVERIFY(label->toolTip().contains(QStringLiteral("wrong &lt;i&gt;token")));
}

void MainWindow::timeGoesOn()
{
    views::MainWindow window(new QWidget);
    auto *label = window.findChild<QLabel *>(QStringLiteral("statusBar.receiver"));
    ReceiverCounters counters;
    counters.events = 1;
    counters.lastAccepted = models::now() - std::chrono::seconds(10);
    window.showCounters(counters);
    const QString before = label->text();
    QTRY_VERIFY_WITH_TIMEOUT(label->text() != before, 4000);
    QVERIFY(label->text().contains(QStringLiteral(" s ago")));
}

void MainWindow::problems()
{
    views::MainWindow window(new QWidget);
    window.show();
    auto *bar = window.findChild<views::MessageBar *>();
    QVERIFY(!bar->isVisible());
    window.showProblem(QStringLiteral("The store cannot be read."));
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->message(), QStringLiteral("The store cannot be read."));
    window.clearProblem();
    QVERIFY(!bar->isVisible());
}

void MainWindow::loading()
{
    views::MainWindow window(new QWidget);
    window.show();
    auto *label = window.findChild<QLabel *>(QStringLiteral("statusBar.loading"));
    QVERIFY(!label->isVisible());
    window.showLoading(4096);
    QVERIFY(label->isVisible());
    QVERIFY(label->text().contains(QLocale().toString(4096)));
    window.finishLoading();
    QVERIFY(!label->isVisible());
}

void MainWindow::actionsAsk()
{
    auto *page = new QWidget;
    views::MainWindow window(page);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy settings(&window, &views::MainWindow::settingsRequested);
    QSignalSpy quit(&window, &views::MainWindow::quitRequested);
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(settings.size(), 1);
    QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(quit.size(), 1);
    QCOMPARE(page->actions().size(), 2);
}

void MainWindow::aboutIsShown()
{
    views::MainWindow window(new QWidget);
    window.show();
    QSignalSpy asked(&window, &views::MainWindow::aboutRequested);
    window.findChild<QAction *>(QStringLiteral("actions.about"))->trigger();
    QCOMPARE(asked.size(), 1);
    auto *box = window.findChild<QMessageBox *>();
    QVERIFY(box && box->isVisible());
    QVERIFY(box->text().contains(QStringLiteral(WATCHFLOOR_VERSION)));
    box->close();
}

} // namespace

QTEST_MAIN(MainWindow)
#include "mainwindowtest.moc"
