// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/detailpane.h"
#include "tests/views/detailactive.h"
#include "tests/views/detailsamples.h"
#include "views/detail/badge.h"
#include "views/detail/rawview.h"
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

class DetailPaneTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
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
    void copies();
    void copyWithoutEventIsHarmless();
    void showsRawJson();
    void hostileTextsStayText();
    void longTextsAreBounded();
    void longTitleIsCutButKept();

private:
    template<typename T = QWidget> T *part(const char *name) const
    {
        T *found = m_pane->findChild<T *>(QLatin1String("detailPane.") + QLatin1String(name));
        if (!found)
            qFatal("no detailPane.%s", name);
        return found;
    }
    QString text(const char *name) const
    {
        auto *block = part<views::TextBlock>(name);
        return block->isVisible() ? block->toPlainText() : QString();
    }
    QStringList factTexts() const
    {
        QStringList texts;
        for (const auto *block : part<QWidget>("facts")->findChildren<views::TextBlock *>()) {
            if (block->isVisible())
                texts += block->accessibleName() + QLatin1String(": ") + block->toPlainText();
        }
        return texts;
    }
    void clickLink(int row)
    {
        auto *links = part<QListWidget>("links");
        QTest::mouseClick(links->viewport(), Qt::LeftButton, {},
                          links->visualItemRect(links->item(row)).center());
    }
    QAction *copyAction(int number)
    {
        return part<QPushButton>("copy")->menu()->actions().at(number);
    }

    std::unique_ptr<DetailPane> m_pane;
};

void DetailPaneTest::init()
{
    m_pane = std::make_unique<DetailPane>();
    m_pane->resize(420, 700);
    m_pane->setVisible(true);
    QVERIFY(activated(m_pane.get()));
}

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

void DetailPaneTest::copies()
{
    const StoredEvent event = violation();
    m_pane->show(event);
    QSignalSpy spy(m_pane.get(), &DetailPane::copied);
    const QClipboard *clipboard = QApplication::clipboard();
    copyAction(0)->trigger();
    QCOMPARE(clipboard->text(), event.event.links.first().url);
    copyAction(1)->trigger();
    QCOMPARE(clipboard->text(), event.event.title);
    copyAction(2)->trigger();
    QCOMPARE(clipboard->mimeData()->data(QStringLiteral("application/json")), event.event.body);
    QCOMPARE(clipboard->text().toUtf8(), event.event.body);
    copyAction(3)->trigger();
    const QString markdown = clipboard->text();
    QVERIFY(markdown.startsWith(QStringLiteral("## The server leverages")));
    QVERIFY(markdown.contains(QStringLiteral("- **Severity:** Urgent\n")));
    QVERIFY(markdown.contains(QStringLiteral("### What to do\n\n> Deploy a new")));
    QVERIFY(markdown.contains(QStringLiteral("Violation: <https://www.securetheorem.com/")));
    QVERIFY(!markdown.contains(QStringLiteral("<http://")));
    QCOMPARE(spy.size(), 4);
    for (const auto &call : spy)
        QVERIFY(!call.first().toString().isEmpty());
}

void DetailPaneTest::copyWithoutEventIsHarmless()
{
    QApplication::clipboard()->setText(QStringLiteral("mine"));
    m_pane->show(violation());
    m_pane->clear();
    QSignalSpy spy(m_pane.get(), &DetailPane::copied);
    for (int i = 0; i < 4; ++i)
        copyAction(i)->trigger();
    QCOMPARE(spy.size(), 0);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("mine"));
}

void DetailPaneTest::showsRawJson()
{
    const StoredEvent event = violation();
    m_pane->show(event);
    auto *tabs = part<QTabWidget>("tabs");
    QTest::keyClick(m_pane.get(), Qt::Key_R, Qt::AltModifier);
    QCOMPARE(tabs->currentIndex(), 1);
    auto *raw = part<QPlainTextEdit>("raw");
    QVERIFY(raw->isVisible());
    QVERIFY(raw->isReadOnly());
    QCOMPARE(raw->toPlainText(), event.formatted);
    QTest::keyClick(raw, Qt::Key_X);
    QCOMPARE(raw->toPlainText(), event.formatted);
    QTest::mouseClick(part("raw.copy"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text().toUtf8(), event.event.body);
}

void DetailPaneTest::hostileTextsStayText()
{
    const StoredEvent event = hostile();
    m_pane->show(event);
    QVERIFY(text("title").startsWith(QStringLiteral("<b>bold</b> <img")));
    QVERIFY(text("asset").startsWith(QStringLiteral("<a href=")));
    QVERIFY(text("recommendation").startsWith(QStringLiteral("<h1>Big</h1>")));
    QVERIFY(text("description").startsWith(QStringLiteral("first\nsecond\n<script>")));
    for (const auto *edit : m_pane->findChildren<QTextEdit *>()) {
        QVERIFY2(!edit->toPlainText().contains(QChar(0x202e)), qPrintable(edit->objectName()));
        QVERIFY(!edit->acceptRichText());
    }
    QVERIFY(!part<QPlainTextEdit>("raw")->toPlainText().contains(QChar(0x202e)));
    QVERIFY(part<QPlainTextEdit>("raw")->toPlainText().contains(QStringLiteral("\\u202e<b>")));
    for (const auto *label : m_pane->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    auto *links = part<QListWidget>("links");
    for (int row = 0; row < links->count(); ++row) {
        QVERIFY(!links->item(row)->toolTip().contains(QStringLiteral("<b>x")));
        QVERIFY(links->item(row)
                        ->data(Qt::AccessibleTextRole)
                        .toString()
                        .endsWith(QStringLiteral("not opened")));
    }
    copyAction(3)->trigger();
    const QString markdown = QApplication::clipboard()->text();
    QVERIFY(markdown.contains(QStringLiteral("\\<h1\\>Big")));
    QVERIFY(markdown.contains(QStringLiteral("\\[click\\](https://evil.example)")));
    QVERIFY(!markdown.contains(QStringLiteral("<javascript")));
}

void DetailPaneTest::longTextsAreBounded()
{
    const StoredEvent event = hostile();
    QElapsedTimer timer;
    timer.start();
    m_pane->show(event);
    QTest::qWait(1);
    const qint64 took = timer.elapsed();
    qInfo("1 MB of description and raw JSON shown in %lld ms", static_cast<long long>(took));
    QVERIFY2(took < 1000, qPrintable(QString::number(took)));
    QVERIFY(text("description").size() < 17000);
    QVERIFY(text("description").endsWith(QStringLiteral("more characters are in the raw JSON.")));
    QVERIFY(part<QPlainTextEdit>("raw")->toPlainText().size() < 300'000);
    QVERIFY(part<views::Badge>("status")->word().size() <= 41);
    // Nothing pushes the pane wider than it is.
    QVERIFY(m_pane->minimumSizeHint().width() <= 420);
    const auto *scroll = m_pane->findChild<QScrollArea *>();
    QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);

    const QString lines = QString(200'000, QLatin1Char('\n'));
    QVERIFY(views::boundedJson(lines + lines).size() < 270'000);
    const QString cut = views::boundedJson(QString(5000, QLatin1Char('a')) + QStringLiteral("\nb"));
    QVERIFY(cut.endsWith(QStringLiteral("1,000 more characters\nb"))
            || cut.endsWith(QStringLiteral("1000 more characters\nb")));
}

void DetailPaneTest::longTitleIsCutButKept()
{
    StoredEvent event = violation();
    event.event.title =
            QString(60, QLatin1Char('a')).replace(QLatin1Char('a'), QStringLiteral("word "));
    m_pane->show(event);
    auto *title = part<views::TextBlock>("title");
    QTRY_VERIFY(title->toPlainText().endsWith(QChar(0x2026)));
    QVERIFY(title->height() <= 3 * title->fontMetrics().lineSpacing() + 2);
    QVERIFY(title->toolTip().contains(event.event.title.trimmed()));
    m_pane->resize(1800, 700);
    QTRY_COMPARE(title->toPlainText(), event.event.title);
    copyAction(1)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), event.event.title);
}

} // namespace

QTEST_MAIN(DetailPaneTest)
#include "detailpanetest.moc"
