// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/eventtable.h"
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/items/eventsmodel.h"
#include "sampleevents.h"
#include "views/desktop/theme.h"
#include "views/pages/eventcolumns.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/newrowspill.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace {

using models::EventsModel;

/// A shown table over an index with 300 events.
struct Shown
{
    models::EventIndex index;
    models::EventQuery query { index };
    EventsModel model { index, query };
    SampleEvents samples;
    views::EventTable table;

    explicit Shown(bool filled = true)
    {
        table.showModel(model, [this](qint64 id) { return model.rowOf(id); });
        new views::EventColumns(table.columns(), model, query, &table);
        samples.goOnAfter(5000); // leaves room for older ones
        if (filled)
            index.append(samples.realistic(300));
        table.resize(1000, 600);
        table.show();
        (void)QTest::qWaitForWindowActive(&table);
        table.setFocus();
        settle();
    }

    void settle()
    {
        (void)QTest::qWaitFor([this] { return !query.busy(); });
    }
    int top() const { return table.verticalScrollBar()->value(); }
    qint64 topId() const { return table.idAt(top()); }
    views::NewRowsPill *pill() const { return table.findChild<views::NewRowsPill *>(); }
    void arrive(int count, int urgent = 0) { index.append(samples.arriving(count, urgent)); }
};

class EventTable : public QObject
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
    void keysMove();
    void keysAsk();
    void copies();
    void clickAnnouncesOnce();
    void doubleClickOpens();
    void headerCyclesTheOrder();
    void columnsFitAndAreRemembered();
    void survivesAnEmptyModel();

private:
    views::Theme m_theme;
};

void EventTable::followsAtTheTop()
{
    Shown shown;
    QCOMPARE(shown.top(), 0);
    shown.arrive(5);
    QCOMPARE(shown.model.rowCount(), 305);
    QCOMPARE(shown.top(), 0);
    QCOMPARE(shown.table.idAt(0), shown.samples.lastId());
    QVERIFY(!shown.pill()->isVisible());
}

void EventTable::staysWhenScrolledAway()
{
    Shown shown;
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

void EventTable::staysWithASelection()
{
    Shown shown;
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

void EventTable::pillBringsBack()
{
    Shown shown;
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

void EventTable::pillVanishesAtTheTop()
{
    Shown shown;
    shown.table.verticalScrollBar()->setValue(40);
    shown.arrive(3);
    QVERIFY(shown.pill()->isVisible());
    shown.table.scrollToTop();
    QVERIFY(!shown.pill()->isVisible());
}

void EventTable::olderRowsAreNoNews()
{
    Shown shown(false);
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

void EventTable::resetKeepsSelectionAndPlace()
{
    Shown shown;
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

void EventTable::resetWithoutTheSelectedOneSaysSo()
{
    Shown shown;
    shown.table.selectRow(2);
    QSignalSpy announced(&shown.table, &views::EventTable::eventSelected);
    shown.query.setFilter(
            *models::Filter::parse(QStringLiteral("title:nothing-is-called-so")).filter);
    shown.settle();
    QCOMPARE(shown.model.rowCount(), 0);
    QCOMPARE(announced.size(), 1);
    QCOMPARE(announced.first().first().toLongLong(), 0);
}

void EventTable::aNewQuestionBeginsAtTheTop()
{
    Shown shown;
    shown.table.verticalScrollBar()->setValue(100);
    shown.table.startOver();
    shown.query.setOrder({ models::Order::Key::Title, false });
    shown.settle();
    QCOMPARE(shown.top(), 0);
}

void EventTable::keysMove()
{
    Shown shown;
    const auto press = [&shown](Qt::Key key) { QTest::keyClick(&shown.table, key); };
    press(Qt::Key_J);
    QCOMPARE(shown.table.selectedId(), shown.table.idAt(0));
    press(Qt::Key_J);
    press(Qt::Key_Down);
    QCOMPARE(shown.table.selectedId(), shown.table.idAt(2));
    press(Qt::Key_K);
    press(Qt::Key_Up);
    QCOMPARE(shown.table.selectedId(), shown.table.idAt(0));
    press(Qt::Key_K);
    QCOMPARE(shown.table.selectedId(), shown.table.idAt(0));
    press(Qt::Key_End);
    QCOMPARE(shown.table.selectedId(), shown.table.idAt(299));
    press(Qt::Key_J);
    QCOMPARE(shown.table.selectedId(), shown.table.idAt(299));
    press(Qt::Key_Home);
    QCOMPARE(shown.table.selectedId(), shown.table.idAt(0));
    press(Qt::Key_C); // letters do not jump
    QCOMPARE(shown.table.selectedId(), shown.table.idAt(0));
}

void EventTable::keysAsk()
{
    Shown shown;
    QSignalSpy opened(&shown.table, &views::EventTable::openRequested);
    QSignalSpy search(&shown.table, &views::EventTable::searchRequested);
    QSignalSpy escape(&shown.table, &views::EventTable::escapeRequested);
    QTest::keyClick(&shown.table, Qt::Key_Return);
    QVERIFY(opened.isEmpty()); // nothing is selected
    shown.table.selectRow(4);
    QTest::keyClick(&shown.table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toLongLong(), shown.table.idAt(4));
    QTest::keyClick(&shown.table, '/');
    QCOMPARE(search.size(), 1);
    QTest::keyClick(&shown.table, Qt::Key_Escape);
    QCOMPARE(escape.size(), 1);
}

void EventTable::copies()
{
    Shown shown;
    shown.index.append(shown.samples.one({ .title = QStringLiteral("a\tb\n=1+1") }));
    shown.table.selectRow(0);
    shown.table.selectionModel()->select(shown.model.index(1, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(&shown.table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    const int columns = shown.table.columns().count() - shown.table.columns().hiddenSectionCount();
    QCOMPARE(lines.first().count(u'\t'), columns - 1);
    QVERIFY(lines.first().contains(QStringLiteral("Important")));
    QVERIFY(lines.first().contains(QStringLiteral("gumtree.com.au")));
}

void EventTable::clickAnnouncesOnce()
{
    Shown shown;
    QSignalSpy announced(&shown.table, &views::EventTable::eventSelected);
    const QRect cell = shown.table.visualRect(shown.model.index(3, EventsModel::Title));
    QTest::mouseClick(shown.table.viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(announced.size(), 1);
    QCOMPARE(announced.first().first().toLongLong(), shown.table.idAt(3));
}

void EventTable::doubleClickOpens()
{
    Shown shown;
    QSignalSpy opened(&shown.table, &views::EventTable::openRequested);
    const QPoint at = shown.table.visualRect(shown.model.index(3, EventsModel::Title)).center();
    QTest::mouseClick(shown.table.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(shown.table.viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toLongLong(), shown.table.idAt(3));
}

void EventTable::headerCyclesTheOrder()
{
    Shown shown;
    views::ColumnHeader &header = shown.table.columns();
    QSignalSpy sorted(&header, &views::ColumnHeader::sortRequested);
    const auto click = [&header](int column) {
        const QPoint at(header.sectionViewportPosition(column) + header.sectionSize(column) / 2,
                        header.height() / 2);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, at);
    };
    click(EventsModel::Severity);
    const auto asked = [&sorted] {
        const auto keys = sorted.takeLast().at(0).value<QList<views::SortKey>>();
        return keys.isEmpty() ? QPair(-1, Qt::DescendingOrder)
                              : QPair(keys.first().column, keys.first().order);
    };
    QCOMPARE(asked(), QPair(int(EventsModel::Severity), Qt::DescendingOrder));
    click(EventsModel::Severity);
    QCOMPARE(asked(), QPair(int(EventsModel::Severity), Qt::AscendingOrder));
    click(EventsModel::Severity);
    QCOMPARE(asked().first, -1);
    click(EventsModel::Title);
    QCOMPARE(asked(), QPair(int(EventsModel::Title), Qt::AscendingOrder));
    QCOMPARE(header.sortIndicatorSection(), int(EventsModel::Title));
}

void EventTable::columnsFitAndAreRemembered()
{
    Shown shown;
    views::ColumnHeader &header = shown.table.columns();
    QVERIFY(header.isSectionHidden(EventsModel::Received));
    const auto used = [&header] { return header.length(); };
    shown.table.resize(1600, 600);
    QTRY_COMPARE(used(), shown.table.viewport()->width());
    QVERIFY(!header.isSectionHidden(EventsModel::Type));
    QVERIFY(header.sectionSize(EventsModel::Title) > header.sectionSize(EventsModel::Asset));
    shown.table.resize(720, 600);
    QTRY_VERIFY(header.isSectionHidden(EventsModel::Type));
    QVERIFY(!header.isSectionHidden(EventsModel::Title));
    shown.table.resize(1600, 600);
    QTRY_VERIFY(!header.isSectionHidden(EventsModel::Type));

    header.resizeSection(EventsModel::Asset, 222); // as a drag does
    header.moveSection(header.visualIndex(EventsModel::Title), 1);
    const QByteArray state = header.saveColumns();
    Shown other;
    other.table.resize(1600, 600);
    QVERIFY(other.table.columns().restoreColumns(state));
    QCOMPARE(other.table.columns().sectionSize(EventsModel::Asset), 222);
    QCOMPARE(other.table.columns().visualIndex(EventsModel::Title), 1);
    QVERIFY(!other.table.columns().restoreColumns(QByteArray("nonsense")));
    QVERIFY(!other.table.columns().restoreColumns(state.chopped(3)));
    QVERIFY(!other.table.columns().restoreColumns({}));
    QCOMPARE(other.table.columns().visualIndex(EventsModel::Title), 1);
}

void EventTable::survivesAnEmptyModel()
{
    models::EventIndex index;
    models::EventQuery query(index);
    EventsModel model(index, query);
    views::EventTable table;
    table.showModel(model, [&model](qint64 id) { return model.rowOf(id); });
    for (const Qt::Key key : { Qt::Key_J, Qt::Key_K, Qt::Key_Home, Qt::Key_End, Qt::Key_Return })
        QTest::keyClick(&table, key);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(table.selectedId(), 0);
    QCOMPARE(table.idAt(0), 0);
}

} // namespace

QTEST_MAIN(EventTable)
#include "eventtabletest.moc"
