// SPDX-License-Identifier: GPL-3.0-or-later
#include "showntable.h"
#include "views/desktop/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

namespace {

using models::EventsModel;

class EventTable : public QObject
{
    Q_OBJECT
private slots:
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

void EventTable::keysMove()
{
    ShownTable shown;
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
    ShownTable shown;
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
    ShownTable shown;
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
    ShownTable shown;
    QSignalSpy announced(&shown.table, &views::EventTable::eventSelected);
    const QRect cell = shown.table.visualRect(shown.model.index(3, EventsModel::Title));
    QTest::mouseClick(shown.table.viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(announced.size(), 1);
    QCOMPARE(announced.first().first().toLongLong(), shown.table.idAt(3));
}

void EventTable::doubleClickOpens()
{
    ShownTable shown;
    QSignalSpy opened(&shown.table, &views::EventTable::openRequested);
    const QPoint at = shown.table.visualRect(shown.model.index(3, EventsModel::Title)).center();
    QTest::mouseClick(shown.table.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(shown.table.viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toLongLong(), shown.table.idAt(3));
}

void EventTable::headerCyclesTheOrder()
{
    ShownTable shown;
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
    ShownTable shown;
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
    ShownTable other;
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
