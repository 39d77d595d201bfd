// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownviews.h"

#include "models/savedviews/viewtext.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>

using models::Order;
using models::SavedView;
using models::SavedViewList;

namespace {

/// Saved views beside the table, by key and mouse.
class SavedViewsPage final : public QObject
{
    Q_OBJECT

private slots:
    void digitsChooseAView();
    void digitsAreTypedIntoTextFields();
    void aClickChooses();
    void columnsBelongToTheView();
    void pathsAndWidthsBelongToTheView();
    void aChangeIsShownAndSaved();
    void revertAndSaveAsNew();
    void anEmptiedFilterLeavesTheView();
    void renamedByKey();
    void deletedAndUndone();
    void movedByKeys();
    void movedByDragging();
    void theMenuDoesIt();
    void textGoesOverTheClipboard();
    void hostileTextIsRefusedInWords();
    void refusedOpensTheOtherPage();
    void nothingBelowMoves();
    void everyoneCanUseIt();

private:
    views::Theme m_theme;
};

void SavedViewsPage::digitsChooseAView()
{
    ShownViews shown;
    shown.shown.table()->setFocus();
    QTest::keyClick(shown.shown.table(), Qt::Key_2);
    QCOMPARE(shown.session().activeRow(), 1);
    QCOMPARE(shown.shown.query.filter().text(), shown.views.at(1).filter);
    QCOMPARE(shown.shown.search()->text(), shown.views.at(1).filter);
    QTest::keyClick(shown.shown.table(), Qt::Key_3);
    QCOMPARE(shown.shown.query.order(), shown.views.at(2).order);
    QCOMPARE(shown.shown.query.order().key, Order::Key::Group);
    QTest::keyClick(shown.shown.table(), Qt::Key_9); // there is no ninth
    QCOMPARE(shown.session().activeRow(), 2);
}

void SavedViewsPage::digitsAreTypedIntoTextFields()
{
    ShownViews shown;
    shown.shown.search()->setFocus();
    QTest::keyClick(shown.shown.search(), Qt::Key_2);
    QCOMPARE(shown.shown.search()->text(), QStringLiteral("2"));
    QCOMPARE(shown.session().activeRow(), -1);
}

void SavedViewsPage::aClickChooses()
{
    ShownViews shown;
    const QRect row = shown.list()->visualRect(shown.views.index(1));
    QTest::mouseClick(shown.list()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(shown.session().activeRow(), 1);
    QCOMPARE(shown.shown.query.filter().text(), shown.views.at(1).filter);
}

void SavedViewsPage::columnsBelongToTheView()
{
    ShownViews shown;
    views::ColumnHeader &header = shown.shown.table()->columns();
    shown.choose(1);
    header.moveSection(header.visualIndex(models::EventsModel::Title), 0);
    QVERIFY(!shown.session().isModified()); // an arrangement needs no question
    shown.choose(3);
    QVERIFY(header.visualIndex(models::EventsModel::Title) != 0);
    shown.choose(1);
    QCOMPARE(header.visualIndex(models::EventsModel::Title), 0);
    QVERIFY(!shown.views.at(1).columns.isEmpty());
    QVERIFY(shown.views.at(3).columns.isEmpty());
}

void SavedViewsPage::pathsAndWidthsBelongToTheView()
{
    ShownViews shown;
    shown.choose(1);
    shown.shown.page.showAsColumn(QStringLiteral("data.id"));
    views::ColumnHeader &header = shown.shown.table()->columns();
    const int path = models::EventsModel::ColumnCount;
    header.resizeSection(path, 234);
    header.moveSection(header.visualIndex(path), 0);
    QVERIFY(!shown.session().isModified());
    shown.choose(3);
    QVERIFY(shown.shown.model.paths().isEmpty());
    QCOMPARE(models::TableLayout::columnsText(shown.views.at(1).columns).section(u' ', 0, 0),
             QStringLiteral("+.data.id:234"));
    shown.choose(1);
    QCOMPARE(shown.shown.model.paths(), QStringList { QStringLiteral("data.id") });
    QCOMPARE(header.visualIndex(path), 0);
    QCOMPARE(header.sectionSize(path), 234);
    QTest::keyClick(shown.shown.table(), Qt::Key_3); // what is gone with its view stays gone
    QVERIFY(shown.shown.model.paths().isEmpty());
}

void SavedViewsPage::aChangeIsShownAndSaved()
{
    ShownViews shown;
    auto *save = shown.shown.child<QToolButton>("eventsPage.saveView");
    shown.choose(1);
    QVERIFY(!shown.session().isModified() && !save->isVisible());
    shown.shown.filter("severity:urgent is:open group:\"EU Payments\"");
    QVERIFY(shown.session().isModified() && save->isVisible());
    QCOMPARE(shown.session().activeRow(), 1);
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(!shown.session().isModified() && !save->isVisible());
    QCOMPARE(shown.views.at(1).filter,
             QStringLiteral("severity:urgent is:open group:\"EU Payments\""));
    shown.shown.model.sort(models::EventsModel::Title, Qt::AscendingOrder);
    QVERIFY(shown.session().isModified());
    shown.shown.query.setOrder({});
    QVERIFY(!shown.session().isModified()); // what was changed back is not changed
}

void SavedViewsPage::revertAndSaveAsNew()
{
    ShownViews shown;
    shown.choose(1);
    const QString saved = shown.views.at(1).filter;
    shown.shown.filter("severity:urgent");
    QTest::mouseClick(shown.shown.child<QToolButton>("eventsPage.revertView"), Qt::LeftButton);
    QCOMPARE(shown.shown.query.filter().text(), saved);
    QVERIFY(!shown.session().isModified());

    shown.shown.filter("severity:urgent");
    QTest::mouseClick(shown.shown.child<QToolButton>("eventsPage.saveViewAsNew"), Qt::LeftButton);
    QCOMPARE(shown.views.rowCount(), 9);
    QCOMPARE(shown.session().activeRow(), 2);
    QCOMPARE(shown.views.at(2).filter, QStringLiteral("severity:urgent"));
    QCOMPARE(shown.views.at(2).name, QStringLiteral("Urgent open 2"));
    QCOMPARE(shown.views.at(1).filter, saved);
    auto *editor = shown.list()->findChild<QLineEdit *>();
    QVERIFY(editor); // it asks for a name at once
    QTest::keyClicks(editor, QStringLiteral("Mine"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(shown.views.at(2).name, QStringLiteral("Mine"));
}

void SavedViewsPage::anEmptiedFilterLeavesTheView()
{
    ShownViews shown;
    shown.choose(1);
    shown.shown.table()->setFocus();
    QTest::keyClick(shown.shown.table(), Qt::Key_Escape);
    QVERIFY(shown.shown.query.filter().isEmpty());
    QCOMPARE(shown.session().activeRow(), -1);
    QVERIFY(!shown.session().isModified());
}

void SavedViewsPage::renamedByKey()
{
    ShownViews shown;
    shown.list()->setFocus();
    shown.list()->setCurrentIndex(shown.views.index(1));
    QTest::keyClick(shown.list(), Qt::Key_F2);
    auto *editor = shown.list()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("4 <b>me</b>"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(shown.views.at(1).name, QStringLiteral("4 <b>me</b>"));
    QCOMPARE(shown.session().activeRow(), -1); // digits in an editor choose nothing
}

void SavedViewsPage::deletedAndUndone()
{
    ShownViews shown;
    shown.choose(2);
    const auto before = shown.views.entries();
    shown.list()->setFocus();
    shown.list()->setCurrentIndex(shown.views.index(2));
    QTest::keyClick(shown.list(), Qt::Key_Delete);
    QCOMPARE(shown.views.rowCount(), 7);
    QCOMPARE(shown.session().activeRow(), -1);
    QVERIFY(shown.said().contains(QStringLiteral("By asset group")));
    QTest::keyClick(shown.shown.table(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(shown.views.entries() == before);
    QVERIFY(shown.said().isEmpty());
    QTest::keyClick(shown.shown.table(), Qt::Key_Z, Qt::ControlModifier); // once only
    QVERIFY(shown.views.entries() == before);
}

void SavedViewsPage::movedByKeys()
{
    ShownViews shown;
    const QAbstractItemModelTester tester(&shown.views);
    shown.choose(0);
    shown.list()->setFocus();
    shown.list()->setCurrentIndex(shown.views.index(0));
    QTest::keyClick(shown.list(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(shown.list(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(shown.views.at(2).name, QStringLiteral("Inbox"));
    QCOMPARE(shown.session().activeRow(), 2);
    QTest::keyClick(shown.list(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(shown.views.at(1).name, QStringLiteral("Inbox"));
    QCOMPARE(shown.list()->currentIndex().row(), 1);
    QTest::keyClick(shown.list(), Qt::Key_Down);
    QTest::keyClick(shown.list(), Qt::Key_Return);
    QCOMPARE(shown.session().activeRow(), 2);
}

void SavedViewsPage::movedByDragging()
{
    ShownViews shown;
    const QAbstractItemModelTester tester(&shown.views);
    shown.choose(0);
    views::ViewList &list = *shown.list();
    QCOMPARE(list.dragDropMode(), QAbstractItemView::InternalMove);
    QCOMPARE(shown.views.supportedDropActions(), Qt::MoveAction);
    QVERIFY(shown.views.flags(shown.views.index(0)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!shown.views.flags(shown.views.index(0)).testFlag(Qt::ItemIsDropEnabled));
    QVERIFY(shown.views.flags({}).testFlag(Qt::ItemIsDropEnabled)); // between the rows
    // A list view that moves within itself asks for just this, before the row under the pointer.
    QVERIFY(shown.views.moveRow({}, 0, {}, 3));
    QCOMPARE(shown.views.rowCount(), 8);
    QCOMPARE(shown.views.at(2).name, QStringLiteral("Inbox"));
    QCOMPARE(shown.session().activeRow(), 2);
    QVERIFY(shown.views.moveRow({}, 2, {}, 8)); // below the last
    QCOMPARE(shown.session().activeRow(), 7);
    QCOMPARE(list.currentIndex().row(), 7);
}

void SavedViewsPage::theMenuDoesIt()
{
    ShownViews shown;
    shown.list()->setFocus();
    shown.list()->setCurrentIndex(shown.views.index(1));
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(shown.list(), &byKey);
    QVERIFY(ShownViews::pick(QStringLiteral("Duplicate")));
    QCOMPARE(shown.views.at(2).name, QStringLiteral("Urgent open 2"));
    QCOMPARE(shown.views.at(2).filter, shown.views.at(1).filter);
    QTest::mouseClick(shown.shown.child<QToolButton>("eventsPage.viewsMenu"), Qt::LeftButton);
    QVERIFY(ShownViews::pick(QStringLiteral("Restore the standard views")));
    QVERIFY(shown.views.views() == models::standardViews());
    shown.parts->undo().undo();
    QCOMPARE(shown.views.rowCount(), 9);
}

void SavedViewsPage::textGoesOverTheClipboard()
{
    ShownViews shown;
    const QList<SavedView> all = shown.views.views();
    QTest::mouseClick(shown.shown.child<QToolButton>("eventsPage.viewsMenu"), Qt::LeftButton);
    QVERIFY(ShownViews::pick(QStringLiteral("Copy all views as text")));
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(models::viewsFromText(text.toUtf8()).value().views == all);
    QTest::mouseClick(shown.shown.child<QToolButton>("eventsPage.viewsMenu"), Qt::LeftButton);
    QVERIFY(ShownViews::pick(QStringLiteral("Paste views")));
    QCOMPARE(shown.views.rowCount(), 16);
    QCOMPARE(shown.views.at(8).name, QStringLiteral("Inbox 2"));
    QCOMPARE(shown.said(), QStringLiteral("8 view(s) added"));
    shown.parts->undo().undo();
    QVERIFY(shown.views.views() == all);
}

void SavedViewsPage::hostileTextIsRefusedInWords()
{
    ShownViews shown;
    for (const QByteArray &text :
         { QByteArray("<html>"), QByteArray(models::longestViewsText + 1, 'x') }) {
        shown.parts->importText(text);
        QCOMPARE(shown.views.rowCount(), 8);
        QVERIFY(!shown.said().isEmpty());
    }
    shown.parts->importText(R"({"watchfloor-views": 1, "views": [{"name": "a", "filter": "x:(("},
                                {"name": "b\u202e\n<img>"}]})");
    QCOMPARE(shown.views.rowCount(), 9);
    QCOMPARE(shown.views.at(8).name, QStringLiteral("b <img>"));
    QVERIFY(shown.said().contains(QStringLiteral("“a”")));
}

void SavedViewsPage::refusedOpensTheOtherPage()
{
    ShownViews shown;
    shown.choose(1);
    QSignalSpy refused(shown.parts, &views::PageViews::refusedRequested);
    QTest::keyClick(shown.shown.table(), Qt::Key_8);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(shown.session().activeRow(), 1); // this page shows what it did
}

void SavedViewsPage::nothingBelowMoves()
{
    ShownViews shown;
    auto *facets = shown.shown.child<QWidget>("eventsPage.facets");
    shown.choose(1);
    const QPoint before = facets->mapTo(&shown.shown.page, QPoint());
    shown.shown.filter("severity:urgent");
    QTest::qWait(0);
    QCOMPARE(facets->mapTo(&shown.shown.page, QPoint()), before);
}

void SavedViewsPage::everyoneCanUseIt()
{
    ShownViews shown;
    shown.views.setCounts({ { shown.views.keyAt(0), { 4, 12 } } });
    QCOMPARE(shown.list()->accessibleName(), QStringLiteral("Saved views"));
    QCOMPARE(shown.views.index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Inbox, 4 unread, 12 open"));
    for (const char *name : { "eventsPage.saveView", "eventsPage.saveViewAsNew",
                              "eventsPage.revertView", "eventsPage.viewsMenu" }) {
        const auto *button = shown.shown.child<QToolButton>(name);
        QVERIFY2(button, name);
        QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
        QCOMPARE(button->focusPolicy(), Qt::TabFocus);
    }
}

} // namespace

QTEST_MAIN(SavedViewsPage)
#include "savedviewspagetest.moc"
