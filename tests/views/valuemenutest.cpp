// SPDX-License-Identifier: GPL-3.0-or-later
// A right click on any value: table, details, raw JSON, chips.
#include "views/widgets/valuemenu.h"
#include "shownpage.h"
#include "tests/views/detailsamples.h"
#include "views/detail/badge.h"
#include "views/detail/detailpane.h"
#include "views/detail/textblock.h"
#include "views/pages/tablemenu.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTextBlock>

namespace {

/// Opens the menu at a place of a widget and triggers one of its entries.
bool choose(QWidget *on, const QPoint &at, QWidget *owner, const char *action)
{
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, on->mapToGlobal(at));
    QCoreApplication::sendEvent(on, &event);
    for (views::ValueMenu *menu : owner->findChildren<views::ValueMenu *>()) {
        auto *entry = menu->findChild<QAction *>(QLatin1String(action));
        if (!menu->isVisible() || !entry)
            continue;
        entry->trigger();
        menu->close();
        return true;
    }
    return false;
}

/// A page with a real detail pane, connected as their owner connects them.
struct ShownDetail : ShownPage
{
    views::DetailPane pane;

    ShownDetail()
    {
        QObject::connect(&pane, &views::DetailPane::valueMenuRequested, &page,
                         &views::EventsPage::showValueMenu);
        QObject::connect(&page, &views::EventsPage::valueMenuMade, &pane,
                         &views::DetailPane::offerPin);
        pane.resize(420, 900);
        pane.setVisible(true);
        pane.show(violation());
    }
    template<typename T> T *part(const char *name) const
    {
        return pane.findChild<T *>(QLatin1String("detailPane.") + QLatin1String(name));
    }
    views::TextBlock *fact(const char *label) const
    {
        for (views::TextBlock *block : part<QWidget>("facts")->findChildren<views::TextBlock *>()) {
            if (block->isVisible() && block->accessibleName() == QLatin1String(label))
                return block;
        }
        return nullptr;
    }
    QString text() const { return query.filter().text(); }
};

class ValueMenuTest : public QObject
{
    Q_OBJECT
private slots:
    void cells();
    void facts();
    void head();
    void rawJson();
    void chips();
    void selectedTextHasItsOwnMenu();
    void detailsOfferToPin();
    void rowsForASpreadsheet();

private:
    views::Theme m_theme;
};

void ValueMenuTest::cells()
{
    ShownPage shown;
    const auto at = [&shown](int column) {
        return shown.table()->visualRect(shown.model.index(0, column)).center();
    };
    const auto filterAt = [&shown](int column) {
        return shown.model.index(0, column).data(models::EventsModel::FilterValueRole).toString();
    };
    QWidget *viewport = shown.table()->viewport();
    const QString group = filterAt(models::EventsModel::Group);
    QVERIFY(choose(viewport, at(models::EventsModel::Group), shown.table(), "valueMenu.include"));
    QCOMPARE(shown.query.filter().values(models::Field::Group), QStringList { group });
    shown.settle();
    const QString title = filterAt(models::EventsModel::Title);
    QVERIFY(choose(viewport, at(models::EventsModel::Title), shown.table(), "valueMenu.exclude"));
    QCOMPARE(shown.query.filter().excluded(models::Field::Title), QStringList { title });
    QCOMPARE(shown.query.filter().values(models::Field::Group), QStringList { group });
    shown.settle();
    const QString asset = filterAt(models::EventsModel::Asset);
    QVERIFY(choose(viewport, at(models::EventsModel::Asset), shown.table(), "valueMenu.only"));
    QCOMPARE(shown.query.filter().values(models::Field::Asset), QStringList { asset });
    shown.settle();
    QVERIFY(choose(viewport, at(models::EventsModel::Asset), shown.table(), "valueMenu.copy"));
    QCOMPARE(QApplication::clipboard()->text(), asset);
    // A time is no value of the language: it can only be copied.
    QVERIFY(!choose(viewport, at(models::EventsModel::Time), shown.table(), "valueMenu.include"));
}

void ValueMenuTest::facts()
{
    ShownDetail shown;
    const auto fact = [&shown](const char *label, const char *action) {
        views::TextBlock *block = shown.fact(label);
        return block
                && choose(block->viewport(), block->viewport()->rect().center(), &shown.page,
                          action);
    };
    const models::Event event = violation().event;
    QVERIFY(fact("Hosted on", "valueMenu.include"));
    QCOMPARE(shown.query.filter().values(models::Field::HostedOn), QStringList { event.hostedOn });
    QVERIFY(fact("Policy", "valueMenu.exclude"));
    QCOMPARE(shown.query.filter().excluded(models::Field::Policy),
             QStringList { event.policy.name });
    QVERIFY(fact("Event", "valueMenu.only"));
    QCOMPARE(shown.query.filter().values(models::Field::Type), QStringList { event.type });
    QVERIFY(fact("Event", "valueMenu.copy"));
    QCOMPARE(QApplication::clipboard()->text(), event.type);
    QVERIFY(!fact("Received", "valueMenu.include"));
}

void ValueMenuTest::head()
{
    ShownDetail shown;
    auto *severity = shown.part<views::Badge>("severity");
    QVERIFY(choose(severity, severity->rect().center(), &shown.page, "valueMenu.include"));
    QCOMPARE(shown.text(), QStringLiteral("severity:urgent"));
    auto *status = shown.part<views::Badge>("status");
    QVERIFY(choose(status, status->rect().center(), &shown.page, "valueMenu.exclude"));
    QCOMPARE(shown.text(), QStringLiteral("severity:urgent -status:open"));
    auto *asset = shown.part<views::TextBlock>("asset");
    QVERIFY(choose(asset->viewport(), asset->viewport()->rect().center(), &shown.page,
                   "valueMenu.only"));
    QCOMPARE(shown.query.filter().values(models::Field::Asset),
             QStringList { QStringLiteral("gumtree.com.au") });
}

void ValueMenuTest::rawJson()
{
    ShownDetail shown;
    models::StoredEvent event = violation();
    event.formatted = QStringLiteral("{\n  \"data\": {\n    \"affected_asset\": {\n      "
                                     "\"hosted_on\": \"UNKNOWN\"\n    }\n  }\n}");
    shown.pane.show(event);
    shown.part<QTabWidget>("tabs")->setCurrentIndex(1);
    auto *raw = shown.part<QPlainTextEdit>("raw");
    const auto at = [raw](const char *text) {
        QTextCursor cursor = raw->document()->find(QLatin1String(text));
        cursor.setPosition(cursor.selectionStart() + 2);
        return raw->cursorRect(cursor).center();
    };
    QVERIFY(choose(raw->viewport(), at("\"hosted_on\""), &shown.page, "valueMenu.include"));
    QCOMPARE(shown.query.filter().root().field, models::Field::Path);
    QCOMPARE(shown.text(), QStringLiteral("data.affected_asset.hosted_on:UNKNOWN"));
    const QString path = shown.query.filter().root().path;
    QVERIFY(choose(raw->viewport(), at("\"hosted_on\""), &shown.page, "valueMenu.exclude"));
    QCOMPARE(shown.query.filter().excludedPathValues(path).size(), 1);
    QVERIFY(choose(raw->viewport(), at("\"hosted_on\""), &shown.page, "valueMenu.copy"));
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("UNKNOWN"));
}

void ValueMenuTest::chips()
{
    ShownPage shown;
    shown.filter("group:EU certificate -severity:low");
    views::Chip *chip = shown.chips().at(0);
    auto *row = chip->parentWidget();
    QVERIFY(choose(chip, chip->rect().center(), row, "valueMenu.exclude"));
    QCOMPARE(shown.query.filter().text(), QStringLiteral("certificate -severity:low -group:EU"));
    chip = shown.chips().at(1);
    QVERIFY(choose(chip, chip->rect().center(), row, "valueMenu.only"));
    QCOMPARE(shown.query.filter().text(), QStringLiteral("certificate -group:EU severity:low"));
    // Several values: a menu for each.
    std::unique_ptr<QMenu> menu(
            views::makeClauseMenu(QStringLiteral("group:a,b"), shown.query, &shown.page));
    menu->setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(menu->findChildren<views::ValueMenu *>().size(), 2);
    std::unique_ptr<QMenu> word(
            views::makeClauseMenu(QStringLiteral("certificate"), shown.query, &shown.page));
    word->actions().constLast()->trigger();
    QCOMPARE(shown.query.filter().text(), QStringLiteral("-group:EU severity:low"));
}

void ValueMenuTest::detailsOfferToPin()
{
    ShownDetail shown;
    views::TextBlock *policy = shown.fact("Policy");
    QVERIFY(choose(policy->viewport(), policy->viewport()->rect().center(), &shown.page,
                   "detailPane.pin"));
    auto *pinned = shown.part<QWidget>("pinned");
    QVERIFY(pinned->isVisible());
    auto *first = pinned->findChild<views::TextBlock *>();
    QCOMPARE(first->toPlainText(), violation().event.policy.name);
    QVERIFY(choose(first->viewport(), first->viewport()->rect().center(), &shown.page,
                   "detailPane.pin")); // where it is pinned it can be taken off
    QVERIFY(!pinned->isVisible());
}

void ValueMenuTest::rowsForASpreadsheet()
{
    ShownPage shown;
    shown.table()->selectAll();
    const QPoint at =
            shown.table()->visualRect(shown.model.index(0, models::EventsModel::Title)).center();
    QVERIFY(choose(shown.table()->viewport(), at, shown.table(), "tableMenu.copySheet"));
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 300 + 2); // titles, rows, the end of the last line
    QVERIFY(lines.first().split(u'\t').contains(
            shown.model.headerData(models::EventsModel::Title, Qt::Horizontal, Qt::DisplayRole)
                    .toString()));
    const qsizetype columns = lines.first().count(u'\t');
    QVERIFY(columns > 2);
    for (qsizetype line = 1; line <= 300; ++line)
        QCOMPARE(lines.at(line).count(u'\t'), columns);
}

void ValueMenuTest::selectedTextHasItsOwnMenu()
{
    ShownDetail shown;
    auto *title = shown.part<views::TextBlock>("title");
    QSignalSpy asked(&shown.pane, &views::DetailPane::valueMenuRequested);
    const QPoint at = title->viewport()->rect().center();
    QContextMenuEvent plain(QContextMenuEvent::Mouse, at, title->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(title->viewport(), &plain);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).value<models::ValueRef>().field.field, models::Field::Title);
    title->selectAll();
    QContextMenuEvent selected(QContextMenuEvent::Mouse, at, title->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(title->viewport(), &selected);
    QCOMPARE(asked.size(), 1);
    if (QWidget *menu = QApplication::activePopupWidget())
        menu->close();
}

} // namespace

QTEST_MAIN(ValueMenuTest)
#include "valuemenutest.moc"
