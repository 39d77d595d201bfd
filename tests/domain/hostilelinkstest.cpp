// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/domain/hostilelinks.h"
#include "models/domain/decoder.h"
#include "models/domain/safeurl.h"
#include "testpaths.h"

#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace models;

namespace {

LinkPolicy policy()
{
    LinkPolicy policy;
    policy.trustedHosts << QStringLiteral("dev-acheron.appspot.com");
    return policy;
}

QString number(LinkReason why)
{
    return QString::number(int(why));
}

class HostileLinksTest final : public QObject
{
    Q_OBJECT
private slots:
    void refused_data();
    void refused();
    void askedAbout_data();
    void askedAbout();
    void everyReasonHasItsLinksAndItsWords();
    void allowingOneAllowsNoOther();
    void honestLinksOfTheSamples();

private:
    static void rows(const QList<HostileLink> &links);
};

void HostileLinksTest::rows(const QList<HostileLink> &links)
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<int>("why");
    int count = 0;
    for (const HostileLink &link : links) {
        QTest::addRow("%d %s", ++count, qPrintable(link.raw.left(60))) << link.raw << int(link.why);
    }
}

void HostileLinksTest::refused_data()
{
    rows(refusedLinks());
}

void HostileLinksTest::refused()
{
    QFETCH(QString, raw);
    QFETCH(int, why);
    const SafeUrl url = SafeUrl::judge(raw, policy());
    QVERIFY2(int(url.why()) == why, qPrintable(QString(number(url.why()) + u' ' + url.reason())));
    QCOMPARE(url.verdict(), SafeUrl::Verdict::Refused);
    QVERIFY(!url.url().isValid());
    QVERIFY(url.allowName().isEmpty());
}

void HostileLinksTest::askedAbout_data()
{
    rows(doubtfulLinks());
}

void HostileLinksTest::askedAbout()
{
    QFETCH(QString, raw);
    QFETCH(int, why);
    const SafeUrl url = SafeUrl::judge(raw, policy());
    const QString found = QString(url.host() + u' ' + number(url.why()) + u' ' + url.reason());
    QVERIFY2(int(url.why()) == why, qPrintable(found));
    QCOMPARE(url.verdict(), SafeUrl::Verdict::Ask);
    QVERIFY(!url.reason().isEmpty());
    if (url.allowName().isEmpty())
        return;
    // Allowed by a person it opens, and stays the link that was shown.
    LinkPolicy allowed = policy();
    allowed.allowedHosts << url.allowName();
    const SafeUrl again = SafeUrl::judge(raw, allowed);
    QCOMPARE(again.verdict(), SafeUrl::Verdict::Trusted);
    QCOMPARE(again.url(), url.url());
    QCOMPARE(again.why(), LinkReason::None);
}

void HostileLinksTest::everyReasonHasItsLinksAndItsWords()
{
    const QList<HostileLink> links = refusedLinks() + doubtfulLinks();
    QVERIFY2(links.size() >= 200, qPrintable(QString::number(links.size())));
    QSet<int> reasons;
    QSet<QString> texts;
    QSet<QString> raws { QStringLiteral("x").repeated(4097) };
    QCOMPARE(SafeUrl::judge(*raws.begin(), policy()).why(), LinkReason::TooLong);
    reasons.insert(int(LinkReason::TooLong));
    for (const HostileLink &link : links) {
        reasons.insert(int(link.why));
        raws.insert(link.raw);
    }
    QCOMPARE(raws.size(), links.size() + 1); // none is there twice
    QCOMPARE(reasons.size(), linkReasonCount);
    for (const int reason : reasons) {
        const QString text = linkReasonText(LinkReason(reason), QStringLiteral("x.example"));
        QVERIFY2(text.endsWith(u'.') && !text.contains(u'%'), qPrintable(text));
        texts.insert(text);
    }
    QCOMPARE(texts.size(), linkReasonCount);
    QVERIFY(linkReasonText(LinkReason::None).isEmpty());
}

void HostileLinksTest::allowingOneAllowsNoOther()
{
    LinkPolicy allowed = policy();
    allowed.allowedHosts << QStringLiteral("console.example") << QStringLiteral("[::1]:8443")
                         << QStringLiteral("x.github.io");
    const auto verdict = [&](const char *raw) {
        return SafeUrl::judge(QString::fromLatin1(raw), allowed).verdict();
    };
    QCOMPARE(verdict("https://console.example/a"), SafeUrl::Verdict::Trusted);
    QCOMPARE(verdict("https://CONSOLE.example:443/"), SafeUrl::Verdict::Trusted);
    QCOMPARE(verdict("https://[::1]:8443/"), SafeUrl::Verdict::Trusted);
    QCOMPARE(verdict("https://x.github.io/"), SafeUrl::Verdict::Trusted);
    for (const char *raw : { "https://www.console.example/", "https://console.example:8443/",
                             "https://console.example./", "https://xconsole.example/",
                             "https://[::1]/", "https://[::1]:8444/", "https://y.x.github.io/" })
        QVERIFY2(verdict(raw) == SafeUrl::Verdict::Ask, raw);
    QCOMPARE(verdict("http://console.example/"), SafeUrl::Verdict::Refused);
    // What was allowed opens no link that is hostile for another reason.
    for (const HostileLink &link : refusedLinks() + doubtfulLinks()) {
        const SafeUrl url = SafeUrl::judge(link.raw, allowed);
        if (allowed.allowedHosts.contains(url.allowName()))
            continue;
        QVERIFY2(url.verdict() != SafeUrl::Verdict::Trusted, qPrintable(link.raw));
    }
}

void HostileLinksTest::honestLinksOfTheSamples()
{
    int trusted = 0;
    int others = 0;
    QDirIterator files(QStringLiteral(TEST_DATA_DIR "/samples"), QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const Event &event : decodeBody(file.readAll()).events) {
            for (const Link &link : event.links) {
                const SafeUrl url = SafeUrl::judge(link.url, LinkPolicy());
                const bool portal = url.host() == QLatin1String("www.securetheorem.com");
                QVERIFY2(url.verdict()
                                 == (portal ? SafeUrl::Verdict::Trusted : SafeUrl::Verdict::Ask),
                         qPrintable(link.url));
                const bool shared = url.host() == QLatin1String("dev-acheron.appspot.com");
                if (!portal)
                    QCOMPARE(url.why(), shared ? LinkReason::SharedHosting : LinkReason::Unknown);
                (portal ? trusted : others) += 1;
            }
        }
    }
    QVERIFY(trusted > 0);
    QVERIFY(others > 0);
}

} // namespace

QTEST_APPLESS_MAIN(HostileLinksTest)
#include "hostilelinkstest.moc"
