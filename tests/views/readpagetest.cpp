// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownviews.h"

#include <chrono>

using namespace std::chrono_literals;
using models::ActKind;
using models::EventsModel;

namespace {

/// Read and unread on the page: what is looked at, what is marked, what stays in sight.
class ReadPage final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsLookedAtBecomesRead();
    void whoLeavesEarlierHasNotReadIt();
    void onlyTheActiveWindowReads();
    void keyTogglesTheSelection();
    void allThatMatchAreMarked();
    void nothingVanishesWhileItIsRead();
    void markingAllAsksAnew();
    void theMenuOfAViewMarksIt();
    void rowsSayThatTheyAreUnread();

private:
    views::Theme m_theme;
};

qint64 idAt(const ShownViews &shown, int row)
{
    return shown.shown.model.idAt(row);
}

void ReadPage::whatIsLookedAtBecomesRead()
{
    ShownViews shown(30, 0ms);
    QCOMPARE(shown.unread(), 30);
    shown.shown.table()->selectRow(3);
    QTRY_VERIFY(shown.isRead(idAt(shown, 3)));
    QCOMPARE(shown.unread(), 29);
    QCOMPARE(shown.journal.appended.size(), 1);
    QCOMPARE(shown.journal.appended[0].kind, ActKind::Read);
    QVERIFY(shown.said().isEmpty()); // this is no news
}

void ReadPage::whoLeavesEarlierHasNotReadIt()
{
    ShownViews shown(30);
    const views::ReadWatcher &watcher = shown.parts->watcher();
    shown.shown.table()->selectRow(3);
    QCOMPARE(watcher.watched(), idAt(shown, 3));
    shown.shown.table()->selectRow(4);
    QCOMPARE(watcher.watched(), idAt(shown, 4));
    shown.shown.table()->clearSelection();
    shown.shown.table()->setCurrentIndex({});
    QCOMPARE(watcher.watched(), 0);
    shown.shown.table()->selectRow(5);
    shown.shown.page.hide();
    QCOMPARE(watcher.watched(), 0);
    shown.shown.page.show();
    shown.shown.page.activateWindow();
    (void)QTest::qWaitForWindowActive(&shown.shown.page);
    QTRY_COMPARE(watcher.watched(), idAt(shown, 5)); // looked at again, from the beginning
    QCOMPARE(shown.unread(), 30);
}

void ReadPage::onlyTheActiveWindowReads()
{
    ShownViews shown(30);
    const views::ReadWatcher &watcher = shown.parts->watcher();
    shown.shown.table()->selectRow(3);
    QVERIFY(watcher.watched() != 0);
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QTRY_COMPARE(watcher.watched(), 0);
    shown.shown.table()->selectRow(4);
    QCOMPARE(watcher.watched(), 0);
    shown.shown.page.activateWindow();
    QTRY_COMPARE(watcher.watched(), idAt(shown, 4));
}

void ReadPage::keyTogglesTheSelection()
{
    ShownViews shown(30);
    shown.shown.table()->setFocus();
    shown.shown.table()->selectRow(2);
    QTest::keyClick(shown.shown.table(), Qt::Key_U);
    QVERIFY(shown.isRead(idAt(shown, 2)));
    QTest::keyClick(shown.shown.table(), Qt::Key_U);
    QVERIFY(!shown.isRead(idAt(shown, 2)));
    QTest::keyClick(shown.shown.table(), Qt::Key_U);
    shown.shown.table()->selectAll(); // one of them read: all of them become so
    QTest::keyClick(shown.shown.table(), Qt::Key_U);
    QCOMPARE(shown.unread(), 0);
    QVERIFY(shown.said().contains(QStringLiteral("29")));
    QTest::keyClick(shown.shown.table(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown.unread(), 29);
    QVERIFY(shown.isRead(idAt(shown, 2)));
}

void ReadPage::allThatMatchAreMarked()
{
    ShownViews shown(20'000); // more than any page of anything
    shown.shown.filter("is:open");
    shown.shown.settle();
    const int open = shown.shown.model.rowCount();
    QVERIFY(open > 1000 && open < 20'000);
    shown.shown.table()->selectRow(0);
    const QRect cell = shown.shown.table()->visualRect(shown.shown.model.index(0, 6));
    emit shown.shown.table()->customContextMenuRequested(cell.center());
    const QString all = QLocale().toString(open);
    QVERIFY(ShownViews::pick(QStringLiteral("Mark all %1 shown read").arg(all)));
    QCOMPARE(shown.unread(), 20'000 - open);
    QCOMPARE(shown.journal.appended.size(), 1); // one act, not thousands
    shown.parts->undo().undo();
    QCOMPARE(shown.unread(), 20'000);
}

void ReadPage::nothingVanishesWhileItIsRead()
{
    ShownViews shown(30, 0ms);
    shown.choose(0); // the inbox
    QCOMPARE(shown.shown.model.rowCount(), 30);
    const qint64 id = idAt(shown, 3);
    shown.shown.table()->selectRow(3);
    QTRY_VERIFY(shown.isRead(id));
    shown.shown.settle();
    QCOMPARE(idAt(shown, 3), id); // still there, where it was
    QCOMPARE(shown.shown.table()->selectedId(), id);
    shown.shown.query.setOrder({ models::Order::Key::Title, false });
    shown.shown.settle();
    QCOMPARE(shown.shown.model.rowCount(), 30);
    shown.shown.index.append(shown.shown.samples.arriving(2, 1));
    shown.shown.settle();
    QCOMPARE(shown.shown.model.rowCount(), 32); // what arrives is unread
    shown.choose(0); // asked anew
    QTRY_COMPARE(shown.shown.model.rowCount(), 31);
    QCOMPARE(shown.shown.model.rowOf(id), -1);
}

void ReadPage::markingAllAsksAnew()
{
    ShownViews shown(30);
    shown.choose(0);
    QTest::keyClick(shown.shown.table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(shown.shown.table(), Qt::Key_U);
    shown.shown.settle();
    QCOMPARE(shown.shown.model.rowCount(), 30); // marked by hand they stay, to be seen
    shown.parts->undo().undo();
    QCOMPARE(shown.unread(), 30);
    shown.shown.table()->selectRow(0);
    emit shown.shown.table()->customContextMenuRequested(
            shown.shown.table()->visualRect(shown.shown.model.index(0, 6)).center());
    QVERIFY(ShownViews::pick(QStringLiteral("Mark all 30 shown read")));
    QTRY_COMPARE(shown.shown.model.rowCount(), 0); // the inbox is empty
    shown.parts->undo().undo();
    QTRY_COMPARE(shown.shown.model.rowCount(), 30);
}

void ReadPage::theMenuOfAViewMarksIt()
{
    ShownViews shown(300);
    shown.choose(1); // urgent and open
    const int urgent = shown.shown.model.rowCount();
    QVERIFY(urgent > 0);
    shown.shown.filter("");
    shown.shown.settle();
    shown.list()->setCurrentIndex(shown.views.index(1));
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(shown.list(), &byKey);
    QVERIFY(ShownViews::pick(QStringLiteral("Mark all read")));
    QTRY_COMPARE(shown.unread(), 300 - urgent);
    QCOMPARE(shown.session().activeRow(), 1);
}

void ReadPage::rowsSayThatTheyAreUnread()
{
    ShownViews shown(30);
    const QModelIndex title = shown.shown.model.index(0, EventsModel::Title);
    QVERIFY(title.data(EventsModel::UnreadRole).toBool());
    QVERIFY(title.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("unread")));
    const QImage before = shown.shown.table()->viewport()->grab().toImage();
    shown.shown.table()->setFocus();
    shown.shown.table()->selectRow(5);
    QSignalSpy changed(&shown.shown.model, &QAbstractItemModel::dataChanged);
    shown.shown.table()->selectAll();
    QTest::keyClick(shown.shown.table(), Qt::Key_U);
    QVERIFY(!changed.isEmpty());
    shown.shown.table()->clearSelection();
    QVERIFY(!title.data(EventsModel::UnreadRole).toBool());
    QVERIFY(!title.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("unread")));
    QVERIFY(shown.shown.table()->viewport()->grab().toImage() != before);
}

} // namespace

QTEST_MAIN(ReadPage)
#include "readpagetest.moc"
