// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/assetspage.h"
#include "models/index/filter.h"
#include "models/items/assetsmodel.h"
#include "models/items/facetlist.h"
#include "shownboard.h"
#include "views/widgets/newrowspill.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using models::AssetsModel;
using Shown = ShownBoard<views::AssetsPage>;

namespace {

class TestAssetsPage final : public QObject
{
    Q_OBJECT

private slots:
    void readsWhenItIsShown();
    void showsEveryAsset();
    void arrivalsMoveIntoPlace();
    void facetsNarrow();
    void searchesWhileTyping();
    void tellsWhatIsOpen();
    void leadsToIssuesAndEvents();
    void copiesAValue();
    void keysMoveOpenAndLeave();
};

/// The assets of the board with something open.
int withOpen(const Shown &shown)
{
    int count = 0;
    for (const models::Asset &asset : tests::assetsOf(shown.keeper.boards().assets()))
        count += asset.openIssues > 0 ? 1 : 0;
    return count;
}

void TestAssetsPage::readsWhenItIsShown()
{
    Shown shown(0);
    QCOMPARE(shown.source.starts, 1);
    QVERIFY(shown.empty()->isVisible());
    QCOMPARE(shown.empty()->title(), QStringLiteral("Working out the assets"));
    emit shown.source.failed(QStringLiteral("The disk is gone"));
    QCOMPARE(shown.empty()->title(), QStringLiteral("The events cannot be read"));
    shown.source.feed({});
    QCOMPARE(shown.empty()->title(), QStringLiteral("No asset yet"));
    shown.feed(shown.stream.make(100));
    QVERIFY(shown.table()->isVisible());
    models::EventIndex index;
    const views::AssetsPage hidden({ shown.source, shown.keeper, index });
    QCOMPARE(shown.source.starts, 1);
}

void TestAssetsPage::showsEveryAsset()
{
    const Shown shown;
    const QAbstractItemModelTester tester(shown.table()->model());
    QVERIFY(shown.rows() > 5);
    QCOMPARE(shown.rows(), int(shown.keeper.boards().assets().size()));
    QVERIFY2(shown.count().contains(QStringLiteral("Seen since")), qPrintable(shown.count()));
    const auto open = [&shown](int row) { return shown.cell(row, AssetsModel::OpenAll).toInt(); };
    QVERIFY(open(0) > 0);
    for (int row = 1; row < shown.rows(); ++row)
        QVERIFY(open(row - 1) >= open(row)); // most first
}

void TestAssetsPage::arrivalsMoveIntoPlace()
{
    Shown shown;
    const QAbstractItemModelTester tester(shown.table()->model());
    const int before = shown.rows();
    shown.table()->selectRow(0);
    const QString selected = shown.cell(0, AssetsModel::Id);
    models::EventRow row;
    row.id = 5000;
    row.received = row.time = 1'800'000'000'000;
    row.family = models::Family::Asset;
    row.assetId = shown.stream.term(QStringLiteral("brand-new"));
    row.asset = shown.stream.term(QStringLiteral("new.example.com"));
    models::EventBatch batch = shown.stream.batch({});
    batch.rows.push_back(row);
    shown.feed(batch);
    QCOMPARE(shown.rows(), before + 1);
    QVERIFY(shown.rowWith(AssetsModel::Name, QStringLiteral("new.example.com")) >= 0);
    QVERIFY(shown.count().contains(QString::number(before + 1)));
    QVERIFY(!shown.table()->findChild<views::NewRowsPill *>()->isVisible());
    QCOMPARE(shown.cell(shown.table()->currentIndex().row(), AssetsModel::Id), selected);
}

void TestAssetsPage::facetsNarrow()
{
    const Shown shown;
    QAbstractItemModel *open = shown.facet(0);
    QTRY_COMPARE(open->rowCount(), 1);
    QVERIFY(open->setData(open->index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(shown.rows(), withOpen(shown));
    QVERIFY(shown.rows() < int(shown.keeper.boards().assets().size()));
    QVERIFY(open->setData(open->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QAbstractItemModel *types = shown.facet(2);
    QTRY_VERIFY(types->rowCount() > 1);
    QVERIFY(types->setData(types->index(1, 0), Qt::Checked, Qt::CheckStateRole));
    const QString type = types->index(1, 0).data().toString();
    QCOMPARE(shown.rows(), types->index(1, 0).data(models::FacetList::MatchingRole).toInt());
    for (int row = 0; row < shown.rows(); ++row)
        QCOMPARE(shown.cell(row, AssetsModel::Type), type);
}

void TestAssetsPage::searchesWhileTyping()
{
    const Shown shown;
    auto *search = shown.child<QLineEdit>(QStringLiteral("search"));
    QTest::keyClicks(search, shown.cell(2, AssetsModel::Name).toUpper());
    QTRY_VERIFY(shown.rows() < int(shown.keeper.boards().assets().size()));
    QVERIFY(shown.rows() > 0);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("no such words anywhere"));
    QTRY_COMPARE(shown.rows(), 0);
    QVERIFY(shown.empty()->isVisible());
    QCOMPARE(shown.empty()->title(), QStringLiteral("No asset matches"));
    emit shown.empty()->actionRequested();
    QCOMPARE(shown.rows(), int(shown.keeper.boards().assets().size()));
    QVERIFY(search->text().isEmpty());
}

void TestAssetsPage::tellsWhatIsOpen()
{
    const Shown shown;
    shown.table()->selectRow(0);
    auto *lines = shown.child<QListView>(QStringLiteral("details.lines"));
    QVERIFY(lines->isVisible());
    QCOMPARE(lines->model()->rowCount(), shown.cell(0, AssetsModel::OpenAll).toInt());
    const QAbstractItemModelTester tester(lines->model());
    const QSignalSpy events(shown.page.get(), &views::BoardPage::eventRequested);
    emit lines->activated(lines->model()->index(0, 0));
    QCOMPARE(events.count(), 1);
    QVERIFY(events.at(0).at(0).toLongLong() > 0);
}

void TestAssetsPage::leadsToIssuesAndEvents()
{
    const Shown shown;
    shown.table()->selectRow(1);
    const QString name = shown.cell(1, AssetsModel::Name);
    const QSignalSpy issues(shown.page.get(), &views::AssetsPage::issuesRequested);
    const QSignalSpy events(shown.page.get(), &views::BoardPage::eventsRequested);
    shown.child<QPushButton>(QStringLiteral("details.issues"))->click();
    QCOMPARE(issues.size(), 1);
    const auto asset = issues.at(0).at(0).value<models::TermId>();
    const auto place = shown.keeper.boards().assets().placeOf(asset);
    QVERIFY(place);
    QCOMPARE(shown.index.text(shown.keeper.boards().assets().asset(*place).name), name);
    shown.child<QPushButton>(QStringLiteral("details.events"))->click();
    QCOMPARE(events.count(), 1);
    const QString filter = events.at(0).at(0).toString();
    QVERIFY2(models::Filter::parse(filter).filter, qPrintable(filter));
    QVERIFY(filter.startsWith(QStringLiteral("asset:")) && filter.contains(name));
}

void TestAssetsPage::copiesAValue()
{
    const Shown shown;
    shown.table()->selectRow(0);
    const QModelIndex index = shown.table()->model()->index(0, AssetsModel::Name);
    emit shown.table()->customContextMenuRequested(shown.table()->visualRect(index).center());
    auto *menu = shown.table()->findChild<QMenu *>();
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == QStringLiteral("Copy value"))
            action->trigger();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), index.data().toString());
    menu->close();
}

void TestAssetsPage::keysMoveOpenAndLeave()
{
    const Shown shown;
    shown.table()->selectRow(0);
    shown.press(Qt::Key_J);
    QCOMPARE(shown.table()->currentIndex().row(), 1);
    shown.press(Qt::Key_K);
    QCOMPARE(shown.table()->currentIndex().row(), 0);
    const QSignalSpy open(shown.page.get(), &views::AssetsPage::openRequested);
    shown.press(Qt::Key_O);
    QCOMPARE(open.count(), 1);
    QVERIFY(open.at(0).at(0).toLongLong() > 0);
    shown.press(Qt::Key_Slash);
    QVERIFY(shown.child<QLineEdit>(QStringLiteral("search"))->hasFocus());
    shown.press(Qt::Key_Escape);
    QCOMPARE(shown.table()->selectedId(), 0);
}

} // namespace

QTEST_MAIN(TestAssetsPage)
#include "assetspagetest.moc"
