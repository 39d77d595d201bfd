// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/proxytext.h"

#include <QTest>

namespace {

using models::ProxyKind;
using models::proxyText;
using namespace std::chrono_literals;

/// What the configuration text says; that the real programs take it is shown in tests/outside.
class ProxyTextTest final : public QObject
{
    Q_OBJECT
private slots:
    void saysWhereTheReceiverIs_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("expected");
        QTest::newRow("loopback") << QStringLiteral("127.0.0.1")
                                  << QStringLiteral("127.0.0.1:9000");
        QTest::newRow("any") << QStringLiteral("any") << QStringLiteral("127.0.0.1:9000");
        QTest::newRow("all of IPv4")
                << QStringLiteral("0.0.0.0") << QStringLiteral("127.0.0.1:9000");
        QTest::newRow("all of IPv6") << QStringLiteral("::") << QStringLiteral("[::1]:9000");
        QTest::newRow("one of its own")
                << QStringLiteral("10.1.2.3") << QStringLiteral("10.1.2.3:9000");
    }
    void saysWhereTheReceiverIs()
    {
        QFETCH(QString, address);
        QFETCH(QString, expected);
        models::ReceiverSettings settings;
        settings.address = address;
        settings.port = 9000;
        for (const ProxyKind kind : { ProxyKind::Nginx, ProxyKind::Caddy })
            QVERIFY(proxyText(kind, settings).contains(QString(QLatin1Char(' ') + expected)));
    }

    void leavesNothingUnfilled()
    {
        models::ReceiverSettings settings;
        for (const models::AuthMode mode :
             { models::AuthMode::Bearer, models::AuthMode::Url, models::AuthMode::None }) {
            settings.auth = mode;
            for (const bool isSecure : { false, true }) {
                settings.certificateFile = isSecure ? QStringLiteral("/a.crt") : QString();
                for (const ProxyKind kind : { ProxyKind::Nginx, ProxyKind::Caddy }) {
                    const QString text = proxyText(kind, settings);
                    for (const char mark : { '<', '>', '%' })
                        QVERIFY(!text.contains(QLatin1Char(mark)));
                    QCOMPARE(text.count(QLatin1Char('{')), text.count(QLatin1Char('}')));
                    QCOMPARE(text.contains(QLatin1String("https://")), isSecure);
                    QCOMPARE(text.contains(QLatin1String("/hook/")), mode == models::AuthMode::Url);
                    QCOMPARE(text.contains(QLatin1String("/webhook")),
                             mode != models::AuthMode::Url);
                }
            }
        }
    }

    void followsTheLimits()
    {
        models::ReceiverSettings settings;
        settings.limits.body = 3000 * 1024;
        settings.limits.headTime = 7s;
        settings.limits.bodyTime = 17s;
        settings.limits.idleTime = 50s;
        const QString nginx = proxyText(ProxyKind::Nginx, settings);
        QVERIFY(nginx.contains(QLatin1String("client_max_body_size 6000k;")));
        QVERIFY(nginx.contains(QLatin1String("client_header_timeout 7s;")));
        QVERIFY(nginx.contains(QLatin1String("client_body_timeout 17s;")));
        QVERIFY(nginx.contains(QLatin1String("keepalive_timeout 25s;")));
        const QString caddy = proxyText(ProxyKind::Caddy, settings);
        QVERIFY(caddy.contains(QLatin1String("max_size 6000KiB")));
        QVERIFY(caddy.contains(QLatin1String("read_header 7s")));
    }

    void anUnknownPortIsNoPort()
    {
        models::ReceiverSettings settings;
        settings.port = 0;
        QVERIFY(proxyText(ProxyKind::Nginx, settings).contains(QLatin1String("127.0.0.1:PORT")));
    }
};

} // namespace

QTEST_APPLESS_MAIN(ProxyTextTest)
#include "proxytexttest.moc"
