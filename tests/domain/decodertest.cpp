// SPDX-License-Identifier: GPL-3.0-or-later
#include "testpaths.h"
#include "tests/domain/decoded.h"

#include <QDir>
#include <QTest>

using namespace models;
using tests::only;
using tests::sample;
using tests::seconds;

class DecoderTest : public QObject
{
    Q_OBJECT

private slots:
    void everySampleIsAccepted_data();
    void everySampleIsAccepted();
    void samples_data();
    void samples();
    void policyViolationInFull();
    void userInFull();
    void findingAndNote();
    void types_data();
    void types();
    void shapeDecidesWhereTheNameSaysNothing();
    void textIsNotTouched();
    void storedBodiesReadBack();
};

void DecoderTest::everySampleIsAccepted_data()
{
    QTest::addColumn<QString>("name");
    for (const char *folder : { "confirmed", "inferred", "odd" }) {
        const QDir dir(QStringLiteral(TEST_DATA_DIR "/samples/") + QLatin1String(folder));
        const QStringList names = dir.entryList(QDir::Files);
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            const QString path = QLatin1String(folder) + QLatin1Char('/') + name;
            QTest::newRow(qPrintable(path)) << path;
        }
    }
}

void DecoderTest::everySampleIsAccepted()
{
    QFETCH(QString, name);
    const DecodedBody decoded = decodeBody(sample(name));
    QVERIFY(!decoded.events.isEmpty());
    QVERIFY(decoded.refused.isEmpty());
    for (const Event &event : decoded.events) {
        QVERIFY(!event.title.isEmpty());
        QVERIFY(sample(name).contains(event.body));
    }
}

void DecoderTest::samples_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Family>("family");
    QTest::addColumn<QString>("product");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("title");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QString>("severityWord");
    QTest::addColumn<Status>("status");
    QTest::addColumn<QString>("statusWord");
    QTest::addColumn<QString>("asset");
    QTest::addColumn<QString>("group");
    QTest::addColumn<qsizetype>("links");

    const QString violation = QStringLiteral("924f1fb0-ebaa-4dfd-9297-390c0df18b44");
    const QString certificate = QStringLiteral(
            "The server leverages a certificate for SSL/TLS connections that will expire in less "
            "than the configured number of days");
    const QString site = QStringLiteral("gumtree.com.au");
    const QString unit = QStringLiteral("CA Business Unit");
    const QString api = QStringLiteral("API_SECURE");
    const QString mobile = QStringLiteral("MOBILE_SECURE");
    const QString app = QStringLiteral("Sample App");
    const QString none;
    const auto row = [](const char *name) -> QTestData & {
        return QTest::newRow(name) << QString::fromLatin1(name);
    };

    row("confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED.json")
            << Family::PolicyViolation << api << violation << certificate << Severity::High
            << QStringLiteral("IMPORTANT") << Status::Fixed << QStringLiteral("RESOLVED") << site
            << unit << qsizetype(4);
    row("inferred/API_SECURE__POLICY_VIOLATION_OPENED.json")
            << Family::PolicyViolation << api << violation << certificate << Severity::High
            << QStringLiteral("IMPORTANT") << Status::Open << QStringLiteral("OPEN") << site << unit
            << qsizetype(4);
    row("inferred/API_SECURE__POLICY_VIOLATION_WONT_FIX.json")
            << Family::PolicyViolation << api << violation << certificate << Severity::High
            << QStringLiteral("IMPORTANT") << Status::Accepted << QStringLiteral("WONT_FIX") << site
            << unit << qsizetype(4);
    row("confirmed/MOBILE_SECURE__USER_CREATED.json")
            << Family::PortalUser << mobile << QStringLiteral("someone@somewhere.com")
            << QStringLiteral("User created: someone@somewhere.com") << Severity::Unrated << none
            << Status::None << none << none << none << qsizetype(0);
    row("confirmed/MOBILE_SECURE__USER_LOGIN_FAILED.json")
            << Family::PortalUser << mobile << QStringLiteral("someone@example.com")
            << QStringLiteral("User login failed: someone@example.com") << Severity::Unrated << none
            << Status::None << none << none << none << qsizetype(0);
    row("confirmed/test_hello_world.json")
            << Family::ConnectionTest << none << none << QStringLiteral("Hello, world!")
            << Severity::Unrated << none << Status::None << none << none << none << qsizetype(0);
    row("inferred/API_PROTECT__EVENT_DETECTED.json")
            << Family::Protection << QStringLiteral("API_PROTECT")
            << QStringLiteral("c2d9a8b4-11ce-4c3e-8f4e-7d5b90ac1f02")
            << QStringLiteral("Sql injection attempt") << Severity::Unrated << none << Status::None
            << none << site << unit << qsizetype(2);
    row("inferred/MOBILE_PROTECT__EVENT_DETECTED.json")
            << Family::Protection << QStringLiteral("MOBILE_PROTECT")
            << QStringLiteral("0f6a3c1e-5b7d-4f0a-9c57-3a1b8f2d6e44")
            << QStringLiteral("Rooted device detected") << Severity::Unrated << none << Status::None
            << none << app << app << qsizetype(0);
    row("inferred/API_SECURE__NETWORK_SERVICE_DISCOVERED.json")
            << Family::Asset << api << QStringLiteral("ed1d9485-5672-4db0-81aa-f8e5c96ba750")
            << QStringLiteral("Network service discovered: gumtree.com.au") << Severity::Unrated
            << none << Status::None << none << site << unit << qsizetype(2);
    row("inferred/MOBILE_SECURE__FINDING_TARGET_CREATED.json")
            << Family::MobileFinding << mobile << QStringLiteral("5724160613416960")
            << QStringLiteral("Hardcoded secret found in application code") << Severity::High
            << QStringLiteral("HIGH") << Status::Open << QStringLiteral("NEW") << app << app
            << qsizetype(1);
    row("inferred/MOBILE_SECURE__FINDING_TARGET_FIXED.json")
            << Family::MobileFinding << mobile << QStringLiteral("5724160613416960")
            << QStringLiteral("Hardcoded secret found in application code") << Severity::High
            << QStringLiteral("HIGH") << Status::Fixed << QStringLiteral("CLOSED_FIXED") << app
            << app << qsizetype(1);
    row("inferred/MOBILE_SECURE__FINDING_TARGET_RISK_ACCEPTED.json")
            << Family::MobileFinding << mobile << QStringLiteral("5724160613416960")
            << QStringLiteral("Hardcoded secret found in application code") << Severity::High
            << QStringLiteral("HIGH") << Status::Accepted << QStringLiteral("CLOSED_RISK_ACCEPTED")
            << app << app << qsizetype(1);
    row("inferred/MOBILE_SECURE__FINDING_NOTE_CREATED.json")
            << Family::FindingNote << mobile << QStringLiteral("5649391675244544")
            << QStringLiteral(
                       "Finding note created: Key rotated in the backend; the app change ships "
                       "with 5.5.0")
            << Severity::Unrated << none << Status::None << none << none << none << qsizetype(1);
    row("odd/numeric_ids.json") << Family::MobileFinding << mobile
                                << QStringLiteral("5724160613416960")
                                << QStringLiteral("Hardcoded secret found in application code")
                                << Severity::High << QStringLiteral("HIGH") << Status::Open
                                << QStringLiteral("NEW") << app << app << qsizetype(1);
    row("odd/event_null.json") << Family::Other << none << none
                               << QStringLiteral("Event without content") << Severity::Unrated
                               << none << Status::None << none << none << none << qsizetype(0);
    row("odd/event_number.json") << Family::Other << none << none << QStringLiteral("42")
                                 << Severity::Unrated << none << Status::None << none << none
                                 << none << qsizetype(0);
    row("odd/null_affected_asset.json")
            << Family::PolicyViolation << api << violation << certificate << Severity::High
            << QStringLiteral("IMPORTANT") << Status::Fixed << QStringLiteral("RESOLVED") << none
            << none << qsizetype(2);
    row("odd/nulls_where_samples_have_values.json")
            << Family::PolicyViolation << api << violation << QStringLiteral("Data Theorem")
            << Severity::High << QStringLiteral("IMPORTANT") << Status::Fixed
            << QStringLiteral("RESOLVED") << site << none << qsizetype(2);
    row("odd/unknown_enum_values.json")
            << Family::PolicyViolation << api << violation << certificate << Severity::Urgent
            << QStringLiteral("CRITICAL_PLUS") << Status::Open << QStringLiteral("REOPENED") << site
            << unit << qsizetype(4);
    row("odd/unknown_type_and_version.json")
            << Family::Other << QStringLiteral("CLOUD_SECURE")
            << QStringLiteral("6c1e5b5a-2d3f-4b7a-9a2e-1f0c9d8e7b6a")
            << QStringLiteral("6c1e5b5a-2d3f-4b7a-9a2e-1f0c9d8e7b6a") << Severity::Unrated << none
            << Status::None << none << none << none << qsizetype(1);
    row("odd/real_newlines_curly_quotes.json")
            << Family::PolicyViolation << api << violation << QStringLiteral("Real newline")
            << Severity::High << QStringLiteral("IMPORTANT") << Status::Fixed
            << QStringLiteral("RESOLVED") << site << unit << qsizetype(4);
}

void DecoderTest::samples()
{
    QFETCH(QString, name);
    const Event event = only(sample(name));
    QTEST(event.title, "title");
    QTEST(event.family, "family");
    QTEST(event.product, "product");
    QTEST(event.subjectId, "subject");
    QTEST(event.severity, "severity");
    QTEST(event.severityWord, "severityWord");
    QTEST(event.status, "status");
    QTEST(event.statusWord, "statusWord");
    QTEST(event.asset.name, "asset");
    QTEST(event.group.name, "group");
    QTEST(event.links.size(), "links");
}

void DecoderTest::policyViolationInFull()
{
    const Event event =
            only(sample(QStringLiteral("inferred/API_SECURE__POLICY_VIOLATION_WONT_FIX.json")));
    QCOMPARE(event.type, QStringLiteral("API_SECURE__POLICY_VIOLATION_WONT_FIX"));
    QCOMPARE(event.version, QStringLiteral("1"));
    QCOMPARE(event.host, QStringLiteral("securetheorem.com"));
    QCOMPARE(event.asset.id, QStringLiteral("ed1d9485-5672-4db0-81aa-f8e5c96ba750"));
    QCOMPARE(event.assetType, QStringLiteral("NETWORK_SERVICE"));
    QCOMPARE(event.hostedOn, QStringLiteral("UNKNOWN"));
    QCOMPARE(event.discoveredVia, QStringLiteral("WEBSITE_CRAWLER"));
    QCOMPARE(event.group.id, QStringLiteral("8cc7e379-1c9a-47df-aad1-a129afba337a"));
    QCOMPARE(event.policy.name, QStringLiteral("Data Theorem"));
    QCOMPARE(event.policy.id, QStringLiteral("17e0e14d-e6f1-4b35-a5c0-976dbbf41436"));
    QCOMPARE(event.ruleTypeId, QStringLiteral("5c3b1f37-8509-5c6e-abed-6ee9f3497c17"));
    QCOMPARE(event.recommendation,
             QStringLiteral("Deploy a new SSL/TLS certificate on the affected server."));
    QCOMPARE(event.exceptionExplanation, QStringLiteral("Staging host, retired on 1 March."));
    QVERIFY(event.created.has_value());
    QCOMPARE(event.created->time_since_epoch().count(), qint64(1611057855714));
    QVERIFY(event.exceptionCreated.has_value());
    QVERIFY(event.time == seconds(1611307811));
    const QString portal = QStringLiteral("https://dev-acheron.appspot.com/api");
    const QList<Link> links {
        { Link::Kind::Subject,
          portal
                  + QStringLiteral(
                          "/inspect/policy-violations/924f1fb0-ebaa-4dfd-9297-390c0df18b44") },
        { Link::Kind::Asset,
          portal + QStringLiteral("/network-services/ed1d9485-5672-4db0-81aa-f8e5c96ba750") },
        { Link::Kind::AssetAddress, QStringLiteral("https://gumtree.com.au") },
        { Link::Kind::Policy,
          portal + QStringLiteral("/policy/17e0e14d-e6f1-4b35-a5c0-976dbbf41436") },
    };
    QCOMPARE(event.links, links);
}

void DecoderTest::userInFull()
{
    const Event created =
            only(sample(QStringLiteral("confirmed/MOBILE_SECURE__USER_CREATED.json")));
    QCOMPARE(created.actor, QStringLiteral("someone@datatheorem.io"));
    QVERIFY(!created.time); // the placeholder
    const Event failed =
            only(sample(QStringLiteral("confirmed/MOBILE_SECURE__USER_LOGIN_FAILED.json")));
    QCOMPARE(failed.actor, QStringLiteral("someone@example.com"));
    QCOMPARE(failed.address, QStringLiteral("127.0.0.1"));
}

void DecoderTest::findingAndNote()
{
    const Event note =
            only(sample(QStringLiteral("inferred/MOBILE_SECURE__FINDING_NOTE_DELETED.json")));
    QCOMPARE(note.findingId, QStringLiteral("5668600916475904"));
    QCOMPARE(note.asset.id, QStringLiteral("5629499534213120"));
    QCOMPARE(note.group.id, QStringLiteral("5629499534213120"));
    QCOMPARE(note.actor, QStringLiteral("someone@datatheorem.io"));
    const Event finding =
            only(sample(QStringLiteral("inferred/MOBILE_SECURE__FINDING_TARGET_CREATED.json")));
    QCOMPARE(finding.assetType, QStringLiteral("ANDROID"));
    QCOMPARE(finding.ruleTypeId, QStringLiteral("5b7d2f10-8a3e-4c55-9f0e-2b1d6c7a8e90"));
}

void DecoderTest::types_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Family>("family");
    QTest::addColumn<QString>("statusWord");
    const auto row = [](const char *type, Family family, const char *status = "") {
        QTest::newRow(type) << QString::fromLatin1(type) << family << QString::fromLatin1(status);
    };
    row("API_SECURE__POLICY_VIOLATION_OPENED", Family::PolicyViolation, "OPEN");
    row("WEB_SECURE__POLICY_VIOLATION_CREATED", Family::PolicyViolation, "OPEN");
    row("CLOUD_SECURE__POLICY_VIOLATION_OPEN", Family::PolicyViolation, "OPEN");
    row("API_SECURE__POLICY_VIOLATION_RESOLVED", Family::PolicyViolation, "RESOLVED");
    row("API_SECURE__POLICY_VIOLATION_CLOSED_WONT_FIX", Family::PolicyViolation, "WONT_FIX");
    row("API_SECURE__POLICY_VIOLATION_CLOSED", Family::PolicyViolation, "WONT_FIX");
    row("API_SECURE__POLICY_VIOLATION_EXPLODED", Family::PolicyViolation);
    row("API_SECURE__NETWORK_SERVICE_CREATED", Family::Asset);
    row("MOBILE_SECURE__SECURITY_FINDING_TARGET_CREATED", Family::MobileFinding, "NEW");
    row("MOBILE_SECURE__TARGET_CLOSED_FIXED", Family::MobileFinding, "CLOSED_FIXED");
    row("MOBILE_SECURE__FINDING_TARGET_CLOSED_RISK_ACCEPTED", Family::MobileFinding,
        "CLOSED_RISK_ACCEPTED");
    row("MOBILE_SECURE__FINDING_TARGET_CLOSED_COMPENSATING_CONTROL", Family::MobileFinding,
        "CLOSED_COMPENSATING_CONTROL");
    row("MOBILE_SECURE__SECURITY_FINDING_NOTE_CREATED", Family::FindingNote);
    row("MOBILE_SECURE__NOTE_DELETED", Family::FindingNote);
    row("MOBILE_SECURE__USER_LOGIN_SUCCESSFUL", Family::PortalUser);
    row("API_SECURE__USERS", Family::Other);
    row("MOBILE_PROTECT__ANYTHING", Family::Protection);
    row("API_PROTECT__EVENT_DETECTED", Family::Protection);
    row("SOMETHING", Family::Other);
    row("__USER_CREATED", Family::Other);
}

void DecoderTest::types()
{
    QFETCH(QString, type);
    const Event event = only("{\"event\":{\"type\":\"" + type.toUtf8() + "\",\"data\":{}}}");
    QTEST(event.family, "family");
    QTEST(event.statusWord, "statusWord");
    QCOMPARE(event.type, type);
    QVERIFY(!event.title.isEmpty());
}

void DecoderTest::shapeDecidesWhereTheNameSaysNothing()
{
    QCOMPARE(only(R"({"event":{"type":"X","data":{"policy_violation_status":"OPEN"}}})").family,
             Family::PolicyViolation);
    QCOMPARE(only(R"({"event":{"data":{"user_login_email":"a@b"}}})").family, Family::PortalUser);
    const Event asset =
            only(R"({"event":{"data":{"type":"NETWORK_SERVICE","uuid":"7","name":"n"}}})");
    QCOMPARE(asset.family, Family::Asset);
    QCOMPARE(asset.asset.name, QStringLiteral("n"));
    const Event nested = only(
            R"({"event":{"type":"API_SECURE__NETWORK_SERVICE_DISCOVERED","data":{"network_service":{"uuid":"7","name":"n","portal_url":"https://p"}}}})");
    QCOMPARE(nested.subjectId, QStringLiteral("7"));
    QCOMPARE(nested.title, QStringLiteral("Network service discovered: n"));
    QCOMPARE(nested.links.size(), 1);
    QCOMPARE(nested.links.first().kind, Link::Kind::Subject);
    QCOMPARE(only(R"({"event":[1,2]})").family, Family::Other);
    QCOMPARE(only(R"({"event":{"type":5,"data":[]}})").type, QStringLiteral("5"));
}

void DecoderTest::textIsNotTouched()
{
    const Event event = only(sample(QStringLiteral("odd/real_newlines_curly_quotes.json")));
    QVERIFY(event.description.contains(QStringLiteral("<b>html</b>")));
    QVERIFY(event.description.contains(QChar(0x202e)));
    QVERIFY(event.description.startsWith(QStringLiteral("Real newline.\n\nCurly")));
    const Event literal =
            only(sample(QStringLiteral("confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED.json")));
    QVERIFY(literal.description.contains(QStringLiteral("days.\\n\\nIf")));
    QCOMPARE(only("\xEF\xBB\xBF{\"event\":\"bom\"}").title, QStringLiteral("bom"));
}

void DecoderTest::storedBodiesReadBack()
{
    const Event event = only(sample(QStringLiteral("odd/numeric_ids.json")));
    const Event again = decodeStored(event.body);
    QCOMPARE(again.title, event.title);
    QCOMPARE(again.links, event.links);
    QVERIFY(decodeStored("nonsense").title.contains(QStringLiteral("not valid JSON")));
}

QTEST_APPLESS_MAIN(DecoderTest)
#include "decodertest.moc"
