// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/safeurl.h"

#include <QTest>

using models::LinkPolicy;
using models::SafeUrl;

namespace {

constexpr auto Trusted = SafeUrl::Verdict::Trusted;
constexpr auto Ask = SafeUrl::Verdict::Ask;
constexpr auto Refused = SafeUrl::Verdict::Refused;

class SafeUrlTest final : public QObject
{
    Q_OBJECT
private slots:
    void judges_data();
    void judges();
    void reasonsSayWhy_data();
    void reasonsSayWhy();
    void trustIsByWholeName_data();
    void trustIsByWholeName();
    void opensExactlyWhatWasSent();
    void boundsTheLength();
};

void SafeUrlTest::judges_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<SafeUrl::Verdict>("verdict");
    QTest::addColumn<QString>("host");

    int number = 0;
    const auto row = [&number](const QString &raw, SafeUrl::Verdict verdict,
                               const char *host = "") {
        ++number;
        QTest::addRow("%d %s", number, qPrintable(raw.left(60)))
                << raw << verdict << QString::fromLatin1(host);
    };
    const auto u = [](const char16_t *text) { return QString::fromUtf16(text); };

    // friendly
    row(u(u"https://securetheorem.com"), Trusted, "securetheorem.com");
    row(u(u"https://securetheorem.com/"), Trusted, "securetheorem.com");
    row(u(u"https://www.securetheorem.com/api/inspect/policy-violations/924f1fb0"), Trusted,
        "www.securetheorem.com");
    row(u(u"https://a.b.c.securetheorem.com/x?y=z#t"), Trusted, "a.b.c.securetheorem.com");
    row(u(u"HTTPS://WWW.SecureTheorem.COM/Path"), Trusted, "www.securetheorem.com");
    row(u(u"https://www.securetheorem.com:443/x"), Trusted, "www.securetheorem.com");
    row(u(u"https://www.securetheorem.com/?next=https://evil.example/"), Trusted,
        "www.securetheorem.com");
    row(u(u"https://www.securetheorem.com/a%20b"), Trusted, "www.securetheorem.com");
    row(u(u"https://www.securetheorem.com/@evil.example"), Trusted, "www.securetheorem.com");
    row(u(u"https://www.securetheorem.com/x#@evil.example"), Trusted, "www.securetheorem.com");
    row(u(u"https://www.securetheorem.com/ü"), Trusted, "www.securetheorem.com");
    row(u(u"https://_dmarc.securetheorem.com/"), Trusted, "_dmarc.securetheorem.com");

    // shared hosting: exact host only
    row(u(u"https://dev-acheron.appspot.com/api/x"), Trusted, "dev-acheron.appspot.com");
    row(u(u"https://evil.dev-acheron.appspot.com/"), Ask, "evil.dev-acheron.appspot.com");
    row(u(u"https://evil-acheron.appspot.com/api/x"), Ask, "evil-acheron.appspot.com");
    row(u(u"https://appspot.com/"), Ask, "appspot.com");

    // other people's hosts
    row(u(u"https://gumtree.com.au"), Ask, "gumtree.com.au");
    row(u(u"https://console.aws.amazon.com/ec2/home?region=eu-west-1"), Ask,
        "console.aws.amazon.com");
    row(u(u"https://demo.demotheorem.com/"), Ask, "demo.demotheorem.com");
    row(u(u"https://localhost/"), Ask, "localhost");
    row(u(u"https://intranet/"), Ask, "intranet");
    row(u(u"https://com/"), Ask, "com");

    // looks like the trusted host
    row(u(u"https://securetheorem.com.evil.example/"), Ask, "securetheorem.com.evil.example");
    row(u(u"https://www.securetheorem.com.evil.example/x"), Ask,
        "www.securetheorem.com.evil.example");
    row(u(u"https://evilsecuretheorem.com/"), Ask, "evilsecuretheorem.com");
    row(u(u"https://evil-securetheorem.com/"), Ask, "evil-securetheorem.com");
    row(u(u"https://securetheorem.co/"), Ask, "securetheorem.co");
    row(u(u"https://securetheorem.comm/"), Ask, "securetheorem.comm");
    row(u(u"https://securetheorem-com.example/"), Ask, "securetheorem-com.example");
    row(u(u"https://evil.example/securetheorem.com"), Ask, "evil.example");
    row(u(u"https://evil.example?securetheorem.com"), Ask, "evil.example");
    row(u(u"https://evil.example#securetheorem.com"), Ask, "evil.example");
    row(u(u"https://evil.example#@securetheorem.com/"), Ask, "evil.example");
    row(u(u"https://evil.example?@securetheorem.com/"), Ask, "evil.example");
    row(u(u"https://evil.example/@securetheorem.com/"), Ask, "evil.example");
    row(u(u"https://evil.example/.securetheorem.com"), Ask, "evil.example");
    row(u(u"https://securetheorem.com./"), Ask, "securetheorem.com.");
    row(u(u"https://securetheorem.com:8443/"), Ask, "securetheorem.com");
    row(u(u"https://www.securetheorem.com:8443/"), Ask, "www.securetheorem.com");
    row(u(u"https://www.securetheorem.com:80/"), Ask, "www.securetheorem.com");

    // other scripts and other spellings of a host
    row(u(u"https://\u0455ecuretheorem.com/"), Ask, "xn--ecuretheorem-nok.com");
    row(u(u"https://www.xn--securetheorem-abc.com/"), Ask);
    row(u(u"https://xn--80ak6aa92e.securetheorem.com/"), Ask, "xn--80ak6aa92e.securetheorem.com");
    row(u(u"https://b\u00fccher.example/"), Ask, "xn--bcher-kva.example");
    row(u(u"https://www\u3002securetheorem\u3002com/"), Ask, "www.securetheorem.com");
    row(u(u"https://\uff53ecuretheorem.com/"), Ask, "securetheorem.com");
    row(u(u"https://securetheorem\uff0ecom/"), Ask, "securetheorem.com");

    // numbers for hosts
    row(u(u"https://127.0.0.1/"), Ask, "127.0.0.1");
    row(u(u"https://[::1]/"), Ask, "::1");
    row(u(u"https://[::ffff:127.0.0.1]/"), Ask);
    row(u(u"https://2130706433/"), Ask);
    row(u(u"https://0x7f.1/"), Ask);
    row(u(u"https://017700000001/"), Ask);
    row(u(u"https://169.254.169.254/latest/meta-data"), Ask, "169.254.169.254");

    // not https
    row(u(u"http://www.securetheorem.com/"), Refused);
    row(u(u"ftp://www.securetheorem.com/"), Refused);
    row(u(u"file:///etc/passwd"), Refused);
    row(u(u"file://www.securetheorem.com/etc/passwd"), Refused);
    row(u(u"javascript:alert(1)"), Refused);
    row(u(u"javascript://www.securetheorem.com/%0aalert(1)"), Refused);
    row(u(u"data:text/html,<script>alert(1)</script>"), Refused);
    row(u(u"vbscript:msgbox"), Refused);
    row(u(u"mailto:a@securetheorem.com"), Refused);
    row(u(u"smb://www.securetheorem.com/share"), Refused);
    row(u(u"ms-msdt:/id"), Refused);
    row(u(u"view-source:https://www.securetheorem.com/"), Refused);
    row(u(u"https+x://www.securetheorem.com/"), Refused);
    row(u(u"httpss://www.securetheorem.com/"), Refused);
    row(u(u"//www.securetheorem.com/"), Refused);
    row(u(u"/api/inspect"), Refused);
    row(u(u"www.securetheorem.com"), Refused);
    row(u(u"securetheorem.com:443/x"), Refused);
    row(u(u"--help"), Refused);
    row(u(u""), Refused);

    // no host
    row(u(u"https:"), Refused);
    row(u(u"https:/"), Refused);
    row(u(u"https://"), Refused);
    row(u(u"https:///www.securetheorem.com"), Refused);
    row(u(u"https:www.securetheorem.com"), Refused);
    row(u(u"https:/www.securetheorem.com"), Refused);
    row(u(u"https://:443/"), Refused);
    row(u(u"https://?x"), Refused);

    // user information
    row(u(u"https://securetheorem.com@evil.example"), Refused);
    row(u(u"https://securetheorem.com@evil.example/"), Refused);
    row(u(u"https://securetheorem.com:443@evil.example/"), Refused);
    row(u(u"https://user:password@www.securetheorem.com/"), Refused);
    row(u(u"https://user@www.securetheorem.com/"), Refused);
    row(u(u"https://@www.securetheorem.com/"), Refused);
    row(u(u"https://:@www.securetheorem.com/"), Refused);
    row(u(u"https://a@b@www.securetheorem.com/"), Refused);
    row(u(u"https://www.securetheorem.com%40evil.example/"), Refused);

    // characters that other programs read otherwise
    row(u(u"https://evil.example\\@www.securetheorem.com/"), Refused);
    row(u(u"https:\\\\www.securetheorem.com\\"), Refused);
    row(u(u"https://www.securetheorem.com\\.evil.example/"), Refused);
    row(u(u" https://www.securetheorem.com/"), Refused);
    row(u(u"https://www.securetheorem.com/ "), Refused);
    row(u(u"https://www.securetheorem.com/a b"), Refused);
    row(u(u"https://www.securetheorem.com/\u00a0"), Refused);
    row(u(u"https://www.securetheorem.com/\u2003x"), Refused);
    row(u(u"https://www.securetheorem.com/\n"), Refused);
    row(u(u"https://www.secure\ttheorem.com/"), Refused);
    row(u(u"https://www.securetheorem.com/\r\nHost: evil"), Refused);
    row(u(u"java\nscript:alert(1)"), Refused);
    row(u(u"https://www.securetheorem.com/\u202egpj.exe"), Refused);
    row(u(u"https://www.securetheorem.com/\u2066x\u2069"), Refused);
    row(u(u"https://secure\u200btheorem.com/"), Refused);
    row(u(u"https://secure\u00adtheorem.com/"), Refused);
    row(u(u"https://www.securetheorem.com/\u007f"), Refused);
    row(u(u"https://www.securetheorem.com/") + QChar(u'\0') + u(u".evil.example"), Refused);

    // unreadable
    row(u(u"https://[::1/"), Refused);
    row(u(u"https://[v1.x]x/"), Refused);
    row(u(u"https://www.securetheorem.com:99999/"), Refused);
    row(u(u"https://www.securetheorem.com:-1/"), Refused);
    row(u(u"https://www.securetheorem.com:x/"), Refused);
    row(u(u"https://www.securetheorem.com/<script>"), Refused);
    row(u(u"https://www.securetheorem.com/%zz"), Refused);
    row(u(u"https://www.securetheorem.com%00.evil.example/"), Refused);
    row(u(u"https://www.secure theorem.com/"), Refused);
    row(u(u"https://.securetheorem.com/"), Refused);
    row(u(u"https://x..securetheorem.com/"), Refused);
}

void SafeUrlTest::judges()
{
    QFETCH(QString, raw);
    QFETCH(SafeUrl::Verdict, verdict);
    QFETCH(QString, host);

    LinkPolicy policy;
    policy.trustedHosts << QStringLiteral("dev-acheron.appspot.com");
    const SafeUrl safe = SafeUrl::judge(raw, policy);
    const QString found = safe.host() + QLatin1String(": ") + safe.reason();
    QVERIFY2(safe.verdict() == verdict, qPrintable(found));
    QCOMPARE(safe.reason().isEmpty(), verdict == Trusted);
    QCOMPARE(safe.url().isValid(), verdict != Refused);
    if (!host.isEmpty())
        QCOMPARE(safe.host(), host);
    if (verdict == Refused)
        QVERIFY(safe.host().isEmpty());
}

void SafeUrlTest::reasonsSayWhy_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("word");
    QTest::newRow("scheme") << QStringLiteral("http://securetheorem.com/")
                            << QStringLiteral("https");
    QTest::newRow("user") << QStringLiteral("https://a@b.example/") << QStringLiteral("user name");
    QTest::newRow("list") << QStringLiteral("https://b.example/") << QStringLiteral("trusted");
    QTest::newRow("port") << QStringLiteral("https://www.securetheorem.com:8443/")
                          << QStringLiteral("8443");
    QTest::newRow("script") << QStringLiteral("https://xn--bcher-kva.example/")
                            << QStringLiteral("scripts");
    QTest::newRow("number") << QStringLiteral("https://10.0.0.1/") << QStringLiteral("number");
    QTest::newRow("slash") << QStringLiteral("https://a\\b/") << QStringLiteral("backslash");
    QTest::newRow("space") << QStringLiteral("https://a/ b") << QStringLiteral("white space");
}

void SafeUrlTest::reasonsSayWhy()
{
    QFETCH(QString, raw);
    QFETCH(QString, word);
    const QString reason = SafeUrl::judge(raw, {}).reason();
    QVERIFY2(reason.contains(word), qPrintable(reason));
}

void SafeUrlTest::trustIsByWholeName_data()
{
    QTest::addColumn<QString>("trusted");
    QTest::addColumn<QString>("raw");
    QTest::addColumn<SafeUrl::Verdict>("verdict");
    const auto row = [](const char *trusted, const char *raw, SafeUrl::Verdict verdict) {
        QTest::addRow("%s in %s", raw, trusted)
                << QString::fromUtf8(trusted) << QString::fromUtf8(raw) << verdict;
    };
    row("com", "https://evil.com/", Ask);
    row("", "https://evil.com/", Ask);
    row(".", "https://evil.com/", Ask);
    row("*.example.org", "https://evil.com/", Ask);
    row(" Example.ORG ", "https://www.example.org/", Trusted);
    row("appspot.com", "https://evil.appspot.com/", Ask);
    row("appspot.com", "https://appspot.com/", Trusted);
    row("team.github.io", "https://team.github.io/x", Trusted);
    row("team.github.io", "https://x.team.github.io/", Ask);
    row("github.io", "https://evil.github.io/", Ask);
    row("a.herokuapp.com", "https://b.a.herokuapp.com/", Ask);
    row("a.azurewebsites.net", "https://b.a.azurewebsites.net/", Ask);
    row("a.cloudfront.net", "https://b.cloudfront.net/", Ask);
    row("10.0.0.1", "https://10.0.0.1/", Trusted);
    row("10.0.0.1", "https://x.10.0.0.1/", Ask);
    row("10.0.0.1", "https://10.0.0.1:8443/", Ask);
    row("co.uk", "https://evil.co.uk/", Ask);
    row("firm.co.uk", "https://www.firm.co.uk/", Trusted);
    row("::1", "https://[::1]/", Trusted);
    row("b\u00fccher.example", "https://xn--bcher-kva.example/", Trusted);
    row("xn--bcher-kva.example", "https://b\u00fccher.example/", Trusted);
    row("xn--bcher-kva.example", "https://www.xn--bcher-kva.example/", Ask);
    row("localhost", "https://localhost/", Trusted);
    row("localhost", "https://x.localhost/", Ask);
}

void SafeUrlTest::trustIsByWholeName()
{
    QFETCH(QString, trusted);
    QFETCH(QString, raw);
    QFETCH(SafeUrl::Verdict, verdict);
    const SafeUrl safe = SafeUrl::judge(raw, LinkPolicy { { trusted } });
    QVERIFY2(safe.verdict() == verdict, qPrintable(safe.host()));
}

void SafeUrlTest::opensExactlyWhatWasSent()
{
    const QString raw =
            QStringLiteral("https://www.securetheorem.com/mobile-secure/v2/security/"
                           "5629499534213120/findings/5668600916475904?a=b%20c&d=%2F#e");
    const SafeUrl safe = SafeUrl::judge(raw, {});
    QCOMPARE(safe.verdict(), Trusted);
    QCOMPARE(QString::fromLatin1(safe.url().toEncoded()), raw);
}

void SafeUrlTest::boundsTheLength()
{
    const QString head = QStringLiteral("https://www.securetheorem.com/");
    const QString longest = head + QString(4096 - head.size(), QLatin1Char('a'));
    QCOMPARE(SafeUrl::judge(longest, {}).verdict(), Trusted);
    QCOMPARE(SafeUrl::judge(longest + QLatin1Char('a'), {}).verdict(), Refused);
    QCOMPARE(SafeUrl::judge(QString(5'000'000, QLatin1Char('a')), {}).verdict(), Refused);
}

} // namespace

QTEST_APPLESS_MAIN(SafeUrlTest)
#include "safeurltest.moc"
