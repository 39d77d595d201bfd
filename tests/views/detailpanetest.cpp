// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/detailpane.h"
#include "tests/views/detailfixture.h"
#include "views/detail/badge.h"
#include "views/detail/jsontextview.h"
#include "views/detail/textblock.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTest>

using namespace models;
using views::DetailPane;

namespace {

class DetailPaneTest final : public PaneFixture
{
    Q_OBJECT
private slots:
    void init() { QVERIFY(openPane()); }
    void cleanup() { m_pane.reset(); }
    void saysWhatToDoWhenEmpty();
    void showsEveryPart();
    void leavesOutWhatIsMissing();
    void headNeverMoves();
    void keepsScrollAndSelectionOfTheSameEvent();
    void clickOnALinkAsksForExactlyIt();
    void keysOpenLinks();
    void tabReachesTheLinks();
    void linkMenuCopies();
    void noteSaysWhatAClickWillDo();
    void openInPortalByMouseAndKey();
    void noPortalLinkNoButton();
};

void DetailPaneTest::saysWhatToDoWhenEmpty()
{
    auto *empty = part<QLabel>("empty");
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->text(), QStringLiteral("Select an event to read it."));
    QCOMPARE(m_pane->eventId(), 0);
    m_pane->show(violation());
    QVERIFY(!empty->isVisible());
    m_pane->clear();
    QVERIFY(empty->isVisible());
    QCOMPARE(m_pane->eventId(), 0);
}

void DetailPaneTest::showsEveryPart()
{
    const StoredEvent event = violation();
    m_pane->show(event);
    QCOMPARE(m_pane->eventId(), event.id);
    QCOMPARE(part<views::Badge>("severity")->word(), QStringLiteral("Urgent"));
    QCOMPARE(part("severity")->accessibleName(), QStringLiteral("Severity: Urgent"));
    QCOMPARE(part<views::Badge>("status")->word(), QStringLiteral("Open"));
    QCOMPARE(part<views::Badge>("deliveries")->word(), QString(QChar(0xd7) + QStringLiteral("3")));
    QCOMPARE(text("title"), event.event.title);
    QCOMPARE(text("asset"), QStringLiteral("gumtree.com.au"));
    QCOMPARE(text("recommendation"), event.event.recommendation);
    QVERIFY(text("description").contains(QStringLiteral("days.\n\nIf the SSL")));
    QVERIFY(!text("description").contains(QLatin1Char('\\')));
    QCOMPARE(text("additionalInformation"), event.event.additionalInformation);
    // What to do comes first.
    QVERIFY(part("recommendation")->y() < part("description")->y());

    const QStringList facts = factTexts();
    for (const char *fact :
         { "Event: Policy violation opened", "Product: API Secure", "Asset: gumtree.com.au",
           "Asset type: Network service", "Hosted on: Unknown", "Discovered via: Website crawler",
           "Asset group: CA Business Unit", "Policy: Data Theorem", "Sent by: 203.0.113.20",
           "Id: 924f1fb0-ebaa-4dfd-9297-390c0df18b44" })
        QVERIFY2(facts.contains(QLatin1String(fact)), qPrintable(facts.join(QLatin1Char('\n'))));
    for (const char *time : { "Event time: ", "Opened: ", "Received: ", "Last received: " }) {
        const auto starts = [time](const QString &fact) {
            return fact.startsWith(QLatin1String(time));
        };
        QCOMPARE(std::count_if(facts.begin(), facts.end(), starts), 1);
    }
    QCOMPARE(part<QListWidget>("links")->count(), 5);
    QCOMPARE(part<QListWidget>("links")->item(0)->text(),
             QStringLiteral("Violation: www.securetheorem.com"));
}

void DetailPaneTest::leavesOutWhatIsMissing()
{
    for (const StoredEvent &event : oneOfEachFamily()) {
        m_pane->show(event);
        for (const QString &fact : factTexts())
            QVERIFY2(!fact.endsWith(QLatin1String(": ")), qPrintable(fact));
        QCOMPARE(part("recommendation")->isVisible(), !event.event.recommendation.isEmpty());
        QCOMPARE(part("severity")->isVisible(), event.event.severity != Severity::Unrated);
        QCOMPARE(part("status")->isVisible(), event.event.status != Status::None);
        QCOMPARE(part("deliveries")->isVisible(), event.deliveries > 1);
        QCOMPARE(part("links")->isVisible(), !event.event.links.isEmpty());
        QCOMPARE(factTexts().filter(QStringLiteral("Event time: ")).size(),
                 event.event.time ? 1 : 0);
        if (event.event.family == Family::Other) {
            QVERIFY(factTexts().contains(QStringLiteral("Event: CLOUD_SECURE__SOMETHING_NEW")));
            QCOMPARE(part<views::Badge>("severity")->word(), QStringLiteral("CRITICAL_PLUS"));
        }
    }
}

void DetailPaneTest::headNeverMoves()
{
    const QList<StoredEvent> events = oneOfEachFamily();
    m_pane->show(events.first());
    QApplication::sendPostedEvents();
    const auto place = [this](const char *name) {
        return QRect(part(name)->mapTo(m_pane.get(), QPoint()), part(name)->size());
    };
    const QRect open = place("open");
    const QRect copy = place("copy");
    const QPoint title = place("title").topLeft();
    const QPoint tabs = place("tabs").topLeft();
    for (const StoredEvent &event : events + QList<StoredEvent> { hostile() }) {
        m_pane->show(event);
        QTest::qWait(1);
        QCOMPARE(place("open"), open);
        QCOMPARE(place("copy"), copy);
        QCOMPARE(place("title").topLeft(), title);
        QCOMPARE(place("tabs").topLeft(), tabs);
    }
}

void DetailPaneTest::keepsScrollAndSelectionOfTheSameEvent()
{
    StoredEvent event = violation();
    m_pane->show(event);
    QScrollBar *bar = m_pane->findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 40);
    bar->setValue(40);
    auto *description = part<views::TextBlock>("description");
    description->selectAll();
    ++event.deliveries;
    m_pane->show(event);
    QCOMPARE(part<views::Badge>("deliveries")->word(), QString(QChar(0xd7) + QStringLiteral("4")));
    QCOMPARE(bar->value(), 40);
    QVERIFY(description->textCursor().hasSelection());

    StoredEvent other = violation();
    m_pane->show(other);
    QCOMPARE(bar->value(), 0);
}

void DetailPaneTest::clickOnALinkAsksForExactlyIt()
{
    const StoredEvent event = violation();
    m_pane->show(event);
    QSignalSpy spy(m_pane.get(), &DetailPane::openRequested);
    for (int row = 0; row < event.event.links.size(); ++row) {
        clickLink(row);
        QCOMPARE(spy.size(), row + 1);
        QCOMPARE(spy.last().first().toString(), event.event.links.at(row).url);
    }
    auto *links = part<QListWidget>("links");
    QTest::mouseDClick(links->viewport(), Qt::LeftButton, {},
                       links->visualItemRect(links->item(0)).center());
    QVERIFY(spy.size() <= int(event.event.links.size()) + 1); // a double click opens once at most
    spy.clear();
    QTest::mouseClick(links->viewport(), Qt::RightButton, {},
                      links->visualItemRect(links->item(0)).center());
    QCOMPARE(spy.size(), 0);
}

void DetailPaneTest::keysOpenLinks()
{
    const StoredEvent event = violation();
    m_pane->show(event);
    auto *links = part<QListWidget>("links");
    links->setFocus();
    QSignalSpy spy(m_pane.get(), &DetailPane::openRequested);
    QTest::keyClick(links, Qt::Key_Return);
    QTest::keyClick(links, Qt::Key_Down);
    QTest::keyClick(links, Qt::Key_Enter, Qt::KeypadModifier);
    QTest::keyClick(links, Qt::Key_Down);
    QTest::keyClick(links, Qt::Key_Space);
    QCOMPARE(spy.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(spy.at(i).first().toString(), event.event.links.at(i).url);
}

void DetailPaneTest::tabReachesTheLinks()
{
    m_pane->show(violation());
    auto *links = part<QListWidget>("links");
    part("open")->setFocus();
    for (int i = 0; i < 60 && !links->hasFocus(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(links->hasFocus());
    QCOMPARE(links->currentRow(), 0);
    QTest::keyClick(links, Qt::Key_Tab);
    QVERIFY(!links->hasFocus());
}

void DetailPaneTest::linkMenuCopies()
{
    const StoredEvent event = violation();
    m_pane->show(event);
    auto *links = part<QListWidget>("links");
    QSignalSpy copied(m_pane.get(), &DetailPane::copied);
    QSignalSpy opened(m_pane.get(), &DetailPane::openRequested);
    const QPoint place = links->visualItemRect(links->item(1)).center();
    QContextMenuEvent ask(QContextMenuEvent::Mouse, place, links->viewport()->mapToGlobal(place));
    QApplication::sendEvent(links->viewport(), &ask);
    auto *menu = links->findChild<QMenu *>(QStringLiteral("detailPane.links.menu"));
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    QTest::mouseClick(menu, Qt::LeftButton, {},
                      menu->actionGeometry(menu->actions().at(1)).center());
    QCOMPARE(copied.size(), 1);
    QCOMPARE(opened.size(), 0);
    QCOMPARE(QApplication::clipboard()->text(), event.event.links.at(1).url);

    links->setFocus();
    links->setCurrentRow(3);
    QTest::keySequence(links, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), event.event.links.at(3).url);
}

void DetailPaneTest::noteSaysWhatAClickWillDo()
{
    m_pane->show(violation());
    auto *links = part<QListWidget>("links");
    const auto spoken = [links](int row) {
        return links->item(row)->data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(0), QStringLiteral("Violation: www.securetheorem.com"));
    QCOMPARE(spoken(1), QStringLiteral("Asset: dev-acheron.appspot.com, asks first"));
    QVERIFY(spoken(4).endsWith(QStringLiteral("not opened")));
    m_pane->setPolicy({ { QStringLiteral("dev-acheron.appspot.com") } });
    QCOMPARE(spoken(0), QStringLiteral("Violation: www.securetheorem.com, asks first"));
    QCOMPARE(spoken(1), QStringLiteral("Asset: dev-acheron.appspot.com"));
}

void DetailPaneTest::openInPortalByMouseAndKey()
{
    const StoredEvent event = violation();
    m_pane->show(event);
    QSignalSpy spy(m_pane.get(), &DetailPane::openRequested);
    QTest::mouseClick(part("open"), Qt::LeftButton);
    part("open")->setFocus();
    QTest::keyClick(part("open"), Qt::Key_Space);
    m_pane->openInPortal();
    QCOMPARE(spy.size(), 3);
    for (const auto &call : spy)
        QCOMPARE(call.first().toString(), event.event.links.first().url);
}

void DetailPaneTest::noPortalLinkNoButton()
{
    StoredEvent event = violation();
    event.event.links = { { Link::Kind::AssetAddress, QStringLiteral("https://gumtree.com.au") },
                          { Link::Kind::CloudConsole, QStringLiteral("https://c.example/") } };
    m_pane->show(event);
    QSignalSpy spy(m_pane.get(), &DetailPane::openRequested);
    QVERIFY(!part("open")->isEnabled());
    QTest::mouseClick(part("open"), Qt::LeftButton);
    m_pane->openInPortal();
    QCOMPARE(spy.size(), 0);
    event.event.links.append({ Link::Kind::Asset, QStringLiteral("https://a.example/") });
    m_pane->show(event);
    QTest::mouseClick(part("open"), Qt::LeftButton);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().toString(), QStringLiteral("https://a.example/"));
}

} // namespace

QTEST_MAIN(DetailPaneTest)
#include "detailpanetest.moc"
