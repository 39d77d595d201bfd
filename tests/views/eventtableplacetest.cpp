// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at stays where it is, whatever arrives.
#include "showntable.h"
#include "views/desktop/theme.h"

#include <QSignalSpy>

using models::EventsModel;

namespace {

class EventTablePlaceTest : public QObject
{
    Q_OBJECT
private slots:
    void followsAtTheTop();
    void staysWhenScrolledAway();
    void staysWithASelection();
    void pillBringsBack();
    void pillVanishesAtTheTop();
    void olderRowsAreNoNews();
    void resetKeepsSelectionAndPlace();
    void resetWithoutTheSelectedOneSaysSo();
    void aNewQuestionBeginsAtTheTop();

private:
    views::Theme m_theme;
};

void EventTablePlaceTest::followsAtTheTop()
{
    ShownTable shown;
    QCOMPARE(shown.top(), 0);
    shown.arrive(5);
    QCOMPARE(shown.model.rowCount(), 305);
    QCOMPARE(shown.top(), 0);
    QCOMPARE(shown.table.idAt(0), shown.samples.lastId());
    QVERIFY(!shown.pill()->isVisible());
}

void EventTablePlaceTest::staysWhenScrolledAway()
{
    ShownTable shown;
    shown.table.verticalScrollBar()->setValue(40);
    const qint64 before = shown.topId();
    const int y = shown.table.rowViewportPosition(40);
    for (int batch = 0; batch < 10; ++batch)
        shown.arrive(37, batch == 0 ? 2 : 0);
    QCOMPARE(shown.topId(), before);
    QCOMPARE(shown.top(), 40 + 370);
    QCOMPARE(shown.table.rowViewportPosition(shown.top()), y);
    QVERIFY(shown.pill()->isVisible());
    QCOMPARE(shown.pill()->text(), QStringLiteral("370 new · 2 urgent ↑"));
}

void EventTablePlaceTest::staysWithASelection()
{
    ShownTable shown;
    shown.table.selectRow(2);
    const qint64 selected = shown.table.selectedId();
    const qint64 top = shown.topId();
    QSignalSpy announced(&shown.table, &views::EventTable::eventSelected);
    shown.arrive(37);
    QCOMPARE(shown.topId(), top);
    QCOMPARE(shown.table.selectedId(), selected);
    QCOMPARE(shown.table.currentIndex().row(), 39);
    QCOMPARE(shown.table.selectionModel()->selectedRows().size(), 1);
    QVERIFY(announced.isEmpty());
    QCOMPARE(shown.pill()->text(), QStringLiteral("37 new ↑"));
}

void EventTablePlaceTest::pillBringsBack()
{
    ShownTable shown;
    shown.table.selectRow(2);
    shown.arrive(3);
    QVERIFY(shown.pill()->isVisible());
    QSignalSpy followed(&shown.table, &views::EventTable::followRequested);
    QTest::mouseClick(shown.pill(), Qt::LeftButton);
    QCOMPARE(followed.size(), 1);
    QCOMPARE(shown.top(), 0);
    QCOMPARE(shown.table.selectedId(), 0);
    QVERIFY(!shown.pill()->isVisible());
    shown.arrive(3);
    QCOMPARE(shown.top(), 0);
    QVERIFY(!shown.pill()->isVisible());
}

void EventTablePlaceTest::pillVanishesAtTheTop()
{
    ShownTable shown;
    shown.table.verticalScrollBar()->setValue(40);
    shown.arrive(3);
    QVERIFY(shown.pill()->isVisible());
    shown.table.scrollToTop();
    QVERIFY(!shown.pill()->isVisible());
}

void EventTablePlaceTest::olderRowsAreNoNews()
{
    ShownTable shown(false);
    // Ids below all others: loaded from the store after the newest ones.
    models::EventBatch older = shown.samples.realistic(50);
    models::EventBatch newest = shown.samples.realistic(300);
    newest.terms.insert(newest.terms.end(), older.terms.begin(), older.terms.end());
    older.terms.clear();
    shown.index.append(newest);
    shown.settle();
    shown.table.settleLayout();
    shown.table.verticalScrollBar()->setValue(40);
    const qint64 before = shown.topId();
    for (models::EventRow &row : older.rows)
        row.received -= 1000LL * 24 * 3600 * 1000;
    std::reverse(older.rows.begin(), older.rows.end());
    older.kind = models::EventBatch::Kind::Older;
    older.repeats.clear();
    shown.index.append(older);
    QCOMPARE(shown.model.rowCount(), 350);
    QCOMPARE(shown.topId(), before);
    QVERIFY(!shown.pill()->isVisible());
}

void EventTablePlaceTest::resetKeepsSelectionAndPlace()
{
    ShownTable shown;
    shown.table.verticalScrollBar()->setValue(100);
    shown.table.selectionModel()->select(
            QItemSelection(shown.model.index(105, 0),
                           shown.model.index(107, EventsModel::ColumnCount - 1)),
            QItemSelectionModel::ClearAndSelect);
    shown.table.selectionModel()->setCurrentIndex(shown.model.index(106, 0),
                                                  QItemSelectionModel::NoUpdate);
    const qint64 current = shown.table.selectedId();
    const qint64 top = shown.topId();
    QSignalSpy announced(&shown.table, &views::EventTable::eventSelected);
    QSignalSpy reset(&shown.model, &QAbstractItemModel::modelReset);
    shown.query.setOrder({ models::Order::Key::Received, false });
    shown.settle();
    QVERIFY(!reset.isEmpty());
    QCOMPARE(shown.table.selectedId(), current);
    QCOMPARE(shown.table.selectionModel()->selectedRows().size(), 3);
    QCOMPARE(shown.topId(), top);
    QVERIFY(announced.isEmpty());
}

void EventTablePlaceTest::resetWithoutTheSelectedOneSaysSo()
{
    ShownTable shown;
    shown.table.selectRow(2);
    QSignalSpy announced(&shown.table, &views::EventTable::eventSelected);
    shown.query.setFilter(
            *models::Filter::parse(QStringLiteral("title:nothing-is-called-so")).filter);
    shown.settle();
    QCOMPARE(shown.model.rowCount(), 0);
    QCOMPARE(announced.size(), 1);
    QCOMPARE(announced.first().first().toLongLong(), 0);
}

void EventTablePlaceTest::aNewQuestionBeginsAtTheTop()
{
    ShownTable shown;
    shown.table.verticalScrollBar()->setValue(100);
    shown.table.startOver();
    shown.query.setOrder({ models::Order::Key::Title, false });
    shown.settle();
    QCOMPARE(shown.top(), 0);
}

} // namespace

QTEST_MAIN(EventTablePlaceTest)
#include "eventtableplacetest.moc"
