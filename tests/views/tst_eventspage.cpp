// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/items/eventsmodel.h"
#include "models/items/facetmodel.h"
#include "sampleevents.h"
#include "views/desktop/theme.h"
#include "views/desktop/viewstate.h"
#include "views/pages/eventspage.h"
#include "views/widgets/chip.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/facetsection.h"
#include "views/widgets/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

using models::EventsModel;
using models::ReceiverState;

struct Shown
{
    models::EventIndex index;
    models::EventQuery query { index };
    EventsModel model { index, query };
    SampleEvents samples;
    QLabel *detail = new QLabel(QStringLiteral("details"));
    views::EventsPage page { model, query, detail };

    explicit Shown(int events = 300)
    {
        if (events > 0)
            index.append(samples.realistic(events));
        page.resize(1280, 760);
        page.show();
        (void)QTest::qWaitForWindowActive(&page);
        settle();
    }

    template<typename T> T *child(const char *name) const
    {
        return page.findChild<T *>(QLatin1String(name));
    }
    views::EventTable *table() const { return child<views::EventTable>("eventsPage.table"); }
    QLineEdit *search() const { return child<QLineEdit>("eventsPage.search"); }
    QString count() const { return child<QLabel>("eventsPage.count")->text(); }
    QLabel *problem() const { return child<QLabel>("eventsPage.problem"); }
    views::EmptyState *empty() const { return page.findChild<views::EmptyState *>(); }
    QListView &facet(models::Field field) const
    {
        return page.findChild<views::FacetPanel *>()->sections().at(int(field))->list();
    }
    QModelIndex facetValue(models::Field field, const QString &label) const
    {
        const QAbstractItemModel *values = facet(field).model();
        const QModelIndexList found =
                values->match(values->index(0, 0), Qt::DisplayRole, label, 1, Qt::MatchExactly);
        return found.value(0);
    }
    QList<views::Chip *> chips() const
    {
        QList<views::Chip *> all = page.findChildren<views::Chip *>();
        all.removeIf([](const views::Chip *chip) { return !chip->isVisible(); });
        return all;
    }
    void settle()
    {
        (void)QTest::qWaitFor([this] { return !query.busy(); });
    }
    void filter(const char *text)
    {
        query.setFilter(*models::Filter::parse(QLatin1String(text)).filter);
    }
};

class EventsPage : public QObject
{
    Q_OBJECT
private slots:
    void typingFilters();
    void wrongTextKeepsTheLastGoodResult();
    void enterDoesNotWait();
    void oneFilterShownEverywhere();
    void typedTextIsNotRewritten();
    void chipDropsItsClause();
    void facetClickFilters();
    void facetOnly();
    void facetDoubleClickIsOnly();
    void facetClear();
    void zeroCountsStaySelectable();
    void longFacetsCanBeSearched();
    void facetsAreSortedByCount();
    void emptyStates_data();
    void emptyStates();
    void nothingMatchesNamesTheClauses();
    void failureWithEventsIsABar();
    void selectionAndOpening();
    void escapeStepwise();
    void slashFocusesTheSearch();
    void sortingByHeader();
    void sidesFold();
    void viewIsRemembered();
    void controlsHaveNames();

private:
    views::Theme m_theme;
};

void EventsPage::typingFilters()
{
    Shown shown;
    QCOMPARE(shown.count(), QStringLiteral("300 events"));
    QTest::keyClicks(shown.search(), QStringLiteral("severity:urgent"));
    QTRY_VERIFY(shown.count().endsWith(QStringLiteral(" of 300 events")));
    const int rows = shown.model.rowCount();
    QVERIFY(rows > 0 && rows < 300);
    for (int row = 0; row < rows; ++row)
        QCOMPARE(shown.model.index(row, 0).data(EventsModel::SeverityRole).toInt(),
                 int(models::Severity::Urgent));
    QCOMPARE(shown.count(), QStringLiteral("%1 of 300 events").arg(rows));
}

void EventsPage::wrongTextKeepsTheLastGoodResult()
{
    Shown shown;
    shown.filter("severity:urgent");
    shown.settle();
    const int rows = shown.model.rowCount();
    shown.search()->selectAll();
    QTest::keyClicks(shown.search(), QStringLiteral("severty>=high"));
    QTRY_VERIFY(shown.problem()->isVisible());
    QVERIFY(shown.problem()->text().contains(QStringLiteral("severity")));
    QCOMPARE(shown.problem()->textFormat(), Qt::PlainText);
    QCOMPARE(shown.model.rowCount(), rows);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("severity:urgent"));
    QCOMPARE(shown.search()->text(), QStringLiteral("severty>=high"));

    shown.search()->selectAll();
    QTest::keyClicks(shown.search(), QStringLiteral("severity>=high"));
    QTRY_COMPARE(shown.query.filter().text(), QStringLiteral("severity>=high"));
    QVERIFY(!shown.problem()->isVisible());
}

void EventsPage::enterDoesNotWait()
{
    Shown shown;
    QTest::keyClicks(shown.search(), QStringLiteral("certificate"));
    QTest::keyClick(shown.search(), Qt::Key_Return);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("certificate"));
}

void EventsPage::oneFilterShownEverywhere()
{
    Shown shown;
    shown.filter("group:\"EU Payments\" status:open");
    shown.settle();
    QCOMPARE(shown.search()->text(), shown.query.filter().text());
    QCOMPARE(shown.chips().size(), 2);
    QCOMPARE(shown.facetValue(models::Field::Group, QStringLiteral("EU Payments"))
                     .data(Qt::CheckStateRole)
                     .toInt(),
             int(Qt::Checked));
    shown.filter("");
    shown.settle();
    QVERIFY(shown.search()->text().isEmpty());
    QVERIFY(shown.chips().isEmpty());
}

void EventsPage::typedTextIsNotRewritten()
{
    Shown shown;
    const QString typed = QStringLiteral("  SEVERITY:urgent   ");
    QTest::keyClicks(shown.search(), typed);
    QTRY_VERIFY(!shown.query.filter().isEmpty());
    shown.settle();
    QCOMPARE(shown.search()->text(), typed);
}

void EventsPage::chipDropsItsClause()
{
    Shown shown;
    shown.filter("severity:urgent status:open");
    shown.settle();
    QCOMPARE(shown.chips().size(), 2);
    QTest::mouseClick(shown.chips().first(), Qt::LeftButton);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("status:open"));
    QCOMPARE(shown.search()->text(), QStringLiteral("status:open"));
    QCOMPARE(shown.chips().size(), 1);
}

void click(QListView &list, const QModelIndex &index, bool atTheRight = false)
{
    QVERIFY(index.isValid());
    const QRect row = list.visualRect(index);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                      QPoint(atTheRight ? row.right() - 8 : row.left() + 30, row.center().y()));
}

void EventsPage::facetClickFilters()
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

void EventsPage::facetOnly()
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

void EventsPage::facetDoubleClickIsOnly()
{
    Shown shown;
    QListView &list = shown.facet(models::Field::Severity);
    const QModelIndex low = shown.facetValue(models::Field::Severity, QStringLiteral("Low"));
    const QPoint at = list.visualRect(low).topLeft() + QPoint(30, 8);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(list.viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(shown.query.filter().text(), QStringLiteral("severity:low"));
}

void EventsPage::facetClear()
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

void EventsPage::zeroCountsStaySelectable()
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

void EventsPage::longFacetsCanBeSearched()
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

void EventsPage::facetsAreSortedByCount()
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

void EventsPage::emptyStates_data()
{
    QTest::addColumn<ReceiverState>("state");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("button");
    QTest::newRow("listening") << ReceiverState { ReceiverState::Phase::Listening,
                                                  QStringLiteral("http://127.0.0.1:1/webhook"),
                                                  {} }
                               << "Listening on http://127.0.0.1:1/webhook – nothing received yet"
                               << "Connect the portal";
    QTest::newRow("failed") << ReceiverState { ReceiverState::Phase::Failed,
                                               {},
                                               QStringLiteral("port taken") }
                            << "Watchfloor is not receiving"
                            << "Receiver settings";
    QTest::newRow("starting") << ReceiverState { ReceiverState::Phase::Starting, {}, {} }
                              << "Starting the receiver"
                              << "";
}

void EventsPage::emptyStates()
{
    QFETCH(ReceiverState, state);
    QFETCH(QString, title);
    QFETCH(QString, button);
    Shown shown(0);
    shown.page.showState(state);
    QVERIFY(shown.empty()->isVisible());
    QVERIFY(!shown.table()->isVisible());
    QVERIFY(!shown.detail->isVisible());
    QCOMPARE(shown.empty()->title(), title);
    auto *action = shown.empty()->findChild<QPushButton *>();
    QCOMPARE(action->isVisible(), !button.isEmpty());
    if (action->isVisible()) {
        QCOMPARE(action->text(), button);
        QSignalSpy settings(&shown.page, &views::EventsPage::settingsRequested);
        QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(settings.size(), 1);
    }
    if (state.phase != ReceiverState::Phase::Failed) {
        shown.page.showLoading(4096);
        QCOMPARE(shown.empty()->title(), QStringLiteral("Loading events"));
        shown.page.finishLoading();
        QCOMPARE(shown.empty()->title(), title);
    }
    shown.index.append(shown.samples.one({ .title = QStringLiteral("first") }));
    QTRY_VERIFY(shown.table()->isVisible());
    QVERIFY(!shown.empty()->isVisible());
    QVERIFY(shown.detail->isVisible());
    QCOMPARE(shown.count(), QStringLiteral("1 event"));
}

void EventsPage::nothingMatchesNamesTheClauses()
{
    Shown shown;
    shown.filter("severity:urgent \"<b>nothing</b>\"");
    QTRY_VERIFY(shown.empty()->isVisible());
    QCOMPARE(shown.empty()->title(), QStringLiteral("No event matches the filter"));
    bool named = false;
    for (const QLabel *label : shown.empty()->findChildren<QLabel *>()) {
        named |= label->text().contains(QStringLiteral("severity:urgent"))
                && label->text().contains(QStringLiteral("<b>nothing</b>"))
                && label->textFormat() == Qt::PlainText;
    }
    QVERIFY(named);
    QTest::mouseClick(shown.empty()->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(shown.query.filter().isEmpty());
    QTRY_VERIFY(shown.table()->isVisible());
}

void EventsPage::failureWithEventsIsABar()
{
    Shown shown;
    auto *bar = shown.page.findChild<views::MessageBar *>();
    QVERIFY(!bar->isVisible());
    shown.page.showState({ ReceiverState::Phase::Failed, {}, QStringLiteral("the port is taken") });
    QVERIFY(bar->isVisible());
    QVERIFY(bar->message().contains(QStringLiteral("the port is taken")));
    QVERIFY(shown.table()->isVisible());
    QSignalSpy settings(&shown.page, &views::EventsPage::settingsRequested);
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(settings.size(), 1);
    shown.page.showState({ ReceiverState::Phase::Listening, QStringLiteral("http://x"), {} });
    QVERIFY(!bar->isVisible());
}

void EventsPage::selectionAndOpening()
{
    Shown shown;
    QSignalSpy selected(&shown.page, &views::EventsPage::eventSelected);
    QSignalSpy opened(&shown.page, &views::EventsPage::openRequested);
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), Qt::Key_J);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.first().first().toLongLong(), shown.samples.lastId());
    QTest::keyClick(shown.table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    shown.search()->setFocus();
    QTest::keyClick(shown.search(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.last().first().toLongLong(), shown.samples.lastId());
}

void EventsPage::escapeStepwise()
{
    Shown shown;
    shown.filter("status:open");
    shown.settle();
    shown.table()->setFocus();
    shown.table()->selectRow(1);
    QTest::keyClick(shown.table(), Qt::Key_Escape);
    QVERIFY(shown.query.filter().isEmpty());
    QVERIFY(shown.search()->text().isEmpty());
    shown.settle();
    QVERIFY(shown.table()->selectedId() != 0);
    QTest::keyClick(shown.table(), Qt::Key_Escape);
    QCOMPARE(shown.table()->selectedId(), 0);

    shown.search()->setFocus();
    QTest::keyClicks(shown.search(), QStringLiteral("x"));
    QTest::keyClick(shown.search(), Qt::Key_Escape);
    QVERIFY(shown.search()->text().isEmpty());
    QVERIFY(shown.search()->hasFocus());
    QTest::keyClick(shown.search(), Qt::Key_Escape);
    QVERIFY(shown.table()->hasFocus());
}

void EventsPage::slashFocusesTheSearch()
{
    Shown shown;
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), '/');
    QVERIFY(shown.search()->hasFocus());
    QVERIFY(shown.search()->text().isEmpty());
    QTest::keyClicks(shown.search(), QStringLiteral("\"a/b\"")); // here it is a letter
    QCOMPARE(shown.search()->text(), QStringLiteral("\"a/b\""));
}

void EventsPage::sortingByHeader()
{
    Shown shown;
    views::ColumnHeader &header = shown.table()->columns();
    const QPoint title(header.sectionViewportPosition(EventsModel::Title) + 20, 8);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, title);
    QCOMPARE(shown.query.order().key, models::Order::Key::Title);
    QVERIFY(!shown.query.order().descending);
    shown.settle();
    QVERIFY(shown.model.index(0, EventsModel::Title).data().toString()
            < shown.model.index(299, EventsModel::Title).data().toString());
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, title);
    QVERIFY(shown.query.order().descending);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, title);
    QCOMPARE(shown.query.order(), models::Order {});
}

void EventsPage::sidesFold()
{
    Shown shown;
    auto *facets = shown.child<QWidget>("eventsPage.facets");
    QVERIFY(facets->isVisible() && shown.detail->isVisible());
    shown.child<QAction>("eventsPage.showFacets")->toggle();
    QVERIFY(!facets->isVisible());
    QTest::keyClick(&shown.page, Qt::Key_F8);
    QVERIFY(!shown.detail->isVisible());
    QTest::keyClick(&shown.page, Qt::Key_F8);
    QVERIFY(shown.detail->isVisible());
}

void EventsPage::viewIsRemembered()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("view.ini"));
    QList<int> sizes;
    {
        Shown shown;
        auto *splitter = shown.child<QSplitter>("eventsPage.splitter");
        splitter->setSizes({ 260, 700, 310 });
        sizes = splitter->sizes();
        shown.child<QAction>("eventsPage.showDetails")->setChecked(false);
        shown.table()->columns().moveSection(
                shown.table()->columns().visualIndex(EventsModel::Title), 0);
        QSettings settings(file, QSettings::IniFormat);
        views::ViewState(settings).save(shown.page);
    }
    Shown shown;
    QSettings settings(file, QSettings::IniFormat);
    views::ViewState(settings).restore(shown.page);
    QVERIFY(!shown.detail->isVisible());
    QCOMPARE(shown.child<QSplitter>("eventsPage.splitter")->sizes().first(), sizes.first());
    QCOMPARE(shown.table()->columns().visualIndex(EventsModel::Title), 0);
}

void EventsPage::controlsHaveNames()
{
    Shown shown;
    for (const QWidget *widget : shown.page.findChildren<QWidget *>()) {
        const bool control = qobject_cast<const QAbstractButton *>(widget)
                || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QAbstractItemView *>(widget);
        if (!control || !widget->isVisible() || widget->inherits("QHeaderView")
            || widget->parent() == shown.search())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 widget->metaObject()->className());
    }
}

} // namespace

QTEST_MAIN(EventsPage)
#include "tst_eventspage.moc"
