// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownpage.h"

namespace {

using Shown = ShownPage;

class Facets : public QObject
{
    Q_OBJECT
private slots:
    void facetClickFilters();
    void facetOnly();
    void facetDoubleClickIsOnly();
    void facetClear();
    void zeroCountsStaySelectable();
    void longFacetsCanBeSearched();
    void facetsAreSortedByCount();

private:
    views::Theme m_theme;
};

void click(QListView &list, const QModelIndex &index, bool atTheRight = false)
{
    QVERIFY(index.isValid());
    const QRect row = list.visualRect(index);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                      QPoint(atTheRight ? row.right() - 8 : row.left() + 30, row.center().y()));
}

void Facets::facetClickFilters()
{
    Shown shown;
    QListView &list = shown.facet(models::Field::Severity);
    const QModelIndex urgent = shown.facetValue(models::Field::Severity, QStringLiteral("Urgent"));
    const int matching = urgent.data(models::FacetModel::MatchingRole).toInt();
    QVERIFY(matching > 0);
    click(list, urgent);
    shown.settle();
    QCOMPARE(shown.model.rowCount(), matching);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("severity:urgent"));
    click(list, shown.facetValue(models::Field::Severity, QStringLiteral("High")));
    shown.settle();
    QVERIFY(shown.model.rowCount() > matching);
    QCOMPARE(shown.query.filter().values(models::Field::Severity).size(), 2);
    click(list, shown.facetValue(models::Field::Severity, QStringLiteral("Urgent")));
    click(list, shown.facetValue(models::Field::Severity, QStringLiteral("High")));
    shown.settle();
    QCOMPARE(shown.model.rowCount(), 300);
    QVERIFY(shown.query.filter().isEmpty());
}

void Facets::facetOnly()
{
    Shown shown;
    shown.filter("severity:urgent,high status:open");
    shown.settle();
    QListView &list = shown.facet(models::Field::Severity);
    click(list, shown.facetValue(models::Field::Severity, QStringLiteral("Low")), true);
    QCOMPARE(shown.query.filter().values(models::Field::Severity),
             QStringList { QStringLiteral("low") });
    QCOMPARE(shown.query.filter().values(models::Field::Status),
             QStringList { QStringLiteral("open") });
}

void Facets::facetDoubleClickIsOnly()
{
    Shown shown;
    QListView &list = shown.facet(models::Field::Severity);
    const QModelIndex low = shown.facetValue(models::Field::Severity, QStringLiteral("Low"));
    const QPoint at = list.visualRect(low).topLeft() + QPoint(30, 8);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(list.viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("severity:low"));
}

void Facets::facetClear()
{
    Shown shown;
    shown.filter("severity:urgent status:open");
    shown.settle();
    QToolButton *clear = nullptr;
    for (QToolButton *button : shown.page.findChildren<QToolButton *>()) {
        if (button->accessibleName() == QLatin1String("Clear Severity"))
            clear = button;
    }
    QVERIFY(clear && clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("status:open"));
    QVERIFY(!clear->isVisible());
}

void Facets::zeroCountsStaySelectable()
{
    Shown shown;
    shown.filter("product:mobile_protect");
    shown.settle();
    const QModelIndex urgent = shown.facetValue(models::Field::Severity, QStringLiteral("Urgent"));
    QCOMPARE(urgent.data(models::FacetModel::MatchingRole).toInt(), 0);
    click(shown.facet(models::Field::Severity), urgent);
    shown.settle();
    QCOMPARE(shown.model.rowCount(), 0);
    QCOMPARE(shown.query.filter().values(models::Field::Severity).size(), 1);
}

void Facets::longFacetsCanBeSearched()
{
    Shown shown;
    views::FacetSection *groups = shown.page.findChild<views::FacetPanel *>()->sections().first();
    auto *find = groups->findChild<QLineEdit *>();
    QVERIFY(find->isVisible());
    QCOMPARE(groups->list().model()->rowCount(), 8);
    QTest::keyClicks(find, QStringLiteral("research"));
    QCOMPARE(groups->list().model()->rowCount(), 1);
    QVERIFY(groups->list().height() > 0);
    find->clear();
    views::FacetSection *products = shown.page.findChild<views::FacetPanel *>()->sections().at(1);
    QVERIFY(!products->findChild<QLineEdit *>()->isVisible());
}

void Facets::facetsAreSortedByCount()
{
    Shown shown;
    const QAbstractItemModel *groups = shown.facet(models::Field::Group).model();
    const auto sorted = [groups] {
        for (int row = 1; row < groups->rowCount(); ++row) {
            if (groups->index(row - 1, 0).data(models::FacetModel::MatchingRole).toInt()
                < groups->index(row, 0).data(models::FacetModel::MatchingRole).toInt())
                return false;
        }
        return true;
    };
    QTRY_VERIFY(sorted());
}

} // namespace

QTEST_MAIN(Facets)
#include "facetstest.moc"
