// SPDX-License-Identifier: GPL-3.0-or-later
// A right click on a value of an issue: in the table, in the details, in a facet.
#include "models/items/issuefacet.h"
#include "shownissues.h"
#include "views/detail/badge.h"
#include "views/detail/textblock.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/facetsection.h"
#include "views/widgets/valuemenu.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QListView>

using models::IssueField;
using models::IssuesModel;

namespace {

class TestIssueMenu final : public QObject
{
    Q_OBJECT

private slots:
    void cells();
    void whatCannotBeFiltered();
    void badges();
    void facts();
    void facets();
    void markedValuesAreTakenBack();
};

/// The menu that is open; nothing where there is none, or where an entry is missing.
QAction *entryOf(const ShownIssues &shown, const char *action)
{
    for (const views::ValueMenu *menu : shown.page->findChildren<views::ValueMenu *>()) {
        auto *entry = menu->findChild<QAction *>(QLatin1String(action));
        if (menu->isVisible() && entry)
            return entry;
    }
    return nullptr;
}

void closeMenus(const ShownIssues &shown)
{
    for (views::ValueMenu *menu : shown.page->findChildren<views::ValueMenu *>())
        menu->close();
}

void rightClick(QWidget *on, const QPoint &at)
{
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, on->mapToGlobal(at));
    QCoreApplication::sendEvent(on, &event);
}

/// Opens the menu there and takes one of its entries.
bool choose(const ShownIssues &shown, QWidget *on, const QPoint &at, const char *action)
{
    rightClick(on, at);
    QAction *entry = entryOf(shown, action);
    if (entry)
        entry->trigger();
    closeMenus(shown);
    return entry != nullptr;
}

bool chooseCell(const ShownIssues &shown, int row, int column, const char *action)
{
    views::EventTable *table = shown.table();
    table->setColumnHidden(column, false);
    const QModelIndex index = table->model()->index(row, column);
    table->scrollTo(index);
    return choose(shown, table->viewport(), table->visualRect(index).center(), action);
}

models::Issue issueIn(const ShownIssues &shown, int row)
{
    return shown.keeper.boards().issues().issue(
            shown.table()->model()->index(row, 0).data(models::BoardModel::PlaceRole).toUInt());
}

/// A row whose issue has an asset, a group and a rule.
int fullRow(const ShownIssues &shown)
{
    for (int row = 0; row < shown.rows(); ++row) {
        const models::IssueFacts facts = issueIn(shown, row).facts;
        if (facts.assetId != 0 && facts.group != 0 && facts.policy != 0 && facts.ruleType != 0)
            return row;
    }
    return -1;
}

void TestIssueMenu::cells()
{
    ShownIssues shown;
    const int row = fullRow(shown);
    QVERIFY(row >= 0);
    const models::Issue issue = issueIn(shown, row);
    const auto &filter = shown.page->query().filter();
    QVERIFY(chooseCell(shown, row, IssuesModel::Group, "valueMenu.include"));
    QCOMPARE(filter.groups, QSet<models::TermId> { issue.facts.group });
    for (int at = 0; at < shown.rows(); ++at)
        QCOMPARE(issueIn(shown, at).facts.group, issue.facts.group);

    shown.page->query().setFilter({});
    const int all = shown.rows();
    const models::Issue first = issueIn(shown, 0);
    QVERIFY(chooseCell(shown, 0, IssuesModel::Level, "valueMenu.exclude"));
    QVERIFY(filter.excluded.severities.has(first.facts.severity));
    QVERIFY(shown.rows() < all);
    for (int at = 0; at < shown.rows(); ++at)
        QVERIFY(issueIn(shown, at).facts.severity != first.facts.severity);

    shown.page->query().setFilter({});
    const int again = fullRow(shown);
    const models::TermId asset = issueIn(shown, again).facts.assetKey();
    QVERIFY(chooseCell(shown, again, IssuesModel::AssetName, "valueMenu.only"));
    QCOMPARE(filter.assets, QSet<models::TermId> { asset });
    QVERIFY(chooseCell(shown, 0, IssuesModel::PortalStatus, "valueMenu.only"));
    QCOMPARE(filter.classes.size(), 1);
    QVERIFY(chooseCell(shown, 0, IssuesModel::OurState, "valueMenu.include"));
    QVERIFY(filter.standings.has(models::TriageJudgement::Standing::New));
    QVERIFY(chooseCell(shown, 0, IssuesModel::AssetName, "valueMenu.copy"));
    QCOMPARE(QApplication::clipboard()->text(), shown.cell(0, IssuesModel::AssetName));
}

void TestIssueMenu::whatCannotBeFiltered()
{
    ShownIssues shown;
    for (const int column : { IssuesModel::Title, IssuesModel::Opened, IssuesModel::Age }) {
        QVERIFY(!chooseCell(shown, 0, column, "valueMenu.include"));
        QVERIFY(chooseCell(shown, 0, column, "valueMenu.copy"));
        QCOMPARE(QApplication::clipboard()->text(), shown.cell(0, column));
    }
}

void TestIssueMenu::badges()
{
    ShownIssues shown;
    shown.choose(fullRow(shown));
    const models::Issue issue = issueIn(shown, fullRow(shown));
    const auto &filter = shown.page->query().filter();
    auto *severity = shown.child<views::Badge>("issuePane.severity");
    QVERIFY(choose(shown, severity, severity->rect().center(), "valueMenu.only"));
    QCOMPARE(filter.of(IssueField::Severity), QList<qint64> { int(issue.facts.severity) });
    QVERIFY(choose(shown, severity, severity->rect().center(), "valueMenu.copy"));
    QCOMPARE(QApplication::clipboard()->text(), shown.index.text(issue.facts.severityWord));
    auto *ours = shown.child<views::Badge>("issuePane.ours");
    QVERIFY(choose(shown, ours, ours->rect().center(), "valueMenu.include"));
    QCOMPARE(filter.standings.size(), 1);
    auto *status = shown.child<views::Badge>("issuePane.status");
    QVERIFY(choose(shown, status, status->rect().center(), "valueMenu.exclude"));
    QVERIFY(filter.excluded.classes.has(models::IssueClass::Open));
    QVERIFY(!filter.classes.has(models::IssueClass::Open));
    QVERIFY(shown.rows() < shown.open());
}

void TestIssueMenu::facts()
{
    ShownIssues shown;
    const int row = fullRow(shown);
    shown.choose(row);
    const models::Issue issue = issueIn(shown, row);
    const auto fact = [&shown](const char *label, const char *action) {
        const auto blocks =
                shown.child<QWidget>("issuePane.facts")->findChildren<views::TextBlock *>();
        for (views::TextBlock *block : blocks) {
            if (block->isVisibleTo(shown.page.get())
                && block->accessibleName() == QLatin1String(label))
                return choose(shown, block->viewport(), QPoint(4, 4), action);
        }
        return false;
    };
    const auto &filter = shown.page->query().filter();
    QVERIFY(fact("Asset group", "valueMenu.include"));
    QCOMPARE(filter.of(IssueField::Group), QList<qint64> { issue.facts.group });
    QVERIFY(fact("Policy", "valueMenu.include"));
    QCOMPARE(filter.of(IssueField::Policy), QList<qint64> { issue.facts.policy });
    QVERIFY(fact("Rule type", "valueMenu.only"));
    QCOMPARE(filter.of(IssueField::Rule), QList<qint64> { issue.facts.ruleType });
    QVERIFY(fact("Rule type", "valueMenu.copy"));
    QCOMPARE(QApplication::clipboard()->text(), shown.index.text(issue.facts.ruleType));
    QVERIFY(!fact("First seen", "valueMenu.include"));
    QVERIFY(fact("First seen", "valueMenu.copy"));
    QVERIFY(fact("Asset", "valueMenu.exclude"));
    QCOMPARE(filter.excluded.of(IssueField::Asset), QList<qint64> { issue.facts.assetKey() });
}

void TestIssueMenu::facets()
{
    ShownIssues shown;
    const auto sections = shown.page->findChild<views::FacetPanel *>()->sections();
    QListView &severities = sections.at(1)->list();
    const QModelIndex index = severities.model()->index(0, 0);
    severities.scrollTo(index);
    const QPoint at = severities.visualRect(index).center();
    QVERIFY(choose(shown, severities.viewport(), at, "valueMenu.exclude"));
    QVERIFY(shown.page->query().filter().excluded.severities.has(models::Severity::Urgent));
    QVERIFY(index.data(models::FacetList::ExcludedRole).toBool());
    // What is excluded is counted all the same: so many would come back.
    int urgent = 0;
    for (const models::Issue &issue : tests::issuesOf(shown.keeper.boards().issues()))
        urgent += issue.isOpen() && issue.facts.severity == models::Severity::Urgent ? 1 : 0;
    QVERIFY(urgent > 0);
    QCOMPARE(index.data(models::FacetList::MatchingRole).toInt(), urgent);
    QCOMPARE(shown.rows(), shown.open() - urgent);
}

void TestIssueMenu::markedValuesAreTakenBack()
{
    ShownIssues shown;
    const int row = fullRow(shown);
    const models::IssueFilter before = shown.page->query().filter();
    QVERIFY(chooseCell(shown, row, IssuesModel::Policy, "valueMenu.include"));
    const QModelIndex cell = shown.table()->model()->index(0, IssuesModel::Policy);
    rightClick(shown.table()->viewport(), shown.table()->visualRect(cell).center());
    QAction *include = entryOf(shown, "valueMenu.include");
    QVERIFY(include && include->isChecked());
    QVERIFY2(include->text().contains(shown.cell(0, IssuesModel::Policy)),
             qPrintable(include->text()));
    include->trigger();
    closeMenus(shown);
    QCOMPARE(shown.page->query().filter(), before);
}

} // namespace

QTEST_MAIN(TestIssueMenu)
#include "issuemenutest.moc"
