// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/receiversecrets.h"

#include <QTest>

namespace {

using models::ReceiverSecrets;
using models::Secret;

const QString token = QStringLiteral("a-token-of-the-test-0123456789");
const QString other = QStringLiteral("another-token-of-the-test-01234");
constexpr models::Instant until(std::chrono::milliseconds(1'800'000'000'123));

class ReceiverSecretsTest final : public QObject
{
    Q_OBJECT
private slots:
    void aLoneTokenIsKeptAsItself();
    void everyFormComesBack();
    void rotationKeepsOnlyTheHashOfTheOldOne();
    void rotationToTheSameTokenEndsNothing();
    void whatIsNoJsonObjectIsAToken();
    void damagedHashesAdmitNobody();
    void pastedTokens_data();
    void pastedTokens();
};

void ReceiverSecretsTest::aLoneTokenIsKeptAsItself()
{
    QCOMPARE(ReceiverSecrets::fromToken(token).toText(), token);
    QCOMPARE(ReceiverSecrets().toText(), QString());
    QVERIFY(ReceiverSecrets::fromText({}).current.isEmpty());
}

void ReceiverSecretsTest::everyFormComesBack()
{
    const Secret shown = Secret::fromText(token);
    for (const Secret &current : { shown, shown.hidden(), Secret() }) {
        const ReceiverSecrets alone { current, {}, {} };
        QCOMPARE(ReceiverSecrets::fromText(alone.toText()), alone);
        const ReceiverSecrets both { current, Secret::fromText(other).hidden(), until };
        QCOMPARE(ReceiverSecrets::fromText(both.toText()), both);
    }
}

void ReceiverSecretsTest::rotationKeepsOnlyTheHashOfTheOldOne()
{
    const ReceiverSecrets before = ReceiverSecrets::fromToken(token);
    const ReceiverSecrets after = before.rotated(Secret::fromText(other), until);
    QCOMPARE(after.current.text, other);
    QCOMPARE(after.previous, Secret::fromText(token).hidden());
    QCOMPARE(after.previousUntil, until);
    QVERIFY(!after.toText().contains(token));
    QVERIFY(after.toText().contains(other));
}

void ReceiverSecretsTest::rotationToTheSameTokenEndsNothing()
{
    const ReceiverSecrets before = ReceiverSecrets::fromToken(token);
    QCOMPARE(before.rotated(Secret::fromText(token), until), before);
    QCOMPARE(ReceiverSecrets().rotated(Secret::fromText(token), until), before);
}

void ReceiverSecretsTest::whatIsNoJsonObjectIsAToken()
{
    for (const char *text : { "[1]", "{", "0123456789abcdef", "\"x\"" }) {
        const ReceiverSecrets secrets = ReceiverSecrets::fromText(QString::fromLatin1(text));
        QCOMPARE(secrets.current, Secret::fromText(QString::fromLatin1(text)));
    }
}

void ReceiverSecretsTest::damagedHashesAdmitNobody()
{
    for (const char *text : { "{}", R"({"hash":"12"})", R"({"hash":1,"previous":"zz"})" }) {
        const ReceiverSecrets secrets = ReceiverSecrets::fromText(QString::fromLatin1(text));
        QVERIFY(secrets.current.isEmpty());
        QVERIFY(secrets.previous.isEmpty());
        QVERIFY(!secrets.previousUntil);
    }
}

void ReceiverSecretsTest::pastedTokens_data()
{
    QTest::addColumn<QString>("bare");
    for (const char *same : { "", "abc", "Bearer", "bearerabc", "Splunk", "Basic abc", "a bearer" })
        QTest::newRow(*same ? same : "empty") << QString::fromLatin1(same);
    for (const char *pasted :
         { "Bearer abc", "bearer abc", "BEARER\tabc", "Splunk abc", " splunk   abc \r\n", "abc\n" })
        QTest::newRow(pasted) << QStringLiteral("abc");
    QTest::newRow("Bearer Splunk abc") << QStringLiteral("Splunk abc"); // no word is taken twice
}

void ReceiverSecretsTest::pastedTokens()
{
    QFETCH(QString, bare);
    const QByteArray tag = QTest::currentDataTag();
    QCOMPARE(models::tokenFromPasted(tag == "empty" ? QString() : QString::fromLatin1(tag)), bare);
}

} // namespace

QTEST_GUILESS_MAIN(ReceiverSecretsTest)
#include "receiversecretstest.moc"
