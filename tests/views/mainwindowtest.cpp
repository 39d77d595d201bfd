// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mainwindow.h"
#include "views/desktop/theme.h"
#include "views/desktop/viewstate.h"
#include "views/noticewords.h"
#include "views/receiverwords.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/noticestack.h"
#include "views/widgets/pagerail.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

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
    void noticesStack();
    void failureIsANotice();
    void expiryIsWarnedOf();
    void pagesChange();
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
                                     "received yet since the start";
    QTest::newRow("busy") << listening << busy
                          << "Listening on http://127.0.0.1:8787/webhook · last event 12 s ago · "
                             "4,812 received · 3 repeated";
    QTest::newRow("failed") << ReceiverState {
        Phase::Failed, {}, QStringLiteral("port 8787 is taken.")
    } << ReceiverCounters {} << "Could not listen: port 8787 is taken.";
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
    views::MainWindow window;
    window.addPage(new QWidget, QStringLiteral("One"), QLatin1String("inbox"));
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
    auto *link = window.findChild<QToolButton *>(QStringLiteral("statusBar.refused"));
    window.show();
    QCOMPARE(link->text(), QStringLiteral("7 refused (show)"));
    QSignalSpy asked(&window, &views::MainWindow::refusedRequested);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(link->toolTip().contains(QStringLiteral("wrong &lt;i&gt;token")));
}

void MainWindow::timeGoesOn()
{
    views::MainWindow window;
    window.addPage(new QWidget, QStringLiteral("One"), QLatin1String("inbox"));
    auto *label = window.findChild<QLabel *>(QStringLiteral("statusBar.receiver"));
    ReceiverCounters counters;
    counters.events = 1;
    counters.lastAccepted = models::now() - std::chrono::seconds(10);
    window.showCounters(counters);
    const QString before = label->text();
    QTRY_VERIFY_WITH_TIMEOUT(label->text() != before, 4000);
    QVERIFY(label->text().contains(QStringLiteral(" s ago")));
}

QString textOf(const views::MainWindow &window, const char *key)
{
    const auto *stack = window.findChild<views::NoticeStack *>();
    return stack->text(QLatin1String(key));
}

void MainWindow::noticesStack()
{
    using views::NoticeLevel;
    views::MainWindow window;
    window.addPage(new QWidget, QStringLiteral("One"), QLatin1String("inbox"));
    window.show();
    const auto bars = [&window] {
        QList<views::MessageBar *> shown = window.findChildren<views::MessageBar *>();
        shown.removeIf([](const views::MessageBar *bar) { return !bar->isVisible(); });
        std::sort(shown.begin(), shown.end(),
                  [](const auto *one, const auto *other) { return one->y() < other->y(); });
        return shown;
    };
    window.setNotice(QStringLiteral("tip"), NoticeLevel::Information, QStringLiteral("a tip"));
    window.showOpen(true);
    window.setNotice(QStringLiteral("store"), NoticeLevel::Problem,
                     QStringLiteral("The disk is full."), QStringLiteral("Retry"));
    QTRY_COMPARE(bars().size(), 3);
    QTRY_COMPARE(bars().first()->message(), QStringLiteral("The disk is full."));
    QCOMPARE(bars().last()->message(), QStringLiteral("a tip"));
    QSignalSpy activated(&window, &views::MainWindow::noticeActivated);
    auto *retry = bars().first()->findChild<QPushButton *>();
    QTest::mouseClick(retry, Qt::LeftButton);
    QCOMPARE(activated.takeFirst().first().toString(), QStringLiteral("store"));
    // Only what is no more than information has a cross; dismissed, it stays away.
    QVERIFY(!bars().first()->findChild<QToolButton *>()->isVisible());
    QTest::mouseClick(bars().last()->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(bars().size(), 2);
    window.setNotice(QStringLiteral("tip"), NoticeLevel::Information, QStringLiteral("a tip"));
    QCOMPARE(bars().size(), 2);
    window.setNotice(QStringLiteral("tip"), NoticeLevel::Information, QStringLiteral("another"));
    QCOMPARE(bars().size(), 3);
    window.clearNotice(QStringLiteral("store"));
    window.showOpen(false);
    QCOMPARE(bars().size(), 1);
}

void MainWindow::failureIsANotice()
{
    views::MainWindow window;
    window.addPage(new QWidget, QStringLiteral("One"), QLatin1String("inbox"));
    window.show();
    const QString reason = QStringLiteral("Port 8787 is taken.");
    window.showState({ Phase::Failed, {}, reason });
    QVERIFY(textOf(window, "receiver").contains(reason));
    QSignalSpy settings(&window, &views::MainWindow::settingsRequested);
    auto *bar = window.findChild<views::MessageBar *>(QStringLiteral("notice.receiver"));
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(settings.size(), 1);
    // One cause is said once.
    window.setNotice(QStringLiteral("store"), views::NoticeLevel::Problem, reason);
    QVERIFY(textOf(window, "receiver").isEmpty());
    window.clearNotice(QStringLiteral("store"));
    QVERIFY(!textOf(window, "receiver").isEmpty());
    window.showState({ Phase::Listening, QStringLiteral("http://x"), {} });
    QVERIFY(textOf(window, "receiver").isEmpty());
}

void MainWindow::expiryIsWarnedOf()
{
    using namespace std::chrono_literals;
    using views::NoticeLevel;
    const models::Instant now = models::now();
    models::CertificateInfo certificate;
    const auto level = [&](auto left) {
        certificate.until = now + left;
        const auto words = views::expiryWords(certificate, now);
        return words ? int(words->level) : -1;
    };
    QCOMPARE(level(24h * 31), -1);
    QCOMPARE(level(24h * 30), int(NoticeLevel::Information));
    QCOMPARE(level(24h * 14), int(NoticeLevel::Warning));
    QCOMPARE(level(24h * 3), int(NoticeLevel::Problem));
    QCOMPARE(level(-1h), int(NoticeLevel::Problem));
    views::MainWindow window;
    certificate.until = now + 24h * 2 + 1h;
    window.showCertificate(certificate);
    QVERIFY2(textOf(window, "certificate").contains(QStringLiteral("expires in 2 days, on ")),
             qPrintable(textOf(window, "certificate")));
    window.showCertificate({});
    QVERIFY(textOf(window, "certificate").isEmpty());
}

void MainWindow::pagesChange()
{
    QTemporaryDir folder;
    QSettings file(folder.filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    const auto make = [](views::MainWindow &window, const char *name) {
        auto *page = new QLineEdit;
        page->setObjectName(QLatin1String(name));
        window.addPage(page, QLatin1String(name), QLatin1String("inbox"));
        return page;
    };
    {
        views::MainWindow window;
        QWidget *one = make(window, "one");
        auto *rail = window.findChild<views::PageRail *>();
        window.show();
        QVERIFY(!rail->isVisible()); // no choice yet
        QWidget *two = make(window, "two");
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(rail->isVisible());
        QCOMPARE(window.currentPage(), one);
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.currentPage(), two);
        QVERIFY(two->hasFocus());
        QCOMPARE(two->actions().size(), 2);
        QTest::mouseClick(rail->findChildren<QToolButton *>().first(), Qt::LeftButton);
        QCOMPARE(window.currentPage(), one);
        window.showPage(two);
        QCOMPARE(window.currentPage(), two);
        views::ViewState(file).save(window);
    }
    views::MainWindow window;
    make(window, "one");
    QWidget *two = make(window, "two");
    views::ViewState(file).restore(window);
    QCOMPARE(window.currentPage(), two);
}

void MainWindow::loading()
{
    views::MainWindow window;
    window.addPage(new QWidget, QStringLiteral("One"), QLatin1String("inbox"));
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
    views::MainWindow window;
    window.addPage(page, QStringLiteral("One"), QLatin1String("inbox"));
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
    views::MainWindow window;
    window.addPage(new QWidget, QStringLiteral("One"), QLatin1String("inbox"));
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
