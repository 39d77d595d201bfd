// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/detailfixture.h"
#include "views/detail/badge.h"
#include "views/detail/detailpane.h"
#include "views/detail/jsontextview.h"
#include "views/detail/textblock.h"

#include <QApplication>
#include <QClipboard>
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

class DetailTextsTest final : public PaneFixture
{
    Q_OBJECT
private slots:
    void init() { QVERIFY(openPane()); }
    void cleanup() { m_pane.reset(); }
    void copies();
    void copiesForTicketsAndChats();
    void copiesWhatIsShownLater();
    void comparesWithOneClick();
    void copyWithoutEventIsHarmless();
    void showsRawJson();
    void hostileTextsStayText();
    void longTextsAreBounded();
    void longTitleIsCutButKept();
};

void DetailTextsTest::copies()
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

void DetailTextsTest::copiesForTicketsAndChats()
{
    StoredEvent event = violation();
    event.event.title = QStringLiteral("{code} [x|https://evil.example] <!channel>");
    event.event.description = QStringLiteral("one\\ntwo *bold*");
    m_pane->show(event);
    const QClipboard *clipboard = QApplication::clipboard();
    copyAction(4)->trigger();
    const QString jira = clipboard->text();
    QVERIFY(jira.startsWith(
            QStringLiteral("h3. \\{code\\} \\[x\\|https:&#47;/evil.example\\] <\\!channel>")));
    QVERIFY(jira.contains(QStringLiteral("* *Severity:* Urgent\n")));
    QVERIFY(jira.contains(QStringLiteral("h4. What to do\nDeploy a new")));
    QVERIFY(jira.contains(QStringLiteral("h4. Description\none\ntwo \\*bold\\*")));
    QVERIFY(jira.endsWith(
            QStringLiteral("[Open in portal|%1]\n").arg(event.event.links.first().url)));
    copyAction(5)->trigger();
    const QString slack = clipboard->text();
    QVERIFY(slack.startsWith(QStringLiteral("{code} [x|https://evil.example] &lt;!channel&gt;\n")));
    QVERIFY(slack.contains(QStringLiteral("Severity: Urgent · ")));
    QVERIFY(slack.contains(QStringLiteral("\n> Deploy a new")));
    QVERIFY(slack.endsWith(QStringLiteral("|Open in portal>\n")));
    m_pane->setReceiver(QStringLiteral("http://127.0.0.1:9/webhook"));
    copyAction(6)->trigger();
    QVERIFY(clipboard->text().startsWith(
            QStringLiteral("curl --request POST 'http://127.0.0.1:9/webhook'")));
    QVERIFY(clipboard->text().contains(QStringLiteral("YOUR_TOKEN")));
    // A link that is never opened is not passed on either.
    event.event.links = { { Link::Kind::Subject, QStringLiteral("javascript:alert(1)") } };
    m_pane->show(event);
    for (const int action : { 4, 5 }) {
        copyAction(action)->trigger();
        QVERIFY(!clipboard->text().contains(QStringLiteral("javascript")));
    }
}

void DetailTextsTest::copiesWhatIsShownLater()
{
    StoredEvent first = violation();
    first.id = 7;
    StoredEvent second = violation();
    second.id = 8;
    second.event.body = "{\"second\":1}";
    m_pane->show(first);
    QSignalSpy spy(m_pane.get(), &DetailPane::copied);
    m_pane->copyEvent(8, views::CopyKind::Json);
    QCOMPARE(spy.size(), 0);
    m_pane->show(second);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("{\"second\":1}"));
    m_pane->show(second);
    QCOMPARE(spy.size(), 1);
    m_pane->copyEvent(9, views::CopyKind::Json); // another one was selected meanwhile
    m_pane->show(first);
    StoredEvent ninth = first;
    ninth.id = 9;
    m_pane->show(ninth);
    QCOMPARE(spy.size(), 1);
}

void DetailTextsTest::comparesWithOneClick()
{
    StoredEvent event = violation();
    event.id = 5;
    m_pane->show(event);
    QSignalSpy spy(m_pane.get(), &DetailPane::compareRequested);
    QTest::mouseClick(part<QPushButton>("compare"), Qt::LeftButton);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().toLongLong(), 5);
}

void DetailTextsTest::copyWithoutEventIsHarmless()
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

void DetailTextsTest::showsRawJson()
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

void DetailTextsTest::hostileTextsStayText()
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

void DetailTextsTest::longTextsAreBounded()
{
    const StoredEvent event = hostile();
    m_pane->show(event);
    QTest::qWait(1);
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

void DetailTextsTest::longTitleIsCutButKept()
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

QTEST_MAIN(DetailTextsTest)
#include "detailtextstest.moc"
