// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownpage.h"

namespace {

using models::EventsModel;
using models::ReceiverState;
using Shown = ShownPage;

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
    void emptyStates_data();
    void emptyStates();
    void nothingMatchesNamesTheClauses();
    void focusIsTheTables();
    void anEventIsShownThoughFiltered();
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
    QVERIFY(shown.child<QWidget>("eventsPage.facets")->isVisible());
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

void EventsPage::focusIsTheTables()
{
    Shown shown(0); // what stands in the table's place has the focus, and hands it on
    QVERIFY(!shown.search()->hasFocus());
    shown.index.append(shown.samples.realistic(20));
    QTRY_VERIFY(shown.table()->isVisible());
    QVERIFY(shown.table()->hasFocus());
}

void EventsPage::anEventIsShownThoughFiltered()
{
    Shown shown;
    shown.filter("\"nothing like this\"");
    QTRY_COMPARE(shown.model.rowCount(), 0);
    shown.page.selectEvent(42);
    QTRY_COMPARE(shown.table()->selectedId(), 42);
    QVERIFY(shown.query.filter().isEmpty());
    QVERIFY(shown.detail->isVisible());
    shown.page.selectEvent(43);
    QCOMPARE(shown.table()->selectedId(), 43);
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
    QVERIFY(facets->isVisible() && !shown.detail->isVisible());
    shown.child<QAction>("eventsPage.showFacets")->toggle();
    QVERIFY(!facets->isVisible());
    // The first event that is read unfolds its details; who folds them again is left in peace.
    shown.table()->selectRow(0);
    QVERIFY(shown.detail->isVisible());
    QTest::keyClick(&shown.page, Qt::Key_F8);
    QVERIFY(!shown.detail->isVisible());
    shown.table()->selectRow(1);
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
#include "eventspagetest.moc"
