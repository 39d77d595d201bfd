// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownpage.h"
#include "views/widgets/facetdelegate.h"
#include "views/widgets/valuemenu.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>

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
    void altClickExcludes();
    void keysOfARow();
    void menuOfARow();
    void menuByKey();
    void ourState();
    void longOnesAreFoldedAtFirst();
    void foldsAreRemembered();
    void shortCounts();

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

views::FacetSection *section(const Shown &shown, models::Field field)
{
    return shown.page.findChild<views::FacetPanel *>()->sections().at(int(field));
}

void Facets::altClickExcludes()
{
    Shown shown;
    shown.filter("certificate");
    shown.settle();
    QListView &list = shown.facet(models::Field::Severity);
    const auto altClick = [&list](const QModelIndex &index) {
        QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::AltModifier,
                          list.visualRect(index).topLeft() + QPoint(30, 8));
    };
    const QModelIndex low = shown.facetValue(models::Field::Severity, QStringLiteral("Low"));
    altClick(low);
    shown.settle();
    QCOMPARE(shown.query.filter().text(), QStringLiteral("certificate -severity:low"));
    QVERIFY(low.data(models::FacetList::ExcludedRole).toBool());
    for (int row = 0; row < shown.model.rowCount(); ++row)
        QVERIFY(shown.model.index(row, 0).data(models::EventsModel::SeverityRole).toInt()
                != int(models::Severity::Low));
    const QModelIndex high = shown.facetValue(models::Field::Severity, QStringLiteral("High"));
    altClick(high);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("certificate -severity:low,high"));
    altClick(low);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("certificate -severity:high"));
    click(list, high); // a plain click takes the mark back
    QCOMPARE(shown.query.filter().text(), QStringLiteral("certificate"));
}

void Facets::keysOfARow()
{
    Shown shown;
    QListView &list = shown.facet(models::Field::Severity);
    list.setFocus();
    list.setCurrentIndex(shown.facetValue(models::Field::Severity, QStringLiteral("Low")));
    QTest::keyClick(&list, Qt::Key_Space);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("severity:low"));
    QTest::keyClick(&list, Qt::Key_Minus);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("-severity:low"));
    QTest::keyClick(&list, Qt::Key_Space, Qt::AltModifier);
    QVERIFY(shown.query.filter().isEmpty());
    QTest::keyClick(&list, Qt::Key_Space);
    list.setCurrentIndex(shown.facetValue(models::Field::Severity, QStringLiteral("High")));
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("severity:high"));
}

void Facets::menuOfARow()
{
    Shown shown;
    shown.filter("status:open");
    shown.settle();
    QListView &list = shown.facet(models::Field::Severity);
    const auto choose = [&](const char *label, const char *action) {
        const QModelIndex index =
                shown.facetValue(models::Field::Severity, QString::fromLatin1(label));
        const QPoint at = list.visualRect(index).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, list.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(list.viewport(), &event);
        auto *menu = list.findChild<views::ValueMenu *>();
        QVERIFY(menu && menu->isVisible());
        auto *entry = menu->findChild<QAction *>(QLatin1String(action));
        QVERIFY(entry);
        entry->trigger();
        menu->close();
        QCoreApplication::sendPostedEvents(menu, QEvent::DeferredDelete);
    };
    choose("Low", "valueMenu.include");
    QCOMPARE(shown.query.filter().text(), QStringLiteral("status:open severity:low"));
    choose("High", "valueMenu.exclude");
    QCOMPARE(shown.query.filter().text(),
             QStringLiteral("status:open severity:low -severity:high"));
    choose("High", "valueMenu.include");
    QCOMPARE(shown.query.filter().text(), QStringLiteral("status:open severity:low,high"));
    choose("Urgent", "valueMenu.only");
    QCOMPARE(shown.query.filter().text(), QStringLiteral("status:open severity:urgent"));
    choose("Urgent", "valueMenu.include");
    QCOMPARE(shown.query.filter().text(), QStringLiteral("status:open"));
    choose("Urgent", "valueMenu.copy");
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("urgent"));
}

void Facets::menuByKey()
{
    Shown shown;
    QListView &list = shown.facet(models::Field::Severity);
    list.setFocus();
    list.setCurrentIndex(shown.facetValue(models::Field::Severity, QStringLiteral("Low")));
    // Where Qt puts it: at the current row.
    const QPoint at = list.inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, at, list.mapToGlobal(at));
    QCoreApplication::sendEvent(&list, &event);
    auto *menu = list.findChild<views::ValueMenu *>();
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_E);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("-severity:low"));
}

void Facets::ourState()
{
    using models::Field;
    Shown shown(0);
    models::EventBatch batch = shown.samples.realistic(300);
    for (std::size_t i = 0; i < batch.rows.size(); ++i)
        batch.rows[i].subject = models::TermId(50'000 + i % 90);
    shown.index.append(batch);
    shown.settle();
    views::FacetSection *ours = section(shown, Field::Triage);
    QCOMPARE(ours->list().model()->rowCount(), 3); // whether they occur or not
    const auto value = [&shown](const char *label) {
        return shown.facetValue(Field::Triage, QString::fromLatin1(label));
    };
    QCOMPARE(value("New").data(models::FacetList::MatchingRole).toInt(), 300);
    QCOMPARE(value("Snoozed").data(models::FacetList::MatchingRole).toInt(), 0);

    models::SubjectStandings subjects;
    for (quint32 row = 0; row < 60; ++row) {
        const models::TermId subject = shown.index.term(models::TermColumn::Subject, row);
        if (subject != 0 && subjects.of(subject) == models::Standing::New)
            (row % 3 == 0 ? subjects.snoozed : subjects.acknowledged).insert(subject);
    }
    shown.index.setStandings(std::make_shared<const models::Standings>(subjects));
    QTRY_VERIFY(value("Snoozed").data(models::FacetList::MatchingRole).toInt() > 0);
    const int snoozed = value("Snoozed").data(models::FacetList::MatchingRole).toInt();
    const int acknowledged = value("Acknowledged").data(models::FacetList::MatchingRole).toInt();
    QVERIFY(acknowledged > 0);
    QCOMPARE(value("New").data(models::FacetList::MatchingRole).toInt(),
             300 - snoozed - acknowledged);
    QCOMPARE(value("New").data(models::FacetList::TotalRole).toInt(), 300 - snoozed - acknowledged);
    QVERIFY(value("New").data(models::FacetList::OpenRole).toInt()
            <= value("New").data(models::FacetList::MatchingRole).toInt());

    // The list is below what the panel shows: by its keys.
    QListView &list = ours->list();
    list.setFocus();
    list.setCurrentIndex(value("Snoozed"));
    QTest::keyClick(&list, Qt::Key_Space);
    list.setCurrentIndex(value("Acknowledged"));
    QTest::keyClick(&list, Qt::Key_Space);
    shown.settle();
    QCOMPARE(shown.query.filter().text(), QStringLiteral("triage:snoozed,acknowledged"));
    QCOMPARE(shown.model.rowCount(), snoozed + acknowledged);
    QCOMPARE(shown.chips().size(), 1);
    QVERIFY(shown.chips().constFirst()->accessibleName().contains(QLatin1String("triage:snoozed")));
    QTest::keyClick(&list, Qt::Key_Minus);
    shown.settle();
    QCOMPARE(shown.query.filter().text(), QStringLiteral("triage:snoozed -triage:acknowledged"));
    QCOMPARE(shown.model.rowCount(), snoozed);

    // What is decided while it is looked at is followed.
    shown.index.setStandings(nullptr);
    QTRY_COMPARE(shown.model.rowCount(), 0);
    QTRY_COMPARE(value("New").data(models::FacetList::MatchingRole).toInt(), 300);
}

void Facets::longOnesAreFoldedAtFirst()
{
    Shown shown;
    views::FacetSection *assets = section(shown, models::Field::Asset);
    QVERIFY(assets->isVisible() && !assets->list().isVisible());
    QCOMPARE(assets->list().model()->rowCount(), 0);
    auto *heading = assets->findChild<QToolButton *>(QStringLiteral("facetHeading"));
    QCOMPARE(heading->accessibleName(), QStringLiteral("Asset, folded"));
    heading->setFocus();
    QTest::keyClick(heading, Qt::Key_Space);
    QVERIFY(assets->list().isVisible());
    QCOMPARE(assets->list().model()->rowCount(), models::FacetList::few);
    QTest::mouseClick(heading, Qt::LeftButton);
    QVERIFY(!assets->list().isVisible());
    shown.filter("asset:a,b -asset:c");
    QCOMPARE(heading->text(), QStringLiteral("Asset (3)"));
    QCOMPARE(heading->accessibleName(), QStringLiteral("Asset, 3 chosen, folded"));
}

void Facets::foldsAreRemembered()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("view.ini")), QSettings::IniFormat);
    {
        Shown shown;
        section(shown, models::Field::Group)->foldAction().toggle();
        section(shown, models::Field::Policy)->foldAction().toggle();
        views::ViewState(settings).save(shown.page);
    }
    Shown shown;
    views::ViewState(settings).restore(shown.page);
    QVERIFY(!section(shown, models::Field::Group)->list().isVisible());
    QVERIFY(section(shown, models::Field::Policy)->list().isVisible());
    QVERIFY(section(shown, models::Field::Severity)->list().isVisible());
}

void Facets::shortCounts()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(views::shortCount(0), QStringLiteral("0"));
    QCOMPARE(views::shortCount(9'999).remove(u','), QStringLiteral("9999"));
    QCOMPARE(views::shortCount(12'345), QStringLiteral("12k"));
    QCOMPARE(views::shortCount(999'999), QStringLiteral("999k"));
    QCOMPARE(views::shortCount(1'250'000), QStringLiteral("1.2M"));
    QCOMPARE(views::shortCount(123'456'789), QStringLiteral("123M"));
    QLocale::setDefault(QLocale());
}

} // namespace

QTEST_MAIN(Facets)
#include "facetstest.moc"
