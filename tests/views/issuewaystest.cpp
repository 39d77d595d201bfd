// SPDX-License-Identifier: GPL-3.0-or-later
// From an issue to the others of its rule and of its asset, and back by the chips.
#include "models/boards/timeline.h"
#include "shownissues.h"
#include "views/widgets/chip.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using models::IssuesModel;

namespace {

class TestIssueWays final : public QObject
{
    Q_OBJECT

private slots:
    void leadsToTheOthersOfARule();
    void leadsToAllOfAnAsset();
    void chipsAreTheFilter();
    void offersToDropOnePart();
    void offersToDropPartsTogether();
    void offersNothingThatLeavesNothing();
};

quint32 placeAt(const ShownIssues &shown, int row)
{
    return shown.table()->model()->index(row, 0).data(models::BoardModel::PlaceRole).toUInt();
}

std::vector<quint32> shownPlaces(const ShownIssues &shown)
{
    std::vector<quint32> places;
    for (int row = 0; row < shown.rows(); ++row)
        places.push_back(placeAt(shown, row));
    std::sort(places.begin(), places.end());
    return places;
}

QList<views::Chip *> chips(const ShownIssues &shown)
{
    QList<views::Chip *> all = shown.page->findChildren<views::Chip *>();
    all.removeIf([](const views::Chip *chip) { return !chip->isVisible(); });
    return all;
}

views::Chip *chipWith(const ShownIssues &shown, const QString &text)
{
    for (views::Chip *chip : chips(shown)) {
        if (chip->accessibleName().contains(text))
            return chip;
    }
    return nullptr;
}

/// Selects the first issue that the button leads on from; its place.
std::optional<quint32> chooseWith(const ShownIssues &shown, const QAbstractButton *way)
{
    for (int row = 0; row < shown.rows(); ++row) {
        shown.choose(row);
        if (way->isVisible())
            return placeAt(shown, row);
    }
    return {};
}

models::Filter parsed(const QString &text)
{
    return models::Filter::parse(text, models::FilterScope::IssuesOnly).filter.value();
}

models::SmallSet partsOf(std::initializer_list<int> parts)
{
    models::SmallSet set;
    for (const int part : parts)
        set.set(part);
    return set;
}

QList<QPushButton *> offers(const ShownIssues &shown)
{
    const auto *empty = shown.page->findChild<views::EmptyState *>();
    return empty->findChildren<QPushButton *>(QStringLiteral("emptyState.offer"));
}

void TestIssueWays::leadsToTheOthersOfARule()
{
    ShownIssues shown;
    auto *way = shown.child<QAbstractButton>("issuePane.sameRule");
    const auto place = chooseWith(shown, way);
    QVERIFY(place);
    const models::IssueBoard &board = shown.keeper.boards().issues();
    const models::IssueRelations relations = models::relationsOf(board, *place);
    QVERIFY(relations.sameRule.size() > 1);
    QVERIFY2(way->text().contains(QString::number(relations.sameRule.size())),
             qPrintable(way->text()));
    QTRY_VERIFY(!way->visibleRegion().isEmpty()); // without scrolling
    const int before = shown.rows();
    QTest::mouseClick(way, Qt::LeftButton);
    QCOMPARE(shownPlaces(shown), relations.sameRule);

    // Each part can be dropped by itself.
    QCOMPARE(chips(shown).size(), 3);
    views::Chip *asset = chipWith(shown, QStringLiteral("Asset: not "));
    QVERIFY(asset);
    QTest::mouseClick(asset, Qt::LeftButton);
    QVERIFY(shown.rows() > int(relations.sameRule.size()));
    const models::TermId rule = board.facts(*place).ruleType;
    for (const quint32 other : shownPlaces(shown))
        QCOMPARE(board.facts(other).ruleType, rule);
    views::Chip *chip = chipWith(shown, QStringLiteral("Rule: "));
    QVERIFY(chip);
    QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(shown.rows(), before);
}

void TestIssueWays::leadsToAllOfAnAsset()
{
    ShownIssues shown;
    auto *way = shown.child<QAbstractButton>("issuePane.sameAsset");
    const auto place = chooseWith(shown, way);
    QVERIFY(place);
    const models::IssueBoard &board = shown.keeper.boards().issues();
    std::vector<quint32> wanted = models::relationsOf(board, *place).sameAsset;
    wanted.push_back(*place); // is open itself
    std::sort(wanted.begin(), wanted.end());
    QVERIFY2(way->text().contains(QString::number(wanted.size())), qPrintable(way->text()));
    QTest::mouseClick(way, Qt::LeftButton);
    QCOMPARE(shownPlaces(shown), wanted);
    // It is still the one that is shown.
    QCOMPARE(shown.table()->selectedId(), qint64(*place) + 1);
    QVERIFY(chipWith(shown, shown.index.text(board.facts(*place).asset)));
    QVERIFY(shown.child<QLineEdit>("issuesPage.search")->text().isEmpty());
}

void TestIssueWays::chipsAreTheFilter()
{
    ShownIssues shown;
    QCOMPARE(chips(shown).size(), 1);
    QVERIFY(chipWith(shown, QStringLiteral("State: Open")));
    models::IssueFilter filter;
    filter.expression = parsed(QStringLiteral("name")); // stands in the search box
    filter.excluded.severities.set(models::Severity::Urgent);
    filter.rules.insert(shown.stream.term(QStringLiteral("never broken")));
    shown.page->query().setFilter(filter);
    QCOMPARE(chips(shown).size(), 2);
    QVERIFY(chipWith(shown, QStringLiteral("Severity: not Urgent")));
    QTest::mouseClick(chipWith(shown, QStringLiteral("Severity: not Urgent")), Qt::LeftButton);
    filter.excluded = {};
    QCOMPARE(shown.page->query().filter(), filter);
    shown.page->query().setFilter({});
    QVERIFY(chips(shown).isEmpty());
}

void TestIssueWays::offersToDropOnePart()
{
    ShownIssues shown;
    const models::IssueBoard &board = shown.keeper.boards().issues();
    const models::TermId rule = board.facts(placeAt(shown, 0)).ruleType;
    models::IssueFilter filter;
    filter.rules.insert(rule);
    filter.expression = parsed(QStringLiteral("\"nothing like it\""));
    shown.page->query().setFilter(filter);
    QTRY_COMPARE(shown.rows(), 0);
    auto *empty = shown.page->findChild<views::EmptyState *>();
    QVERIFY(empty->isVisible());
    const QStringList texts = [empty] {
        QStringList all;
        for (const QLabel *label : empty->findChildren<QLabel *>())
            all += label->text();
        return all;
    }();
    QVERIFY2(texts.join(u'\n').contains(QStringLiteral("Rule: ")), qPrintable(texts.join(u'\n')));
    int ofRule = 0;
    for (quint32 place = 0; place < board.size(); ++place)
        ofRule += board.facts(place).ruleType == rule ? 1 : 0;
    const std::vector<models::IssueWay> ways = shown.page->query().tally().ways;
    QCOMPARE(ways.size(), std::size_t(1));
    QCOMPARE(ways.front(), (models::IssueWay { partsOf({ models::issueTextPart }), ofRule }));
    // Only the text is to blame.
    const QPushButton *offer = offers(shown).value(0);
    QCOMPARE(offers(shown).size(), 1);
    QVERIFY2(offer->text().contains(QString::number(ofRule)), qPrintable(offer->text()));
    QTest::mouseClick(offers(shown).constFirst(), Qt::LeftButton);
    QCOMPARE(shown.rows(), ofRule);
    QVERIFY(shown.page->query().filter().expression.isEmpty());
}

/// No single one is to blame: the fewest together are, a group in brackets as one.
void TestIssueWays::offersToDropPartsTogether()
{
    ShownIssues shown;
    const models::IssueBoard &board = shown.keeper.boards().issues();
    const models::TermId rule = board.facts(placeAt(shown, 0)).ruleType;
    models::IssueFilter filter;
    filter.rules.insert(rule);
    filter.expression =
            parsed(QStringLiteral("(\"nothing like it\" OR \"nor this\") \"nor that\""));
    shown.page->query().setFilter(filter);
    QTRY_COMPARE(shown.rows(), 0);
    QTRY_COMPARE(offers(shown).size(), 1);
    int ofRule = 0;
    for (quint32 place = 0; place < board.size(); ++place)
        ofRule += board.facts(place).ruleType == rule ? 1 : 0;
    const models::SmallSet both = partsOf({ models::issueTextPart, models::issueTextPart + 1 });
    QCOMPARE(shown.page->query().tally().ways,
             (std::vector<models::IssueWay> { { both, ofRule } }));
    const QString words = offers(shown).constFirst()->text();
    for (const QString &part : { QStringLiteral("nor this"), QStringLiteral(" and "),
                                 QStringLiteral("nor that"), QString::number(ofRule) })
        QVERIFY2(words.contains(part), qPrintable(words));
    QTest::mouseClick(offers(shown).constFirst(), Qt::LeftButton);
    QCOMPARE(shown.rows(), ofRule);
    QVERIFY(shown.page->query().filter().expression.isEmpty());
    QCOMPARE(shown.page->query().filter().rules, filter.rules);
}

void TestIssueWays::offersNothingThatLeavesNothing()
{
    ShownIssues shown;
    models::IssueFilter filter;
    filter.expression = parsed(QStringLiteral("\"nothing like it\" \"nor that\""));
    shown.page->query().setFilter(filter);
    QTRY_COMPARE(shown.rows(), 0);
    QTRY_VERIFY(!shown.page->query().isBusy());
    QVERIFY(offers(shown).isEmpty()); // the button that shows all does that
}

} // namespace

QTEST_MAIN(TestIssueWays)
#include "issuewaystest.moc"
