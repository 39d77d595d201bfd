// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuefilter.h"

#include <QTest>

#include <algorithm>

using namespace models;

namespace {

constexpr auto isNew = TriageJudgement::Standing::New;

class TestIssueFilter final : public QObject
{
    Q_OBJECT

private slots:
    void gesturesOnValues();
    void meetsEachPart_data();
    void meetsEachPart();
    void partsCanBeDropped();
    void severalPartsCanBeDropped();
    void valuesAreReadAgain();
};

/// Open, high, of group 10 on asset 20 under policy 30 against rule 40.
IssueDigest anIssue()
{
    IssueDigest issue;
    issue.severity = Severity::High;
    issue.group = 10;
    issue.asset = 20;
    issue.policy = 30;
    issue.ruleType = 40;
    return issue;
}

SmallSet openClasses()
{
    SmallSet classes;
    classes.set(IssueClass::Open);
    classes.set(IssueClass::Overdue);
    return classes;
}

void TestIssueFilter::gesturesOnValues()
{
    const IssueValue high { IssueField::Severity, int(Severity::High) };
    const IssueValue low { IssueField::Severity, int(Severity::Low) };
    const IssueValue rule { IssueField::Rule, 40 };
    IssueFilter filter = included(included({}, high), rule);
    QVERIFY(filter.has(high) && filter.has(rule) && !filter.has(low));
    filter = excludedToo(filter, high); // not both
    QVERIFY(!filter.has(high) && filter.excluded.has(high) && filter.has(rule));
    filter = included(filter, high);
    QVERIFY(filter.has(high) && !filter.excluded.has(high));
    filter = only(excludedToo(filter, { IssueField::Severity, int(Severity::Medium) }), low);
    QCOMPARE(filter.of(IssueField::Severity), QList<qint64> { low.key });
    QCOMPARE(filter.excluded.count(IssueField::Severity), 0);
    QVERIFY(filter.has(rule)); // of another field
    QVERIFY(released(released(filter, low), rule).isEmpty());
    QVERIFY(released(excludedToo({}, rule), rule).isEmpty());
}

void TestIssueFilter::meetsEachPart_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<qlonglong>("own");
    QTest::addColumn<qlonglong>("other");
    const auto row = [](const char *name, IssueField field, qlonglong own, qlonglong other) {
        QTest::newRow(name) << int(field) << own << other;
    };
    row("class", IssueField::Class, int(IssueClass::Overdue), int(IssueClass::Fixed));
    row("severity", IssueField::Severity, int(Severity::High), int(Severity::Low));
    row("standing", IssueField::Standing, int(isNew), int(isNew) + 1);
    row("group", IssueField::Group, 10, 11);
    row("asset", IssueField::Asset, 20, 21);
    row("policy", IssueField::Policy, 30, 31);
    row("rule", IssueField::Rule, 40, 0);
}

void TestIssueFilter::meetsEachPart()
{
    QFETCH(int, field);
    QFETCH(qlonglong, own);
    QFETCH(qlonglong, other);
    const auto which = IssueField(field);
    const auto missed = [](const IssueFilter &filter) {
        return missedParts(filter, anIssue(), openClasses(), isNew);
    };
    const auto part = [which](bool excluded) {
        SmallSet parts;
        parts.set(issuePart(which, excluded));
        return parts;
    };
    QVERIFY(missed({}).isEmpty());
    QVERIFY(missed(included({}, { which, own })).isEmpty());
    QVERIFY(missed(included(included({}, { which, other }), { which, own })).isEmpty());
    QCOMPARE(missed(included({}, { which, other })), part(false));
    QVERIFY(missed(excludedToo({}, { which, other })).isEmpty());
    QCOMPARE(missed(excludedToo({}, { which, own })), part(true));
}

/// Each by the place that it had before any was dropped.
void TestIssueFilter::severalPartsCanBeDropped()
{
    IssueFilter filter;
    filter.expression =
            Filter::parse(QStringLiteral("one (two or three) four"), FilterScope::IssuesOnly)
                    .filter.value();
    filter.set({ IssueField::Severity, 1 });
    filter.excluded.set({ IssueField::Rule, 2 });
    SmallSet parts;
    for (const int part : { issueTextPart, issueTextPart + 2, issuePart(IssueField::Rule, true) })
        parts.set(part);
    const IssueFilter rest = withoutParts(filter, parts);
    QCOMPARE(rest.expression,
             Filter::parse(QStringLiteral("two or three"), FilterScope::IssuesOnly).filter.value());
    QVERIFY(rest.has({ IssueField::Severity, 1 }));
    QVERIFY(!rest.excluded.has({ IssueField::Rule, 2 }));
    QCOMPARE(withoutParts(filter, {}), filter);
}

void TestIssueFilter::partsCanBeDropped()
{
    IssueFilter filter;
    QString words;
    for (int word = 0; word < issueTextParts + 4; ++word)
        words += QStringLiteral("word%1 ").arg(word);
    filter.expression = Filter::parse(words, FilterScope::IssuesOnly).filter.value();
    for (int field = 0; field < issueFieldCount; ++field) {
        filter.set({ IssueField(field), 1 });
        filter.excluded.set({ IssueField(field), 2 });
    }
    for (int part = issuePartCount - 1; part >= 0; --part) {
        const IssueFilter before = filter;
        filter = withoutPart(filter, part);
        QVERIFY(filter != before);
        QCOMPARE(filter.isEmpty(), part == 0);
        // The last one is all that have no part of their own.
        QCOMPARE(int(filter.expression.clauses().size()),
                 std::clamp(part - issueTextPart, 0, issueTextParts - 1));
    }
}

void TestIssueFilter::valuesAreReadAgain()
{
    for (int field = 0; field < issueFieldCount; ++field) {
        const IssueValue value { IssueField(field), 7 + field };
        QCOMPARE(readIssueValue(written(value)), std::optional(value));
    }
    for (const char *wrong : { "", "rule", "rule:", "rule:x", "rule:-1", "rules:1", "severity:32" })
        QVERIFY2(!readIssueValue(QLatin1String(wrong)), wrong);
}

} // namespace

QTEST_GUILESS_MAIN(TestIssueFilter)
#include "issuefiltertest.moc"
