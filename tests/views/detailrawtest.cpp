// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/detailfixture.h"
#include "views/detail/jsontextview.h"
#include "views/detail/jsontreeview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace models;
using views::DetailPane;

namespace {

class DetailRawTest final : public PaneFixture
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_pane.reset(); }
    void searchesTheText();
    void searchesTheTree();
    void searchStaysForTheNextEvent();
    void thePathUnderTheCursorIsShownAndCopied();
    void valuesOfTheTreeHaveTheirMenu();
    void whatIsCutOffIsSaid();
    void headersComeWhenLookedAt();

private:
    QString matches() const { return part<QLabel>("raw.matches")->text(); }
    QString path() const { return part<QLabel>("raw.path")->text(); }
    void press(const char *name) { QTest::mouseClick(part<QAbstractButton>(name), Qt::LeftButton); }
    void type(const char *text)
    {
        auto *field = part<QLineEdit>("raw.search");
        field->clear();
        QTest::keyClicks(field, QString::fromLatin1(text));
    }

    StoredEvent m_event;
};

void DetailRawTest::init()
{
    QVERIFY(openPane());
    m_event = violation();
    m_event.id = 3;
    m_event.formatted = QStringLiteral("{\n  \"time\": 17,\n  \"event\": {\n"
                                       "    \"name\": \"Alpha\",\n    \"note\": \"alpha beta\",\n"
                                       "    \"links\": [\n      { \"url\": \"x\" }\n    ]\n  }\n}");
    m_pane->show(m_event);
    part<QTabWidget>("tabs")->setCurrentIndex(1);
}

void DetailRawTest::searchesTheText()
{
    auto *field = part<QLineEdit>("raw.search");
    auto *raw = part<QPlainTextEdit>("raw");
    raw->setFocus();
    QTest::keyClick(raw, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(field->hasFocus());
    QCOMPARE(matches(), QString());
    type("alpha");
    QCOMPARE(matches(), QStringLiteral("1 of 2"));
    QCOMPARE(raw->textCursor().selectedText(), QStringLiteral("Alpha"));
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(matches(), QStringLiteral("2 of 2"));
    QCOMPARE(raw->textCursor().selectedText(), QStringLiteral("alpha"));
    QCOMPARE(path(), QStringLiteral("event.note"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(matches(), QStringLiteral("1 of 2"));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(matches(), QStringLiteral("2 of 2"));
    press("raw.next");
    QCOMPARE(matches(), QStringLiteral("1 of 2"));
    press("raw.previous");
    QCOMPARE(matches(), QStringLiteral("2 of 2"));
    type("nowhere");
    QCOMPARE(matches(), QStringLiteral("no match"));
    QVERIFY(!part("raw.next")->isEnabled());
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(matches(), QString());
    QVERIFY(raw->extraSelections().isEmpty());
}

void DetailRawTest::searchesTheTree()
{
    press("raw.asTree");
    auto *tree = part<views::JsonTreeView>("raw.tree");
    QVERIFY(tree->isVisible());
    QCOMPARE(tree->indexAt(QPoint(2, 2)).data().toString(), QStringLiteral("time"));
    type("url");
    QCOMPARE(matches(), QStringLiteral("1 of 1"));
    QCOMPARE(path(), QStringLiteral("event.links.url"));
    QVERIFY(tree->isExpanded(tree->currentIndex().parent()));
    type("alpha");
    QCOMPARE(matches(), QStringLiteral("1 of 2"));
    press("raw.next");
    QCOMPARE(path(), QStringLiteral("event.note"));
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("alpha beta"));
    press("raw.asText"); // the search goes on there
    QCOMPARE(matches().right(5), QStringLiteral(" of 2"));
}

void DetailRawTest::searchStaysForTheNextEvent()
{
    type("alpha");
    StoredEvent next = m_event;
    next.id = 4;
    next.formatted = QStringLiteral("{ \"other\": \"alpha\" }");
    m_pane->show(next);
    QCOMPARE(matches(), QStringLiteral("1 of 1"));
    press("raw.asTree");
    QCOMPARE(matches(), QStringLiteral("1 of 1"));
    m_pane->show(m_event);
    QCOMPARE(matches(), QStringLiteral("1 of 2"));
}

void DetailRawTest::thePathUnderTheCursorIsShownAndCopied()
{
    auto *raw = part<QPlainTextEdit>("raw");
    QVERIFY(!part("raw.copyPath")->isEnabled());
    QTextCursor cursor = raw->textCursor();
    cursor.setPosition(int(m_event.formatted.indexOf(QStringLiteral("\"url\""))) + 1);
    raw->setTextCursor(cursor);
    QCOMPARE(path(), QStringLiteral("event.links.url"));
    QSignalSpy copied(m_pane.get(), &DetailPane::copied);
    press("raw.copyPath");
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("event.links.url"));
    QCOMPARE(copied.size(), 1);
}

void DetailRawTest::valuesOfTheTreeHaveTheirMenu()
{
    press("raw.asTree");
    auto *tree = part<views::JsonTreeView>("raw.tree");
    QSignalSpy menus(m_pane.get(), &DetailPane::valueMenuRequested);
    const QModelIndex top = tree->model()->index(0, 0);
    const QModelIndex event = tree->model()->index(1, 0, top);
    const auto ask = [tree](const QModelIndex &index) {
        const QPoint at = tree->visualRect(index).center();
        QContextMenuEvent menu(QContextMenuEvent::Mouse, at, tree->viewport()->mapToGlobal(at));
        QApplication::sendEvent(tree->viewport(), &menu);
    };
    ask(event);
    QCOMPARE(menus.size(), 0); // an object is no value
    ask(tree->model()->index(0, 1, event));
    QCOMPARE(menus.size(), 1);
    const auto value = menus.first().first().value<ValueRef>();
    QCOMPARE(value.field.path, QStringLiteral("event.name"));
    QCOMPARE(value.text, QStringLiteral("Alpha"));
}

void DetailRawTest::whatIsCutOffIsSaid()
{
    QVERIFY(!part("raw.cut")->isVisible());
    StoredEvent large = m_event;
    large.id = 9;
    large.formatted = QStringLiteral("{ \"a\": 1, \"b\": \"cut o");
    m_pane->show(large);
    press("raw.asTree");
    QVERIFY(part("raw.cut")->isVisible());
    const auto *tree = part<views::JsonTreeView>("raw.tree");
    QCOMPARE(tree->model()->rowCount(tree->rootIndex()), 1); // what was read whole
    m_pane->show(m_event);
    QVERIFY(!part("raw.cut")->isVisible());
}

void DetailRawTest::headersComeWhenLookedAt()
{
    QSignalSpy asked(m_pane.get(), &DetailPane::headRequested);
    auto *head = part<QPlainTextEdit>("raw.head");
    m_pane->show(m_event);
    QCOMPARE(asked.size(), 0);
    press("raw.asHead");
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toLongLong(), 3);
    QVERIFY(!part("raw.search")->isVisible());
    m_pane->showHead(4, "POST /other"); // an answer for another event
    QVERIFY(!head->toPlainText().contains(QStringLiteral("other")));
    m_pane->showHead(3, "POST /webhook HTTP/1.1\nauthorization: Bearer \xe2\x80\xa6");
    QVERIFY(head->toPlainText().startsWith(QStringLiteral("POST /webhook HTTP/1.1\n")));
    m_pane->show(m_event); // a repeat: nothing is asked for again
    QCOMPARE(asked.size(), 1);
    StoredEvent next = m_event;
    next.id = 4;
    m_pane->show(next);
    QCOMPARE(asked.size(), 2);
    m_pane->showHead(4, {});
    QVERIFY(head->toPlainText().contains(QStringLiteral("No headers are kept")));
}

} // namespace

QTEST_MAIN(DetailRawTest)
#include "detailrawtest.moc"
