// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/overduerules.h"
#include "models/settings/settingsrules.h"

#include <QTest>

#include <limits>
#include <set>

using namespace models;

namespace {

class OverdueRulesTest final : public QObject
{
    Q_OBJECT
private slots:
    void everySeverityOnce();
    void wordsComeBack();
    void wildPoliciesAreSaidInWords();
};

void OverdueRulesTest::everySeverityOnce()
{
    const std::set<Severity> once(severitiesGravestFirst.begin(), severitiesGravestFirst.end());
    QCOMPARE(once.size(), std::size_t(severityCount));
}

void OverdueRulesTest::wordsComeBack()
{
    for (const int days : { 0, 1, 7, 180, mostOverdueDays })
        QCOMPARE(overdueFromWord(overdueWord(days)), std::optional<int>(days));
    for (const char *word : { "", " ", "0", "-7", "+", "3651", "7d", "nevermore", "2147483648" })
        QCOMPARE(overdueFromWord(QLatin1String(word)), std::optional<int>());
}

void OverdueRulesTest::wildPoliciesAreSaidInWords()
{
    const auto token = ReceiverSecrets::fromToken(generateToken());
    Settings settings;
    QCOMPARE(validate(settings, token), QList<SettingsProblem>());
    settings.overdue.days.fill(0);
    QCOMPARE(validate(settings, token), QList<SettingsProblem>());
    settings.overdue.days.fill(mostOverdueDays);
    QCOMPARE(validate(settings, token), QList<SettingsProblem>());
    for (const int wild : { -1, mostOverdueDays + 1, std::numeric_limits<int>::max() }) {
        settings.overdue = {};
        settings.overdue.days.at(std::size_t(Severity::High)) = wild;
        const QList<SettingsProblem> problems = validate(settings, token);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().field, SettingsProblem::Field::Overdue);
        QVERIFY(problems.first().text.contains(QStringLiteral("“high”")));
    }
}

} // namespace

QTEST_GUILESS_MAIN(OverdueRulesTest)
#include "overduerulestest.moc"
