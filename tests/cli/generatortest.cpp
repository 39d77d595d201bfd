// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/generator.h"
#include "models/domain/decoder.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>
#include <QTest>

using namespace models;

namespace {

const Instant from(std::chrono::days(19000));
const Instant to(std::chrono::days(19730));

QList<QByteArray> lines(quint64 seed, int count)
{
    SampleGenerator generator(seed, from, to, count);
    QList<QByteArray> list;
    for (int i = 0; i < count; ++i)
        list.append(generator.next());
    return list;
}

} // namespace

/// The sample events: the same everywhere, every family, lifelike numbers.
class GeneratorTest final : public QObject
{
    Q_OBJECT
private slots:
    void sameSeedSameBytes()
    {
        const auto first = lines(7, 3000);
        QCOMPARE(lines(7, 3000), first);
        QVERIFY(lines(8, 3000) != first);
        // The bytes must not change with the machine, the compiler or Qt. When the generator is
        // changed on purpose, this sum changes with it.
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QByteArray &line : first)
            hash.addData(line);
        QCOMPARE(hash.result().toHex(),
                 QByteArray("c7d51b042bcb9a225a050049ecf30654773c369532fd8ecf2cef8cd1311571cf"));
    }

    void everyLineIsOneEventThatTheProgramKnows()
    {
        QHash<Family, int> families;
        QSet<QString> types;
        for (const QByteArray &line : lines(1, 5000)) {
            QVERIFY(!line.contains('\n'));
            const DecodedBody decoded = decodeBody(line);
            QVERIFY2(decoded.refused.isEmpty(), line.constData());
            QCOMPARE(decoded.events.size(), 1);
            const Event &event = decoded.events.first();
            QCOMPARE(event.body, line);
            QVERIFY(!event.title.isEmpty());
            ++families[event.family];
            types.insert(event.type);
            if (event.family == Family::ConnectionTest)
                continue;
            QVERIFY(event.time.has_value());
            QVERIFY(*event.time >= from - std::chrono::hours(2) && *event.time <= to);
            if (event.family == Family::PolicyViolation) {
                QVERIFY2(line.size() > 1450 && line.size() < 2300, line.constData());
                QVERIFY(!event.subjectId.isEmpty() && !event.group.name.isEmpty());
                QVERIFY(!event.asset.name.isEmpty() && !event.recommendation.isEmpty());
                QVERIFY(event.severity > Severity::Unknown);
                QVERIFY(event.status > Status::Unknown);
            }
        }
        QCOMPARE(families.size(), familyCount);
        for (const char *type :
             { "API_SECURE__POLICY_VIOLATION_OPENED", "API_SECURE__POLICY_VIOLATION_RESOLVED",
               "API_SECURE__POLICY_VIOLATION_WONT_FIX", "API_SECURE__NETWORK_SERVICE_DISCOVERED",
               "MOBILE_SECURE__FINDING_TARGET_CREATED", "MOBILE_SECURE__FINDING_TARGET_FIXED",
               "MOBILE_SECURE__FINDING_TARGET_RISK_ACCEPTED",
               "MOBILE_SECURE__FINDING_TARGET_COMPENSATING_CONTROL",
               "MOBILE_SECURE__FINDING_NOTE_CREATED", "MOBILE_SECURE__FINDING_NOTE_DELETED",
               "MOBILE_SECURE__USER_CREATED", "MOBILE_SECURE__USER_UPDATED",
               "MOBILE_SECURE__USER_DELETED", "MOBILE_SECURE__USER_LOGIN_FAILED",
               "MOBILE_SECURE__USER_LOGIN_SUCCESSFUL", "MOBILE_PROTECT__EVENT_DETECTED",
               "API_PROTECT__EVENT_DETECTED" })
            QVERIFY2(types.contains(QString::fromLatin1(type)), type);
    }

    void aSmallSampleShowsEverythingToo()
    {
        QSet<Family> families;
        for (const QByteArray &line : lines(5, 30))
            families.insert(decodeBody(line).events.value(0).family);
        QCOMPARE(families.size(), familyCount);
    }

    void storiesAreLifelike()
    {
        QHash<QString, QList<std::pair<Instant, Status>>> stories;
        QHash<QString, int> texts;
        QSet<QString> rules;
        QSet<QString> groups;
        QSet<QString> assets;
        const int count = 30000;
        for (const QByteArray &line : lines(1, count)) {
            const Event event = decodeBody(line).events.value(0);
            ++texts[event.description % event.recommendation];
            if (event.family != Family::PolicyViolation)
                continue;
            stories[event.subjectId].append({ *event.time, event.status });
            rules.insert(event.ruleTypeId);
            groups.insert(event.group.name);
            assets.insert(event.asset.id);
        }
        QCOMPARE(rules.size(), 300);
        QCOMPARE(groups.size(), 60);
        QVERIFY(assets.size() > 3500);
        int own = 0;
        for (const int uses : std::as_const(texts))
            own += uses == 1 ? 1 : 0;
        QVERIFY2(own > count * 15 / 100 && own < count * 25 / 100,
                 qPrintable(QString::number(own)));
        int neverOpened = 0;
        int reopened = 0;
        int outOfOrder = 0;
        for (const auto &story : std::as_const(stories)) {
            int opened = 0;
            for (const auto &[time, status] : story)
                opened += status == Status::Open ? 1 : 0;
            neverOpened += opened == 0 ? 1 : 0;
            reopened += opened > 1 ? 1 : 0;
            outOfOrder +=
                    std::is_sorted(story.begin(), story.end(),
                                   [](const auto &a, const auto &b) { return a.first < b.first; })
                    ? 0
                    : 1;
        }
        QVERIFY(neverOpened > 50);
        QVERIFY(reopened > 100);
        QVERIFY(outOfOrder > 50);
    }

    void timesFillTheSpan()
    {
        const auto list = lines(3, 2000);
        const Instant first = *decodeBody(list.first()).events.first().time;
        const Instant last = *decodeBody(list.last()).events.first().time;
        QVERIFY(first - from < std::chrono::days(1));
        QVERIFY(to - last < std::chrono::days(2));
    }
};

QTEST_APPLESS_MAIN(GeneratorTest)
#include "generatortest.moc"
