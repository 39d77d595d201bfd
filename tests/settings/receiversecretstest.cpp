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
    void theSchemeWordIsNoPartOfAToken_data();
    void theSchemeWordIsNoPartOfAToken();
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

void ReceiverSecretsTest::theSchemeWordIsNoPartOfAToken_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("bare");
    QTest::newRow("token") << token << token;
    QTest::newRow("bearer") << u"Bearer " + token << token;
    QTest::newRow("lower case") << u"bearer " + token << token;
    QTest::newRow("upper case") << u"BEARER " + token << token;
    QTest::newRow("splunk") << u"Splunk " + token << token;
    QTest::newRow("more white space") << u" bEaReR \t " + token + u" \r\n" << token;
    QTest::newRow("tab") << u"Bearer\t" + token << token;
    // Not ours to decide: validate() has its say about these.
    QTest::newRow("no white space") << u"Bearer" + token << u"Bearer" + token;
    QTest::newRow("another scheme") << u"Basic " + token << u"Basic " + token;
    QTest::newRow("blank inside") << u"Bearer " + token + u" x" << token + u" x";
    QTest::newRow("blank before") << u" " + token << u" " + token;
    QTest::newRow("word alone") << QStringLiteral("Bearer") << QStringLiteral("Bearer");
    QTest::newRow("word and blank") << QStringLiteral("Bearer ") << QStringLiteral("Bearer ");
    QTest::newRow("word twice") << u"Bearer Bearer " + token << u"Bearer " + token;
    QTest::newRow("empty") << QString() << QString();
}

void ReceiverSecretsTest::theSchemeWordIsNoPartOfAToken()
{
    QFETCH(QString, pasted);
    QFETCH(QString, bare);
    QCOMPARE(models::bareToken(pasted), bare);
    QCOMPARE(Secret::fromText(pasted).text, bare);
    if (bare == token) {
        QCOMPARE(Secret::fromText(pasted), Secret::fromText(token));
        QCOMPARE(ReceiverSecrets::fromToken(pasted).current, Secret::fromText(token));
        QCOMPARE(ReceiverSecrets::fromText(pasted).current, Secret::fromText(token));
    }
}

} // namespace

QTEST_GUILESS_MAIN(ReceiverSecretsTest)
#include "receiversecretstest.moc"
