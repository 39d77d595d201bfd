// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/limitrules.h"
#include "models/settings/addresstext.h"
#include "models/settings/settingsrules.h"

#include <QTest>

#include <limits>

using namespace models;

namespace {

using Field = SettingsProblem::Field;

QList<SettingsProblem> problems(const ReceiverSettings &receiver)
{
    Settings settings;
    settings.receiver = receiver;
    return validate(settings, ReceiverSecrets::fromToken(generateToken()));
}

class LimitRulesTest final : public QObject
{
    Q_OBJECT
private slots:
    void defaultsAreInside() { QCOMPARE(limitProblems({}), QStringList()); }
    void everyLimitHasItsRange();
    void contradictions();
    void wildValuesAreSaidInWords();
    void texts();
    void networks_data();
    void networks();
    void proxies();
};

void LimitRulesTest::everyLimitHasItsRange()
{
    QCOMPARE(limitRanges().size(), qsizetype(Limit::BanTime) + 1);
    for (const LimitRange &range : limitRanges()) {
        const QString name = limitName(range.limit);
        QVERIFY(!name.isEmpty());
        for (const qint64 value : { range.lowest - 1, range.highest + 1 }) {
            ReceiverSettings receiver;
            setLimitValue(receiver.limits, range.limit, value);
            QCOMPARE(limitValue(receiver.limits, range.limit), value);
            const auto found = problems(receiver);
            QVERIFY2(!found.isEmpty(), qPrintable(name));
            QCOMPARE(found.first().field, Field::Limits);
            QVERIFY2(found.first().text.contains(name), qPrintable(found.first().text));
        }
        ReceiverSettings receiver; // wide enough for both ends of each
        receiver.limits.connections = 10000;
        receiver.limits.connectionsPerPeer = 1;
        receiver.limits.body = 1024;
        receiver.limits.bodiesInFlight = 1024 * 1024 * 1024;
        for (const qint64 value : { range.lowest, range.highest }) {
            setLimitValue(receiver.limits, range.limit, value);
            QVERIFY2(problems(receiver).isEmpty(), qPrintable(name));
        }
    }
}

void LimitRulesTest::contradictions()
{
    ReceiverSettings receiver;
    receiver.limits.connections = 10;
    receiver.limits.connectionsPerPeer = 11;
    QCOMPARE(problems(receiver).size(), 1);
    receiver.limits.connectionsPerPeer = 10;
    QCOMPARE(problems(receiver).size(), 0);
    receiver.limits.body = 2 * 1024 * 1024;
    receiver.limits.bodiesInFlight = receiver.limits.body - 1;
    QCOMPARE(problems(receiver).size(), 1);
    receiver.limits.bodiesInFlight = receiver.limits.body;
    QCOMPARE(problems(receiver).size(), 0);
}

void LimitRulesTest::wildValuesAreSaidInWords()
{
    ReceiverSettings receiver;
    for (const LimitRange &range : limitRanges())
        setLimitValue(receiver.limits, range.limit, std::numeric_limits<qint64>::max());
    QCOMPARE(receiver.limits.headers, std::numeric_limits<int>::max());
    QVERIFY(problems(receiver).size() >= limitRanges().size());
    for (const LimitRange &range : limitRanges())
        setLimitValue(receiver.limits, range.limit, std::numeric_limits<qint64>::min());
    QVERIFY(problems(receiver).size() >= limitRanges().size());
}

void LimitRulesTest::texts()
{
    const auto text = [](Limit limit, qint64 value) -> QString {
        return limitText(limitRanges().at(int(limit)), value);
    };
    QCOMPARE(text(Limit::Body, 1024), QStringLiteral("1 KiB"));
    QCOMPARE(text(Limit::Body, 64 * 1024 * 1024), QStringLiteral("64 MiB"));
    QCOMPARE(text(Limit::Body, 0), QStringLiteral("0 bytes"));
    QCOMPARE(text(Limit::Headers, 100), QStringLiteral("100"));
    QCOMPARE(text(Limit::HeadTime, 10000), QStringLiteral("10 s"));
    QCOMPARE(text(Limit::HeadTime, 1500), QLocale().toString(1500) + QStringLiteral(" ms"));
}

void LimitRulesTest::networks_data()
{
    QTest::addColumn<bool>("good");
    for (const char *network : { "127.0.0.1", "10.0.0.0/8", "0.0.0.0/0", "192.168.1.5/32", "::1",
                                 "fd00::/8", "::/0", "2001:db8::7/128", "::ffff:10.0.0.0/104" })
        QTest::newRow(network) << true;
    for (const char *network : { "",
                                 "/8",
                                 "10.0.0.0/",
                                 "10.0.0.0/33",
                                 "10.0.0.0/-1",
                                 "10.0.0.0/08",
                                 "10.0.0.0/8/8",
                                 "10.0.0.0/ 8",
                                 "10.0.0/8",
                                 "::/129",
                                 "fe80::1%eth0",
                                 "example.com",
                                 "10.0.0.0/255.0.0.0",
                                 "fd00::/999999999999",
                                 "localhost",
                                 "any",
                                 "[::1]",
                                 "127.0.0.1:80",
                                 "*",
                                 "10.0.0.0/٨" })
        QTest::newRow(*network ? network : "empty") << false;
}

void LimitRulesTest::networks()
{
    QFETCH(bool, good);
    const QByteArray tag = QTest::currentDataTag();
    const QString text = tag == "empty" ? QString() : QString::fromUtf8(tag);
    QCOMPARE(isNetwork(text), good);
    ReceiverSettings receiver;
    receiver.trustedProxies = { text };
    const auto found = problems(receiver);
    QCOMPARE(found.size(), good ? 0 : 1);
    if (!good)
        QCOMPARE(found.first().field, Field::TrustedProxies);
}

void LimitRulesTest::proxies()
{
    ReceiverSettings receiver;
    for (int i = 0; i < 100; ++i)
        receiver.trustedProxies += QStringLiteral("10.0.0.%1").arg(i);
    QCOMPARE(problems(receiver).size(), 0);
    receiver.trustedProxies += QStringLiteral("10.0.1.0");
    QCOMPARE(problems(receiver).size(), 1);
    receiver.trustedProxies = QStringList(100000, QString(100000, QLatin1Char('x')).left(70));
    QVERIFY(problems(receiver).size() <= 5); // a file may hold anything
    QVERIFY(problems(receiver).first().text.size() < 300);
}

} // namespace

QTEST_APPLESS_MAIN(LimitRulesTest)
#include "limitrulestest.moc"
