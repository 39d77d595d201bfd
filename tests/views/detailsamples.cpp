// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/detailsamples.h"

using namespace models;
using namespace std::chrono_literals;

namespace {

constexpr Instant base { std::chrono::milliseconds(1611733052000) };

StoredEvent stored(Family family, const QString &type, const QString &title)
{
    static qint64 id = 0;
    StoredEvent stored;
    stored.id = ++id;
    stored.event.family = family;
    stored.event.type = type;
    stored.event.product = type.section(QStringLiteral("__"), 0, 0);
    stored.event.title = title;
    stored.event.time = base;
    stored.received = base + 3s;
    stored.lastReceived = stored.received;
    stored.peer = QStringLiteral("203.0.113.20");
    stored.event.body = R"({"event": {"type": ")" + type.toUtf8() + R"("}, "time": 1611733052})";
    stored.formatted = QStringLiteral("{\n  \"event\": {\n    \"type\": \"") + type
            + QStringLiteral("\"\n  },\n  \"time\": 1611733052\n}");
    return stored;
}

void addAsset(Event &event)
{
    event.asset = { QStringLiteral("ed1d9485-5672-4db0-81aa-f8e5c96ba750"),
                    QStringLiteral("gumtree.com.au") };
    event.assetType = QStringLiteral("NETWORK_SERVICE");
    event.hostedOn = QStringLiteral("UNKNOWN");
    event.discoveredVia = QStringLiteral("WEBSITE_CRAWLER");
    event.group = { QStringLiteral("8cc7e379-1c9a-47df-aad1-a129afba337a"),
                    QStringLiteral("CA Business Unit") };
    event.links.append({ Link::Kind::Asset,
                         QStringLiteral("https://dev-acheron.appspot.com/api/network-services/"
                                        "ed1d9485-5672-4db0-81aa-f8e5c96ba750") });
    event.links.append({ Link::Kind::AssetAddress, QStringLiteral("https://gumtree.com.au") });
}

} // namespace

StoredEvent violation()
{
    StoredEvent it =
            stored(Family::PolicyViolation, QStringLiteral("API_SECURE__POLICY_VIOLATION_OPENED"),
                   QStringLiteral("The server leverages a certificate for SSL/TLS "
                                  "connections that will expire in less than the "
                                  "configured number of days."));
    Event &event = it.event;
    it.deliveries = 3;
    it.lastReceived = it.received + 90min;
    event.severity = Severity::Urgent;
    event.severityWord = QStringLiteral("URGENT");
    event.status = Status::Open;
    event.statusWord = QStringLiteral("OPEN");
    event.subjectId = QStringLiteral("924f1fb0-ebaa-4dfd-9297-390c0df18b44");
    event.description = QStringLiteral(
            "The server leverages a certificate for SSL/TLS connections that will expire in less "
            "than the configured number of days.\\n\\nIf the SSL certificate is not renewed in "
            "time, clients including browsers and mobile applications will not allow\\nconnecting "
            "to the server, and will instead display an error.");
    event.recommendation =
            QStringLiteral("Deploy a new SSL/TLS certificate on the affected server.");
    event.additionalInformation = QStringLiteral("Expires on 2021-02-03.");
    event.policy = { QStringLiteral("17e0e14d"), QStringLiteral("Data Theorem") };
    event.ruleTypeId = QStringLiteral("5c3b1f37-8509-5c6e-abed-6ee9f3497c17");
    event.created = base - 200h;
    event.links = { { Link::Kind::Subject,
                      QStringLiteral("https://www.securetheorem.com/api/inspect/"
                                     "policy-violations/924f1fb0?a=b%20c#d") } };
    addAsset(event);
    event.links.append({ Link::Kind::Policy,
                         QStringLiteral("https://dev-acheron.appspot.com/api/policy/17e0e14d") });
    event.links.append(
            { Link::Kind::CloudConsole, QStringLiteral("http://console.aws.amazon.com/ec2") });
    return it;
}

QList<StoredEvent> oneOfEachFamily()
{
    QList<StoredEvent> all { violation() };

    StoredEvent finding =
            stored(Family::MobileFinding, QStringLiteral("MOBILE_SECURE__FINDING_TARGET_FIXED"),
                   QStringLiteral("Hardcoded secret found in application code"));
    finding.event.severity = Severity::High;
    finding.event.severityWord = QStringLiteral("HIGH");
    finding.event.status = Status::Fixed;
    finding.event.statusWord = QStringLiteral("CLOSED_FIXED");
    finding.event.asset = { QStringLiteral("5629499534213120"), QStringLiteral("Sample App") };
    finding.event.group = finding.event.asset;
    finding.event.description = QStringLiteral("com.sample.net.ApiClient.<clinit>()");
    finding.event.subjectId = QStringLiteral("5724160613416960");
    finding.event.findingId = QStringLiteral("5668600916475904");
    finding.event.links = { { Link::Kind::Subject,
                              QStringLiteral("https://www.securetheorem.com/mobile-secure/v2/"
                                             "security/5629499534213120") } };
    all.append(finding);

    StoredEvent note =
            stored(Family::FindingNote, QStringLiteral("MOBILE_SECURE__FINDING_NOTE_CREATED"),
                   QStringLiteral("Key rotated in the backend; the app change ships "
                                  "with 5.5.0."));
    note.event.actor = QStringLiteral("someone@datatheorem.io");
    note.event.subjectId = QStringLiteral("5649391675244544");
    note.event.findingId = QStringLiteral("5668600916475904");
    note.event.links = finding.event.links;
    all.append(note);

    StoredEvent asset =
            stored(Family::Asset, QStringLiteral("API_SECURE__NETWORK_SERVICE_DISCOVERED"),
                   QStringLiteral("gumtree.com.au"));
    addAsset(asset.event);
    asset.event.subjectId = asset.event.asset.id;
    asset.event.created = base - 2h;
    all.append(asset);

    StoredEvent user =
            stored(Family::PortalUser, QStringLiteral("MOBILE_SECURE__USER_LOGIN_FAILED"),
                   QStringLiteral("someone@example.com: sign-in failed"));
    user.event.time.reset();
    user.event.subjectId = QStringLiteral("someone@example.com");
    user.event.actor = QStringLiteral("someone@example.com");
    user.event.address = QStringLiteral("127.0.0.1");
    all.append(user);

    StoredEvent protection =
            stored(Family::Protection, QStringLiteral("API_PROTECT__EVENT_DETECTED"),
                   QStringLiteral("SQL injection attempt"));
    protection.event.severity = Severity::Medium;
    protection.event.severityWord = QStringLiteral("MEDIUM");
    protection.event.address = QStringLiteral("203.0.113.7");
    addAsset(protection.event);
    all.append(protection);

    StoredEvent test = stored(Family::ConnectionTest, {}, QStringLiteral("Hello, world!"));
    test.event.time.reset();
    test.deliveries = 2;
    all.append(test);

    StoredEvent other = stored(Family::Other, QStringLiteral("CLOUD_SECURE__SOMETHING_NEW"),
                               QStringLiteral("CLOUD_SECURE__SOMETHING_NEW"));
    other.event.severity = Severity::Unknown;
    other.event.severityWord = QStringLiteral("CRITICAL_PLUS");
    other.event.status = Status::Unknown;
    other.event.statusWord = QStringLiteral("MAYBE");
    other.event.links = { { Link::Kind::Subject,
                            QStringLiteral("https://www.securetheorem.com/cloud/x") } };
    all.append(other);
    return all;
}

StoredEvent hostile()
{
    StoredEvent it = violation();
    Event &event = it.event;
    it.id = 666;
    event.title = QStringLiteral("<b>bold</b> <img src=x onerror=alert(1)> ")
            + QString(400, QLatin1Char('W')) + QChar(0x202e) + QStringLiteral("gpj.exe");
    event.recommendation = QStringLiteral("<h1>Big</h1> [click](https://evil.example) `rm` ")
            + QChar(0x202e) + QStringLiteral("desrever");
    event.description = QStringLiteral("first\\nsecond\n<script>alert(1)</script> ")
            + QString(1'000'000, QLatin1Char('x'));
    event.asset.name = QStringLiteral("<a href=\"file:///etc/passwd\">asset</a>");
    event.statusWord = QString(5000, QLatin1Char('S'));
    event.links = { { Link::Kind::Subject,
                      QStringLiteral("https://securetheorem.com@evil.example/<b>x</b>") },
                    { Link::Kind::Asset, QStringLiteral("javascript:alert(1)") } };
    it.formatted = QStringLiteral("{\n  \"a\": \"") + QChar(0x202e) + QStringLiteral("<b>")
            + QString(1'000'000, QLatin1Char('y')) + QStringLiteral("\"\n}");
    event.body = it.formatted.toUtf8();
    return it;
}
