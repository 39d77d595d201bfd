// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/settingsrules.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace models;

namespace {

using Field = SettingsProblem::Field;

const QString goodToken = QStringLiteral("0123456789abcdef");

QList<Field> fields(const Settings &settings, const QString &token)
{
    QList<Field> found;
    for (const SettingsProblem &problem : validate(settings, ReceiverSecrets::fromToken(token))) {
        if (problem.text.isEmpty())
            qFatal("a problem without words");
        found.append(problem.field);
    }
    return found;
}

class SettingsRulesTest final : public QObject
{
    Q_OBJECT
private slots:
    void defaultsAreGood() { QCOMPARE(fields({}, generateToken()), QList<Field>()); }
    void addresses_data();
    void addresses();
    void tokens_data();
    void tokens();
    void noneOnlyOnLoopback_data();
    void noneOnlyOnLoopback();
    void anyPort();
    void certificateAndKeyBelongTogether();
    void trustedHosts_data();
    void trustedHosts();
    void allowedHosts_data();
    void allowedHosts();
    void everyProblemAtOnce();
    void freshTokens();
};

void SettingsRulesTest::addresses_data()
{
    QTest::addColumn<bool>("good");
    for (const char *address :
         { "127.0.0.1", "0.0.0.0", "192.168.1.20", "255.255.255.255", "::1", "::", "fe80::1%eth0",
           "2001:db8::7", "::ffff:127.0.0.1", "localhost", "any" })
        QTest::newRow(address) << true;
    for (const char *address : { "",
                                 " ",
                                 "127.0.0",
                                 "127.0.0.1.1",
                                 "256.0.0.1",
                                 "127.0.0.01",
                                 "0x7f.0.0.1",
                                 "2130706433",
                                 "127.0.0.1:8787",
                                 "127.0.0.1 ",
                                 "example.com",
                                 "http://127.0.0.1",
                                 ":::",
                                 "1::2::3",
                                 "[::1]",
                                 "gggg::1",
                                 "*",
                                 "127.0.0.-1",
                                 "127.0.0.1\n",
                                 "١٢٧.0.0.1" })
        QTest::newRow(*address ? address : "empty") << false;
}

void SettingsRulesTest::addresses()
{
    QFETCH(bool, good);
    const QByteArray tag = QTest::currentDataTag();
    Settings settings;
    settings.receiver.address = tag == "empty" ? QString() : QString::fromUtf8(tag);
    QCOMPARE(fields(settings, goodToken), good ? QList<Field>() : QList<Field> { Field::Address });
}

void SettingsRulesTest::tokens_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<AuthMode>("mode");
    QTest::addColumn<bool>("good");
    const auto text = [](qsizetype size) { return QString(size, QLatin1Char('a')); };
    QTest::newRow("shortest") << text(16) << AuthMode::Bearer << true;
    QTest::newRow("too short") << text(15) << AuthMode::Bearer << false;
    QTest::newRow("longest") << text(512) << AuthMode::Bearer << true;
    QTest::newRow("too long") << text(513) << AuthMode::Bearer << false;
    QTest::newRow("empty") << QString() << AuthMode::Bearer << false;
    QTest::newRow("none needed") << QString() << AuthMode::None << true;
    QTest::newRow("signs") << QStringLiteral("!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~") << AuthMode::Bearer
                           << true;
    QTest::newRow("space") << text(20) + QLatin1Char(' ') << AuthMode::Bearer << false;
    QTest::newRow("line end") << text(20) + QLatin1Char('\n') << AuthMode::Bearer << false;
    QTest::newRow("delete") << text(20) + QChar(0x7f) << AuthMode::Bearer << false;
    QTest::newRow("umlaut") << text(20) + QChar(0xfc) << AuthMode::Bearer << false;
    QTest::newRow("url") << text(20) + QStringLiteral("-._~09AZ") << AuthMode::Url << true;
    QTest::newRow("url slash") << text(20) + QLatin1Char('/') << AuthMode::Url << false;
    QTest::newRow("url percent") << text(20) + QLatin1Char('%') << AuthMode::Url << false;
    QTest::newRow("url empty") << QString() << AuthMode::Url << false;
}

void SettingsRulesTest::tokens()
{
    QFETCH(QString, token);
    QFETCH(AuthMode, mode);
    QFETCH(bool, good);
    Settings settings;
    settings.receiver.auth = mode;
    QCOMPARE(fields(settings, token), good ? QList<Field>() : QList<Field> { Field::Token });
}

void SettingsRulesTest::noneOnlyOnLoopback_data()
{
    QTest::addColumn<bool>("good");
    for (const char *address : { "127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1", "localhost" })
        QTest::newRow(address) << true;
    for (const char *address : { "0.0.0.0", "::", "any", "192.168.1.20", "fe80::1", "::2" })
        QTest::newRow(address) << false;
}

void SettingsRulesTest::noneOnlyOnLoopback()
{
    QFETCH(bool, good);
    Settings settings;
    settings.receiver.auth = AuthMode::None;
    settings.receiver.address = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(fields(settings, {}), good ? QList<Field>() : QList<Field> { Field::Authentication });
    settings.receiver.openConfirmed = true;
    QCOMPARE(fields(settings, {}), QList<Field>());
}

void SettingsRulesTest::anyPort()
{
    for (const quint16 port : { quint16(0), quint16(1), quint16(80), quint16(65535) }) {
        Settings settings;
        settings.receiver.port = port;
        QCOMPARE(fields(settings, goodToken), QList<Field>());
    }
}

void SettingsRulesTest::certificateAndKeyBelongTogether()
{
    Settings settings;
    settings.receiver.certificateFile = QStringLiteral("a.pem");
    QCOMPARE(fields(settings, goodToken), QList<Field> { Field::Key });
    settings.receiver.keyFile = QStringLiteral("b.pem");
    QCOMPARE(fields(settings, goodToken), QList<Field>());
    settings.receiver.certificateFile.clear();
    QCOMPARE(fields(settings, goodToken), QList<Field> { Field::Certificate });
}

void SettingsRulesTest::trustedHosts_data()
{
    QTest::addColumn<bool>("good");
    for (const char *host : { "securetheorem.com", "dev-acheron.appspot.com", "10.0.0.1", "::1",
                              "bücher.example", "localhost", "firm.co.uk" })
        QTest::newRow(host) << true;
    for (const char *host :
         { "com", "https://securetheorem.com", "a.example/x", "*.example.org", "u@example.org",
           "example.org:443", "a b.example", ".", "co.uk", "example.org.", "0x7f.0.0.1",
           "2130706433", "a%2eexample", "a\\example.org", "a\u202eb.example", "a?b.example" })
        QTest::newRow(host) << false;
}

void SettingsRulesTest::trustedHosts()
{
    QFETCH(bool, good);
    Settings settings;
    settings.links.trustedHosts = { QString::fromUtf8(QTest::currentDataTag()) };
    QCOMPARE(fields(settings, goodToken),
             good ? QList<Field>() : QList<Field> { Field::TrustedHosts });
}

void SettingsRulesTest::allowedHosts_data()
{
    QTest::addColumn<bool>("good");
    for (const char *host : { "console.example.com", "console.example.com:8443", "10.0.0.1",
                              "[::1]:8443", "xn--bcher-kva.example", "intranet" })
        QTest::newRow(host) << true;
    for (const char *host : { "", "bücher.example", "Console.example.com", "a.example:443",
                              "a.example.", "https://a.example", "a.example/x", "u@a.example",
                              "*.example.com", "a.example:99999", "2130706433", " a.example" })
        QTest::newRow(host) << false;
}

void SettingsRulesTest::allowedHosts()
{
    QFETCH(bool, good);
    Settings settings;
    settings.links.allowedHosts = { QString::fromUtf8(QTest::currentDataTag()) };
    QCOMPARE(fields(settings, goodToken),
             good ? QList<Field>() : QList<Field> { Field::AllowedHosts });
}

void SettingsRulesTest::everyProblemAtOnce()
{
    Settings settings;
    settings.receiver.address = QStringLiteral("nowhere");
    settings.receiver.keyFile = QStringLiteral("b.pem");
    settings.links.trustedHosts = { QStringLiteral("com") };
    const QList<Field> expected { Field::Address, Field::Token, Field::Certificate,
                                  Field::TrustedHosts };
    QCOMPARE(fields(settings, QStringLiteral("short")), expected);
}

void SettingsRulesTest::freshTokens()
{
    static const QRegularExpression base64url(QStringLiteral("^[A-Za-z0-9_-]{43}$"));
    QSet<QString> seen;
    for (int i = 0; i < 1000; ++i) {
        const QString token = generateToken();
        QVERIFY2(base64url.match(token).hasMatch(), qPrintable(token));
        QCOMPARE(QByteArray::fromBase64(token.toLatin1(), QByteArray::Base64UrlEncoding).size(),
                 32);
        seen.insert(token);
    }
    QCOMPARE(seen.size(), 1000);
}

} // namespace

QTEST_APPLESS_MAIN(SettingsRulesTest)
#include "settingsrulestest.moc"
